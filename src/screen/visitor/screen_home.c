/* screen_home.c - four doors, and the rest in a row below. */
#include <string.h>

#include "screen/frame/chrome.h"

typedef struct HomeRow {
    const char *id, *icon, *title, *line;
    Family family;
    Action action;
} HomeRow;

enum { HOME_ROWS_MAX = 6 };

/* What visitors call topics: the sections of every pack. */
static long topic_count(const View *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->library->count; i++) count += view->library->packs[i]->sections.count;
    return (long)count;
}

static int home_rows(const View *view, const Pack *pack, HomeRow *rows)
{
    int count = 0;
    const Features *on = &view->site->features;
    if (pack->has_reflection && on->reflection)
        rows[count++] = (HomeRow){
            .id = "row.checkin",
            .icon = "pulse",
            .title = word(view->words, "home-checkin"),
            .line = word(view->words, "home-checkin-line"),
            .family = FAMILY_ATTACHMENT,
            .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_CHECKIN, .id = pack->id},
        };
    if (pack->articles.count > 0 && on->articles)
        rows[count++] = (HomeRow){
            .id = "row.articles",
            .icon = "book",
            .title = word(view->words, "home-articles"),
            .line = word_count(view->words, view->arena, "home-articles-line", (long)pack->articles.count),
            .family = FAMILY_GROWTH,
            .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_ARTICLES},
        };
    const Directory *directory = view->site->directory;
    if (directory && directory->count > 0 && on->find_a_therapist)
        rows[count++] = (HomeRow){
            .id = "row.therapists",
            .icon = "person",
            .title = word(view->words, "home-therapists"),
            .line = word_count(view->words, view->arena, "home-therapists-line", (long)directory->count),
            .family = FAMILY_SYMPTOMS,
            .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_THERAPISTS},
        };
    /* Where there is a list of people, that row leads to help; the questions are met on the pages about it. */
    bool list = directory && directory->count > 0 && on->find_a_therapist;
    if (pack->has_ready && on->ready_to_start && !list)
        rows[count++] = (HomeRow){
            .id = "row.ready",
            .icon = "chat",
            .title = word(view->words, "home-ready"),
            .line = word(view->words, "checkin-private-short"),
            .family = FAMILY_TREATMENT,
            .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_READY, .id = pack->id},
        };
    if (view->library->count > 1 && on->all_topics)
        rows[count++] = (HomeRow){
            .id = "row.library",
            .icon = "library",
            .title = word(view->words, "home-library"),
            .line = word_count(view->words, view->arena, "home-library-line", topic_count(view)),
            .family = FAMILY_LIBRARY,
            .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_LIBRARY},
        };
    return count;
}

/* On one line; smaller on two where it is too long. */
static void draw_tile_line(const Look *look, const char *line, Rect room)
{
    TypeStyle style = text_fits(look, TYPE_TEXT, line, room.w, 1) ? TYPE_TEXT : TYPE_META;
    int lines = int_clamp(room.h / style_line_px(look, style), 1, 2);
    draw_text_max(look, style, line, room, look->theme->ink, lines);
}

/* The title on one line, in the largest size that fits. */
static const TextLayout *tile_title(const Look *look, const char *title, bool small, int width, int line_px)
{
    static const double sizes_u[] = {42, 36, 30, 26};
    const TextLayout *layout = NULL;
    for (size_t i = small ? 1 : 0; i < ARRAY_LEN(sizes_u); i++) {
        TextSpan span = {title, FACE_HEAD_MEDIUM, px(look, sizes_u[i])};
        layout = text_layout(look->text, look->lang, &span, 1,
                             &(TextStyle){.line_px = line_px, .width_px = width, .max_lines = 1});
        if (!layout->truncated) break;
    }
    return layout;
}

static void draw_tile(const View *view, const Look *look, Rect box, int picture_h, const Pack *pack,
                      const Section *section)
{
    const Theme *theme = view->theme;
    const SectionWords *words = pack_section_words(pack, section->id, view->lang);
    const char *title = words ? words->title : section->id, *line = words && words->line ? words->line : "";
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_CARD,
                                           .id = arena_format(view->arena, "tile.%s", section->id),
                                           .label = arena_format(view->arena, "%s. %s", title, line),
                                           .area = box,
                                           .radius_px = px(look, RADIUS_CARD_U),
                                           .action = {.kind = ACTION_OPEN_SECTION,
                                                      .id = arena_format(view->arena, "%s/%s", pack->id, section->id)},
                                       });
    int radius = px(look, RADIUS_CARD_U), hair = px(look, theme->hair_u);
    /* The picture's pane is square below: it is drawn higher, and the words' ground covers the rest. */
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_box(look->scene, box, ground, radius);
    Rect pane = {box.x, box.y, box.w, picture_h};
    scene_box(look->scene, (Rect){box.x, box.y, box.w, int_min(picture_h + radius, box.h)},
              theme->picture_ground[section->family], radius);
    scene_box(look->scene, (Rect){box.x, box.y + picture_h, box.w, radius}, ground, 0);
    int side = int_min(pane.w, pane.h) * 88 / 100;
    ImageRef image = pack_image(pack, view->arena, section->image);
    if (image.path)
        scene_image(look->scene, (Rect){pane.x + (pane.w - side) / 2, pane.y + (pane.h - side) / 2, side, side}, image);
    scene_framed_box(look->scene, box, (Color){0}, radius, theme->line, hair);
    bool small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 20 : 32), title_h = px(look, 50);
    int inside = box.w - 2 * pad, line_h = text_fits(look, TYPE_TEXT, line, inside, 1)
                                               ? style_line_px(look, TYPE_TEXT)
                                               : 2 * style_line_px(look, TYPE_META);
    int words_h = small ? title_h : title_h + px(look, SPACE_2XS_U) + line_h;
    int y = box.y + picture_h + int_max(px(look, SPACE_XS_U), (box.h - picture_h - words_h) / 2);
    draw_layout(look, tile_title(look, title, small, inside, title_h), box.x + pad, y, theme->ink);
    if (!small)
        draw_tile_line(look, line,
                       (Rect){box.x + pad, y + title_h + px(look, SPACE_2XS_U), inside,
                              box.y + box.h - px(look, SPACE_XS_U) - y - title_h - px(look, SPACE_2XS_U)});
    scene_node_end(look->scene);
}

/* True if no word of any title is wider than what a row of that width leaves for it. */
static bool titles_fit(const View *view, const Look *look, const HomeRow *rows, int count, int width)
{
    for (int i = 0; i < count; i++)
        for (const char *at = rows[i].title; *at;) {
            size_t length = strcspn(at, " ");
            if (text_width(look, TYPE_ROW, arena_copy_bytes(view->arena, at, length)) > width) return false;
            at += length + strspn(at + length, " ");
        }
    return true;
}

/* `tight`: more stand side by side than there are tiles, with a title of two lines and nothing below it. */
static void draw_home_row(const View *view, const Look *look, Rect box, const HomeRow *row, bool tight)
{
    const Theme *theme = view->theme;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = row->id,
                                           .label = arena_format(view->arena, "%s. %s", row->title, row->line),
                                           .area = box,
                                           .radius_px = px(look, RADIUS_CARD_U),
                                           .action = row->action,
                                       });
    draw_card(look, box, px(look, SPACE_XL_U), look->scene->nodes[node].pressed ? theme->pressed : theme->card);
    bool small = tight || view->viewport->shape == SHAPE_SMALL;
    int disc = px(look, small ? 56 : 72), pad = px(look, small ? 16 : 24), gap = px(look, SPACE_L_U);
    const FamilyColors *colors = &theme->family[row->family];
    Rect circle = {box.x + pad, box.y + (box.h - disc) / 2, disc, disc};
    scene_framed_box(look->scene, circle, colors->tint, disc / 2, theme->high_contrast ? colors->deep : colors->tint,
                     px(look, theme->hair_u));
    int icon = disc * 5 / 9;
    scene_icon(look->scene, (Rect){circle.x + (disc - icon) / 2, circle.y + (disc - icon) / 2, icon, icon}, row->icon,
               colors->deep);
    int x = circle.x + disc + gap, width = box.x + box.w - pad - x;
    TypeStyle style = text_fits(look, TYPE_ROW, row->title, width, 2) ? TYPE_ROW : TYPE_CHIP;
    int title_h = text_height(look, style, row->title, width, 2), room = box.h - title_h - px(look, 4 + 16);
    int lines = room / style_line_px(look, TYPE_META);
    /* The second line is left out rather than cut. */
    bool lined = !small && lines > 0 && text_fits(look, TYPE_META, row->line, width, lines);
    int line_h = lined ? px(look, SPACE_3XS_U) + text_height(look, TYPE_META, row->line, width, lines) : 0;
    int y = box.y + (box.h - title_h - line_h) / 2;
    draw_text_max(look, style, row->title, (Rect){x, y, width, 0}, theme->ink, 2);
    if (lined)
        draw_text_max(look, TYPE_META, row->line, (Rect){x, y + title_h + px(look, SPACE_3XS_U), width, 0}, theme->ink2,
                      lines);
    scene_node_end(look->scene);
}

/* What greets people: one of the clinic's sentences, another one each day, or the program's own. */
static const char *home_title(const View *view)
{
    const List *welcome = site_welcome(view->site, &view->wall);
    return welcome && words_have(welcome, view->lang) ? words_in(welcome, view->lang).text
                                                      : word(view->words, "home-title");
}

/* The largest style in which it stays on one line; else the smallest, on two. */
static TypeStyle home_title_style(const View *view, const Look *look, const char *title, int width)
{
    static const TypeStyle styles[] = {TYPE_H1, TYPE_H1_SMALL, TYPE_H2};
    size_t i = view->viewport->shape == SHAPE_SMALL ? 1 : 0;
    if (view->viewport->shape == SHAPE_PORTRAIT) return TYPE_H1_SMALL;
    while (i + 1 < ARRAY_LEN(styles) && text_width(look, styles[i], title) > width) i++;
    return styles[i];
}

static void home_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Pack *pack = view->library->packs[0];
    chrome_top_home(view, scene);
    Rect main = chrome_main(view);
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    if (portrait) main.h -= px(&look, 56); /* the promise stands below */
    const char *title = home_title(view);
    TypeStyle style = home_title_style(view, &look, title, main.w);
    int y = main.y + px(&look, small ? 0 : 8);
    y += draw_prose(&look, NODE_HEADING, style, title, (Rect){main.x, y, main.w, 0}, view->theme->ink, 2);
    y += px(&look, small ? 12 : 28);
    HomeRow rows[HOME_ROWS_MAX];
    int row_count = home_rows(view, pack, rows), section_count = (int)pack->sections.count;
    const Section *sections = pack->sections.items;
    int columns = portrait ? 2 : 4, gap = chrome_gutter(view), row_h = px(&look, small ? 112 : 144);
    int tight_w = row_count > 0 ? (main.w - (row_count - 1) * gap) / row_count : 0;
    bool tight =
        row_count > 4 && !portrait && titles_fit(view, &look, rows, row_count, tight_w - px(&look, 16 + 56 + 20 + 16));
    int row_columns = tight ? row_count : columns,
        row_lines = row_count > 0 ? (row_count + row_columns - 1) / row_columns : 0;
    if (row_lines > 1 && !portrait) row_h = px(&look, small ? 88 : 112);
    int rows_h = row_lines * row_h + (row_lines > 0 ? row_lines * gap : 0);
    int tile_lines = int_max(1, (section_count + columns - 1) / columns);
    int tile_h = (main.y + main.h - y - rows_h - (tile_lines - 1) * gap) / tile_lines;
    tile_h = int_min(tile_h, px(&look, portrait ? 460 : 504));
    int tile_w = (main.w - (columns - 1) * gap) / columns;
    int words_h = px(&look, small ? 74 : 148);
    for (int i = 0; i < section_count; i++) {
        Rect box = {main.x + i % columns * (tile_w + gap), y + i / columns * (tile_h + gap), tile_w, tile_h};
        draw_tile(view, &look, box, tile_h - words_h, pack, &sections[i]);
    }
    y += tile_lines * (tile_h + gap);
    int row_w = tight ? tight_w : tile_w;
    for (int i = 0; i < row_count; i++)
        draw_home_row(
            view, &look,
            (Rect){main.x + i % row_columns * (row_w + gap), y + i / row_columns * (row_h + gap), row_w, row_h},
            &rows[i], tight);
}

const ScreenType screen_home = {.name = "home", .dock = DOCK_FULL, .build = home_build, .counts_idle = true};
