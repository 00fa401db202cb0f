/* screen_reading.c - a page, turned in whole pages that never cut a line. */
#include "screen/reach/reach.h"
#include "screen/reading/reading.h"
#include "screen/reading/reading_head.h"
#include "screen/frame/pager.h"

static int reading_page_count(const View *view)
{
    Reading reading;
    return reading_layout(view, &reading) ? reading.page_count : 1;
}

static int reading_part(const View *view)
{
    Reading reading;
    if (!reading_layout(view, &reading)) return 0;
    int page = int_clamp(view->session->place.page_number, 0, reading.page_count - 1);
    return page < reading.text_pages ? reading.pages[page].part : (int)reading.page->parts.count;
}

static int reading_page_of_part(const View *view, int part)
{
    Reading reading;
    if (!reading_layout(view, &reading)) return 0;
    if (part >= (int)reading.page->parts.count) return reading.page_count - 1;
    return (int)flow_page_of_part(&reading.flow, reading.pages, (size_t)reading.text_pages, part);
}

/* Records page number `page` of the column from 0, 0 into `part`. */
static void build_column(const View *view, const Reading *reading, int page, Scene *part)
{
    int height = reading->column.h - pager_height(view);
    scene_begin(part, view->arena, reading->column.w, height, view->theme->paper, reading->page->lang);
    part->open_focus = view->session->focus;
    part->open_pressed = view->session->pressed;
    if (page >= reading->text_pages) {
        reading_rail(view, part, reading, (Rect){0, 0, reading->column.w, height}, true);
        return;
    }
    int y = reading_head_draw(view, part, reading, page);
    if (page == 0 && reading->title_h > 0) {
        /* The spacer that stands for the head is the flow's first piece: draw from where it would begin. */
        int body = reading->chips_h + viewport_px(view->viewport, SPACE_S_U);
        y = body;
    }
    flow_emit(&reading->flow, &reading->pages[page], part, 0, y);
    if (reading->wrong_way) scene_mirror(part);
}

/* In motion only the page that is turned to can be touched. */
static void drop_nodes(Scene *part)
{
    part->node_count = 0;
    for (size_t i = 0; i < part->item_count; i++) part->items[i].node = -1;
}

static void append_column(const View *view, Scene *scene, const Reading *reading, int page, int dy, bool live)
{
    if (page < 0 || page >= reading->page_count) return;
    Scene part;
    build_column(view, reading, page, &part);
    if (!live) drop_nodes(&part);
    if (dy != 0)
        for (size_t i = 0; i < part.item_count; i++) part.items[i].may_clip = true;
    scene_append(scene, &part, reading->column.x, reading->column.y + dy);
}

/* How far the present page is from its place: under a finger, or on its way. */
static int column_offset(const View *view, Scene *scene, int height)
{
    const Session *session = view->session;
    if (session->turn_start_ms == 0) return session->drag_px;
    double t = (double)(view->now_ms - session->turn_start_ms) / MOTION_PAGE_MS;
    if (t >= 1 || view->state->reduced_motion) return 0;
    int direction = session->turn_from == session->place.page_number  ? 0
                    : session->turn_from < session->place.page_number ? 1
                                                                      : -1;
    int start = direction * height + session->turn_offset_px;
    scene_wake_at(scene, view->now_ms + MOTION_FRAME_MS);
    return (int)(start * (1 - ease_in_out_cubic(t)));
}

static void draw_columns(const View *view, Scene *scene, const Reading *reading, int page)
{
    int height = reading->column.h - pager_height(view);
    int offset = column_offset(view, scene, height);
    int clip = scene->open_clip, bleed = viewport_px(view->viewport, SPACE_S_U);
    Rect window = {reading->column.x - bleed, reading->column.y, reading->column.w + 2 * bleed, height};
    if (offset != 0) scene_push_clip(scene, window);
    append_column(view, scene, reading, page, offset, true);
    if (offset > 0) append_column(view, scene, reading, page - 1, offset - height, false);
    if (offset < 0) append_column(view, scene, reading, page + 1, offset + height, false);
    scene_pop_clip(scene, clip);
}

/* What stands beside the text otherwise: the picture before it, and what can be touched for the deck. */
static void draw_deck(const View *view, Scene *scene, const Reading *reading, int page)
{
    Look look = view_look(view, scene);
    Rect pane = reading->picture;
    if (!rect_is_empty(pane)) {
        ImageRef image = pack_image(reading->pack, view->arena, reading->place.entry->image);
        draw_picture_pane(&look, pane, px(&look, SPACE_XL_U), reading->family, image,
                          int_min(pane.w, pane.h) * 84 / 100);
    }
    reading_head_deck(view, scene, reading, page, reading->rail.x, reading->rail.y);
    reading_rail_deck(view, scene, reading, reading->rail, page + 1 == reading->page_count);
}

static const char *trail_text(const View *view, const Reading *reading)
{
    const char *above = NULL;
    if (reading->placed && reading->place.section) {
        const SectionWords *words = pack_section_words(reading->pack, reading->place.section->id, view->lang);
        above = words ? words->title : NULL;
    } else if (reading->placed) {
        const PackWords *words = pack_words(reading->pack, view->lang);
        above = words && words->articles.title ? words->articles.title : word(view->words, "articles");
    }
    return above ? arena_format(view->arena, "%s  /  %s", above, reading->page->title) : reading->page->title;
}

static void draw_missing(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    Rect main = chrome_main(view);
    chrome_top(view, scene, "");
    int y = main.y + px(&look, SPACE_XS_U);
    y += draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, word(view->words, "reading-missing"),
                    (Rect){main.x, y, main.w, 0}, view->theme->ink, 2);
    draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "reading-missing-text"),
               (Rect){main.x, y + px(&look, SPACE_XL_U), main.w, 0}, view->theme->ink, 0);
}

void reading_body(const View *view, Scene *scene, const Reading *reading)
{
    int page = int_clamp(view->session->place.page_number, 0, reading->page_count - 1);
    scene_node(scene, (SceneNode){.role = NODE_PAGER, .id = "pages", .area = reading->column});
    scene_node_end(scene);
    draw_columns(view, scene, reading, page);
    Pager pager = {
        .page = page,
        .count = reading->page_count,
        .forward = word(view->words, "reading-keep"),
        .end = reading->page_count > 1 ? word(view->words, "reading-top") : NULL,
        .status = pager_status(view, page, reading->page_count),
        .line = true,
    };
    pager_draw(view, scene, reading->column, &pager);
    if (reach_on(view))
        draw_deck(view, scene, reading, page);
    else if (reading->rail_beside)
        reading_rail(view, scene, reading, reading->rail, page + 1 == reading->page_count);
}

static void reading_build(const View *view, Scene *scene)
{
    Reading reading;
    if (!reading_layout(view, &reading)) {
        draw_missing(view, scene);
        return;
    }
    chrome_top(view, scene, trail_text(view, &reading));
    reading_body(view, scene, &reading);
}

const ScreenType screen_reading = {
    .name = "reading",
    .dock = DOCK_FULL,
    .page_count = reading_page_count,
    .part = reading_part,
    .page_of_part = reading_page_of_part,
    .build = reading_build,
    .own_view = true,
    .counts_idle = true,
};
