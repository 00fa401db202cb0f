/* screen_filters.c - every choice for the list of therapists, each with the number of people it would find. The group
 * that one came for stands first. */
#include <string.h>

#include "screen/therapists/therapist_list.h"

enum { LINES_MAX = 160 };

/* One line of the sheet: the name of a group, or chips side by side. */
typedef struct SheetLine {
    DirectoryGroup group;
    bool is_label;
    int first, last; /* choices [first, last), those that nobody has left out */
    int height;
} SheetLine;

typedef struct Sheet {
    SheetLine lines[LINES_MAX];
    int line_count;
    int page_of[LINES_MAX];
    int pages;
    Rect title, body, foot;
    size_t counts[DIRECTORY_GROUP_COUNT][DIRECTORY_CHOICES_MAX];
    size_t everybody[DIRECTORY_GROUP_COUNT][DIRECTORY_CHOICES_MAX];
} Sheet;

static void line_add(Sheet *sheet, SheetLine line)
{
    if (sheet->line_count < LINES_MAX) sheet->lines[sheet->line_count++] = line;
}

static bool is_useful(const Sheet *sheet, DirectoryGroup group, int choice)
{
    return sheet->everybody[group][choice] > 0;
}

static void group_lines(const View *view, const Look *look, Sheet *sheet, DirectoryGroup group)
{
    int count = (int)view->site->directory->choices[group].count, gap = px(look, SPACE_S_U), x = 0, first = 0,
        useful = 0;
    for (int choice = 0; choice < count; choice++) useful += is_useful(sheet, group, choice);
    if (useful == 0) return;
    line_add(sheet,
             (SheetLine){.group = group, .is_label = true, .height = style_line_px(look, TYPE_LABEL) + px(look, 14)});
    for (int choice = 0; choice < count; choice++) {
        if (!is_useful(sheet, group, choice)) continue;
        int width = person_chip_width(view, look, group, choice, (int)sheet->counts[group][choice]);
        if (x > 0 && x + width > sheet->body.w) {
            line_add(sheet, (SheetLine){.group = group, .first = first, .last = choice, .height = px(look, 64 + 16)});
            first = choice;
            x = 0;
        }
        x += width + gap;
    }
    line_add(sheet, (SheetLine){.group = group, .first = first, .last = count, .height = px(look, 64 + 28)});
}

/* A label goes with the chips below it. */
static void sheet_cut(Sheet *sheet)
{
    int y = 0, page = 0;
    for (int i = 0; i < sheet->line_count; i++) {
        int needs = sheet->lines[i].height +
                    (sheet->lines[i].is_label && i + 1 < sheet->line_count ? sheet->lines[i + 1].height : 0);
        if (y > 0 && y + needs > sheet->body.h) {
            page++;
            y = 0;
        }
        sheet->page_of[i] = page;
        y += sheet->lines[i].height;
    }
    sheet->pages = page + 1;
}

static const char *sheet_title(const View *view) { return word(view->words, "therapists-question"); }

static Sheet *sheet_open(const View *view, const Look *look)
{
    Sheet *sheet = ARENA_NEW(view->arena, Sheet);
    Rect main = chrome_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL;
    int title = text_height(look, small ? TYPE_H2 : TYPE_H1_SMALL, sheet_title(view), main.w, 2),
        foot = px(look, BUTTON_U);
    sheet->title = (Rect){main.x, main.y, main.w, title};
    sheet->foot = (Rect){main.x, main.y + main.h - foot, main.w, foot};
    int top = main.y + title + px(look, small ? 8 : 24);
    sheet->body = (Rect){main.x, top, main.w, sheet->foot.y - px(look, SPACE_S_U) - top};
    const Directory *directory = view->site->directory;
    const DirectoryFilter *filter = &view->session->people, none = {.sort = 0};
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) {
        directory_counts(directory, filter, (DirectoryGroup)group, sheet->counts[group]);
        directory_counts(directory, &none, (DirectoryGroup)group, sheet->everybody[group]);
    }
    for (int pass = 0; pass < 2; pass++)
        for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
            if ((strcmp(directory_group_keys[group], view->session->place.ref) == 0) == (pass == 0))
                group_lines(view, look, sheet, (DirectoryGroup)group);
    sheet_cut(sheet);
    return sheet;
}

static int filters_page_count(const View *view)
{
    Look look = view_look(view, NULL);
    return view_directory(view) ? sheet_open(view, &look)->pages : 1;
}

static void draw_chips(const View *view, const Look *look, const Sheet *sheet, const SheetLine *line, int y)
{
    int x = sheet->body.x;
    for (int choice = line->first; choice < line->last; choice++)
        if (is_useful(sheet, line->group, choice))
            x += draw_person_chip(view, look, line->group, choice, (int)sheet->counts[line->group][choice], x, y) +
                 px(look, SPACE_S_U);
}

static void draw_sheet_foot(const View *view, const Look *look, const Sheet *sheet, int page)
{
    Rect foot = sheet->foot;
    size_t matches = directory_count(view->site->directory, &view->session->people);
    const char *label = matches > 0 ? word_count(view->words, view->arena, "filters-show", (long)matches)
                                    : word(view->words, "therapists-count-none");
    Button show = {.id = "filters.show", .label = label, .primary = true, .action = {.kind = ACTION_BACK}};
    int right = foot.x + foot.w - button_width(look, &show), x = foot.x, gap = px(look, SPACE_M_U);
    if (sheet->pages > 1) {
        Button up = {.id = "pager.up",
                     .spoken = word(view->words, "reading-page-up"),
                     .icon = "up",
                     .disabled = page == 0,
                     .action = {.kind = ACTION_TURN_BY, .value = -1}};
        Button down = {.id = "pager.down",
                       .spoken = word(view->words, "reading-page-down"),
                       .icon = "down",
                       .disabled = page + 1 == sheet->pages,
                       .action = {.kind = ACTION_TURN_BY, .value = 1}};
        x += draw_button(look, &up, x, foot.y, 0) + gap;
        x += draw_button(look, &down, x, foot.y, 0) + gap;
    }
    Button clear = {.id = "filters.clear",
                    .label = word(view->words, "clear-all"),
                    .icon = "x",
                    .disabled = filter_choice_count(&view->session->people) == 0,
                    .action = {.kind = ACTION_PEOPLE_CLEAR}};
    if (x + button_width(look, &clear) + gap > right)
        clear = (Button){.id = clear.id,
                         .spoken = clear.label,
                         .icon = clear.icon,
                         .disabled = clear.disabled,
                         .action = clear.action};
    x += draw_button(look, &clear, x, foot.y, 0) + gap;
    draw_button(look, &show, right, foot.y, 0);
    const char *private = word(view->words, "filters-private");
    if (x + text_width(look, TYPE_META, private) + gap > right) return;
    draw_prose(look, NODE_TEXT, TYPE_META, private,
               (Rect){x, foot.y + (foot.h - style_line_px(look, TYPE_META)) / 2, right - x, 0}, view->theme->ink2, 1);
}

static void filters_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    chrome_top(view, scene, word(view->words, "therapists"));
    if (!view_directory(view)) {
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "therapists-empty"), chrome_main(view),
                   view->theme->ink, 0);
        return;
    }
    const Sheet *sheet = sheet_open(view, &look);
    int page = int_clamp(view->session->place.page_number, 0, sheet->pages - 1), y = sheet->body.y;
    draw_prose(&look, NODE_HEADING, view->viewport->shape == SHAPE_SMALL ? TYPE_H2 : TYPE_H1_SMALL, sheet_title(view),
               sheet->title, view->theme->ink, 2);
    for (int i = 0; i < sheet->line_count; i++) {
        const SheetLine *line = &sheet->lines[i];
        if (sheet->page_of[i] != page) continue;
        if (line->is_label)
            draw_prose(&look, NODE_TEXT, TYPE_LABEL, word(view->words, directory_group_words[line->group]),
                       (Rect){sheet->body.x, y, sheet->body.w, 0}, view->theme->ink, 1);
        else
            draw_chips(view, &look, sheet, line, y);
        y += line->height;
    }
    draw_sheet_foot(view, &look, sheet, page);
}

const ScreenType screen_filters = {.name = "filters",
                                   .dock = DOCK_FULL,
                                   .page_count = filters_page_count,
                                   .build = filters_build,
                                   .counts_idle = true};
