/* screen_therapists.c - people who can help: filters left, those who fit right; on small and tall screens the filters
 * are a sheet of their own (screen_filters.c), and what is chosen stays above the list. */
#include <string.h>

#include "screen/therapists/therapist_list.h"
#include "screen/frame/pager.h"

enum { PANEL_U = 640, PANEL_GAP_U = 48, PANEL_GROUPS = 4, ROWS_MAX = 16 };

/* Where everything stands. */
typedef struct ListLayout {
    bool wide, stacked; /* with a panel; rows of four lines */
    size_t matches;
    Rect panel, title, chips, rows, foot;
    int row_h, gap, per_page, pages;
} ListLayout;

static ListLayout list_layout(const View *view, const Look *look, const Directory *directory)
{
    Rect main = chrome_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL;
    ListLayout at = {.wide = view->viewport->shape == SHAPE_LANDSCAPE,
                     .stacked = view->viewport->shape == SHAPE_PORTRAIT};
    Rect list = main;
    if (at.wide) {
        at.panel = (Rect){main.x, main.y, px(look, PANEL_U), main.h};
        list.x += at.panel.w + px(look, PANEL_GAP_U);
        list.w -= at.panel.w + px(look, PANEL_GAP_U);
    }
    bool chosen = !at.wide && (!small || filter_group_count(&view->session->people) > 0);
    int head = px(look, small ? 80 : 96), chips = chosen ? px(look, small ? 76 : 92) : 0;
    at.matches = directory_count(directory, &view->session->people);
    at.gap = px(look, small ? 12 : 16);
    at.title = (Rect){list.x, list.y, list.w, px(look, BUTTON_U)};
    at.chips = (Rect){list.x, list.y + head, list.w, chips};
    int foot = px(look, at.stacked ? 72 + 12 + 96 : 72);
    at.foot = (Rect){list.x, list.y + list.h - foot, list.w, foot};
    if (at.matches == 0) at.chips.y = list.y; /* what stands in the list's place brings a title of its own */
    int top = at.chips.y + chips + (at.matches == 0 && small && chips == 0 ? head : 0);
    at.rows = (Rect){list.x, top, list.w, at.foot.y - at.gap - top};
    at.row_h = person_row_height(look, at.stacked);
    at.per_page = int_clamp((at.rows.h + at.gap) / (at.row_h + at.gap), 1, ROWS_MAX);
    at.pages = int_max(1, ((int)at.matches + at.per_page - 1) / at.per_page);
    return at;
}

static int therapists_page_count(const View *view)
{
    const Directory *directory = view_directory(view);
    Look look = view_look(view, NULL);
    return directory ? list_layout(view, &look, directory).pages : 1;
}

static void draw_rows(const View *view, const Look *look, const Directory *directory, const ListLayout *at)
{
    uint16_t numbers[ROWS_MAX];
    int page = int_clamp(view->session->place.page_number, 0, at->pages - 1);
    size_t count =
        directory_list(directory, &view->session->people, (size_t)(page * at->per_page), (size_t)at->per_page, numbers);
    for (size_t i = 0; i < count; i++) {
        Rect box = {at->rows.x, at->rows.y + (int)i * (at->row_h + at->gap), at->rows.w, at->row_h};
        draw_person_row(view, look, box, &directory->people[numbers[i]], at->stacked);
    }
}

static Button sort_button(const View *view)
{
    static const char *const labels[] = {"sort-nearest", "sort-wait", "sort-name"}, *const icons[] = {"pin", "clock",
                                                                                                      "text"};
    int sort = int_clamp(view->session->people.sort, 0, DIRECTORY_SORTS - 1);
    return (Button){
        .id = "sort",
        .label = word(view->words, labels[sort]),
        .spoken = arena_format(view->arena, "%s: %s", word(view->words, "sort-by"), word(view->words, labels[sort])),
        .icon = icons[sort],
        .action = {.kind = ACTION_PEOPLE_SORT},
    };
}

static Button filters_button(const View *view)
{
    int on = filter_choice_count(&view->session->people);
    return (Button){
        .id = "filters",
        .label = on > 0 ? word_count(view->words, view->arena, "filters-on", on) : word(view->words, "filters"),
        .icon = on > 0 ? "check" : "search",
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_FILTERS},
    };
}

/* The title in `box`, as large as fits beside what stands at its end. */
static void draw_title(const View *view, const Look *look, Rect box, const char *title)
{
    static const TypeStyle styles[] = {TYPE_H1_SMALL, TYPE_H2, TYPE_H3};
    Look fixed = *look;
    fixed.text_step = 0;
    size_t i = 0;
    while (i + 1 < ARRAY_LEN(styles) && text_width(&fixed, styles[i], title) > box.w) i++;
    int height = text_height(&fixed, styles[i], title, box.w, 2);
    draw_prose(&fixed, NODE_HEADING, styles[i], title, (Rect){box.x, box.y + (box.h - height) / 2, box.w, 0},
               view->theme->ink, 2);
}

/* Title, and on its line what there is room for: the order, and on small screens the way to the filters. */
static void draw_head(const View *view, const Look *look, const ListLayout *at)
{
    Rect title = at->title;
    int gap = px(look, SPACE_M_U);
    Button sort = sort_button(view), filters = filters_button(view);
    bool sorts = !at->stacked && at->matches > 0, filtered = !at->wide && !at->stacked;
    int sort_x = title.x + title.w - (sorts ? button_width(look, &sort) : -gap);
    int filters_x = sort_x - gap - button_width(look, &filters);
    title.w = (filtered ? filters_x : sort_x) - gap - title.x;
    if (at->matches > 0) draw_title(view, look, title, people_count_text(view, at->matches));
    if (filtered) draw_button(look, &filters, filters_x, title.y, 0);
    if (sorts) draw_button(look, &sort, sort_x, title.y, 0);
}

/* What is chosen, each to be given up by a touch, as far as there is room; in portrait the way to the filters stands
 * first. */
static void draw_chosen(const View *view, const Look *look, const ListLayout *at)
{
    if (at->chips.h == 0) return;
    int x = at->chips.x, right = at->chips.x + at->chips.w, gap = px(look, SPACE_S_U);
    Button filters = filters_button(view);
    if (!at->stacked && at->chips.y == at->title.y) right -= button_width(look, &filters) + gap;
    if (at->stacked) x += draw_button(look, &filters, x, at->chips.y, 0) + gap;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) {
        if (!view->session->people.on[group]) continue;
        int width = drop_pill_width(view, look, (DirectoryGroup)group);
        if (x + width > right) continue;
        const char *id = arena_format(view->arena, "drop.%s", directory_group_keys[group]);
        x += draw_drop_pill(view, look, (DirectoryGroup)group, id, x, at->chips.y + px(look, SPACE_3XS_U), width) + gap;
    }
}

/* How old the list is, and that there are examples in it: in the clinic's words, in brief (1), or
 * only the first (2): each row of an example says so, too. */
static const char *foot_text(const View *view, const Directory *directory, int brief)
{
    const char *age = people_list_age(view, brief == 0);
    if (!directory->has_examples || brief == 2) return age;
    if (brief == 1) return arena_format(view->arena, "%s %s", word(view->words, "example-note"), age);
    const char *notice = words_have(&directory->notice, view->lang) ? words_in(&directory->notice, view->lang).text
                                                                    : word(view->words, "example-note");
    return arena_format(view->arena, "%s %s", notice, age);
}

static void draw_foot(const View *view, const Look *look, const Directory *directory, const ListLayout *at)
{
    Rect bar = {at->foot.x, at->foot.y, at->foot.w, px(look, BUTTON_U)}, text = bar;
    Button sort = sort_button(view);
    if (at->pages > 1) {
        Pager pager = {.page = int_clamp(view->session->place.page_number, 0, at->pages - 1),
                       .count = at->pages,
                       .forward = word(view->words, "show-more")};
        int x = pager_draw(view, look->scene, bar, &pager);
        text.x = x + px(look, SPACE_XS_U);
        text.w = bar.x + bar.w - text.x;
    }
    if (at->stacked) draw_button(look, &sort, bar.x + bar.w - button_width(look, &sort), bar.y, 0);
    if (at->stacked) text = (Rect){at->foot.x, bar.y + bar.h + px(look, SPACE_S_U), at->foot.w, px(look, SPACE_7XL_U)};
    const char *note = foot_text(view, directory, 0);
    int line = style_line_px(look, TYPE_META), lines = (text.h + line / 4) / line;
    for (int brief = 1; brief <= 2 && text_height(look, TYPE_META, note, text.w, 0) > lines * line; brief++)
        note = foot_text(view, directory, brief);
    int height = text_height(look, TYPE_META, note, text.w, lines);
    draw_prose(look, NODE_TEXT, TYPE_META, note,
               (Rect){text.x, text.y + (at->stacked ? 0 : (text.h - height) / 2), text.w, 0}, view->theme->ink2, lines);
}

/* Which choices of a group the panel shows: what is chosen first of all, then the others in their order, as far as they
 * fit. */
static uint64_t panel_choices(const View *view, const Look *look, DirectoryGroup group, const size_t *everybody,
                              int width)
{
    uint64_t on = view->session->people.on[group], shown = 0;
    int gap = px(look, SPACE_S_U), used = 0, count = (int)view->site->directory->choices[group].count;
    for (int pass = 0; pass < 2; pass++) {
        for (int choice = 0; choice < count; choice++) {
            bool is_on = on >> choice & 1;
            if (everybody[choice] == 0 || is_on != (pass == 0)) continue;
            int chip = person_chip_width(view, look, group, choice, -1) + gap;
            if (used + chip - gap > width && shown) continue;
            shown |= (uint64_t)1 << choice;
            used += chip;
        }
    }
    return shown;
}

static int bits_count(uint64_t bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
}

static void draw_panel_group(const View *view, const Look *look, DirectoryGroup group, Rect box)
{
    const Directory *directory = view->site->directory;
    size_t everybody[DIRECTORY_CHOICES_MAX];
    directory_counts(directory, &(DirectoryFilter){.sort = 0}, group, everybody);
    int useful = 0, line = style_line_px(look, TYPE_LABEL), more_w = px(look, 84), gap = px(look, SPACE_S_U);
    for (size_t i = 0; i < directory->choices[group].count; i++) useful += everybody[i] > 0;
    draw_prose(look, NODE_TEXT, TYPE_LABEL, word(view->words, directory_group_words[group]),
               (Rect){box.x, box.y, box.w, 0}, view->theme->ink, 1);
    int x = box.x, y = box.y + line + px(look, 14);
    uint64_t shown = panel_choices(view, look, group, everybody, box.w);
    int left = useful - bits_count(shown);
    if (left > 0) {
        shown = panel_choices(view, look, group, everybody, box.w - more_w - gap);
        left = useful - bits_count(shown);
    }
    for (int choice = 0; choice < DIRECTORY_CHOICES_MAX; choice++)
        if (shown >> choice & 1) x += draw_person_chip(view, look, group, choice, -1, x, y) + gap;
    if (left == 0) return;
    Chip more = {
        .id = arena_format(view->arena, "more.%s", directory_group_keys[group]),
        .label = word_with(view->words, view->arena, "filters-more", "n", arena_format(view->arena, "%d", left)),
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_FILTERS, .id = directory_group_keys[group]},
    };
    draw_chip(look, &more, x, y);
}

static void draw_panel(const View *view, const Look *look, Rect panel)
{
    draw_card(look, panel, px(look, SPACE_XL_U), view->theme->card);
    Look fixed = *look;
    fixed.text_step = 0;
    int pad = px(look, 36), x = panel.x + pad, width = panel.w - 2 * pad, y = panel.y + px(look, SPACE_3XL_U),
        foot = panel.y + panel.h - px(look, SPACE_3XL_U) - px(look, BUTTON_U);
    y += draw_prose(&fixed, NODE_HEADING, TYPE_H2, word(view->words, "therapists-question"), (Rect){x, y, width, 0},
                    view->theme->ink, 2) +
         px(look, SPACE_XL_U);
    int height = style_line_px(look, TYPE_LABEL) + px(look, 14 + 64), gap = px(look, SPACE_2XL_U),
        groups = int_min(PANEL_GROUPS, (foot - y) / (height + gap / 2));
    gap = int_min(gap, groups > 0 ? (foot - y) / groups - height : 0);
    for (int group = 0; group < groups; group++)
        draw_panel_group(view, look, (DirectoryGroup)group, (Rect){x, y + group * (height + gap), width, height});
    Button clear = {.id = "panel.clear",
                    .label = word(view->words, "clear-all"),
                    .icon = "x",
                    .disabled = filter_choice_count(&view->session->people) == 0,
                    .action = {.kind = ACTION_PEOPLE_CLEAR}};
    Button more = {.id = "panel.more",
                   .label = word(view->words, "more"),
                   .icon_after = "next",
                   .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_FILTERS}};
    x += draw_button(look, &clear, x, foot, 0) + px(look, SPACE_M_U);
    draw_button(look, &more, x, foot, 0);
}

static void therapists_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Directory *directory = view_directory(view);
    chrome_top(view, scene, word(view->words, "therapists"));
    if (!directory) {
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "therapists-empty"), chrome_main(view),
                   view->theme->ink, 0);
        return;
    }
    ListLayout at = list_layout(view, &look, directory);
    if (at.wide) draw_panel(view, &look, at.panel);
    /* In one row, the way to the filters stands after what is chosen. */
    bool in_row = at.chips.y == at.title.y;
    if (in_row) draw_chosen(view, &look, &at);
    if (at.matches > 0 || !at.wide) draw_head(view, &look, &at);
    if (!in_row) draw_chosen(view, &look, &at);
    if (at.matches > 0) {
        draw_rows(view, &look, directory, &at);
        draw_foot(view, &look, directory, &at);
        return;
    }
    int top = at.wide ? at.title.y : at.rows.y;
    draw_no_matches(view, &look, (Rect){at.rows.x, top, at.rows.w, at.foot.y + at.foot.h - top});
}

const ScreenType screen_therapists = {.name = "therapists",
                                      .dock = DOCK_FULL,
                                      .page_count = therapists_page_count,
                                      .build = therapists_build,
                                      .counts_idle = true};
