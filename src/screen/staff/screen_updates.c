/* screen_updates.c - what was installed, when, and by whom it was signed. */
#include <string.h>

#include "screen/staff/staff_parts.h"
#include "screen/frame/pager.h"

enum { UPDATE_ROW_U = 156 };

static int rows_fit(const View *view)
{
    Rect room = staff_main(view);
    int pad = viewport_px(view->viewport, SPACE_4XL_U), head = viewport_px(view->viewport, KEY_U);
    return int_max(1, (room.h - 2 * pad - head - pager_height(view)) / viewport_px(view->viewport, UPDATE_ROW_U));
}

static int updates_pages(const View *view)
{
    int fits = rows_fit(view);
    return ((int)view->staff->history_count + fits - 1) / fits;
}

static const char *pack_name(const StaffView *staff, const char *id)
{
    for (size_t i = 0; i < staff->pack_count; i++)
        if (strcmp(staff->packs[i].id, id) == 0) return staff->packs[i].title;
    return id;
}

static const char *versions_of(const View *view, const HistoryEntry *entry, const char *name)
{
    bool is_first = strcmp(entry->from, "-") == 0;
    const char *text = word_with(view->words, view->arena, is_first ? "updates-first" : "updates-row", "name", name);
    return word_fill(view->arena, word_fill(view->arena, text, "from", entry->from), "to", entry->to);
}

static const char *manner_of(const View *view, const HistoryEntry *entry, const char *name)
{
    bool is_signed = strcmp(entry->signer, "-") != 0;
    switch (entry->kind) {
    case HISTORY_INSTALLED:
        return is_signed ? word_with(view->words, view->arena, "staff-signed-by", "name", entry->signer)
                         : word(view->words, "staff-not-signed");
    case HISTORY_ROLLED_BACK: return word(view->words, "restore");
    case HISTORY_TAKEN_BACK: return word_with(view->words, view->arena, "restore-by-itself", "name", name);
    }
    return "";
}

static void draw_update_row(const View *view, const Look *look, const HistoryEntry *entry, Rect box)
{
    const Theme *theme = look->theme;
    const char *name = pack_name(view->staff, entry->id);
    const char *what = versions_of(view, entry, name), *how = manner_of(view, entry, name);
    const char *when = staff_date(view, entry->when);
    int date = box.w * 26 / 100, gap = px(look, SPACE_M_U), x = box.x + date, w = box.w - date;
    int when_h = text_height(look, TYPE_CHIP, when, date - gap, 3), what_h = text_height(look, TYPE_ROW, what, w, 2),
        how_h = text_height(look, TYPE_META, how, w, 2);
    int y = box.y + (box.h - what_h - how_h) / 2;
    scene_text_node(look->scene, NODE_TEXT, arena_format(view->arena, "%s. %s. %s", when, what, how), box);
    draw_text_max(look, TYPE_CHIP, when, (Rect){box.x, box.y + (box.h - when_h) / 2, date - gap, when_h}, theme->ink2,
                  3);
    draw_text_max(look, TYPE_ROW, what, (Rect){x, y, w, what_h}, theme->ink, 2);
    draw_text_max(look, TYPE_META, how, (Rect){x, y + what_h, w, how_h}, theme->ink2, 2);
    scene_box(look->scene, (Rect){box.x, box.y + box.h - px(look, HAIR_U), box.w, px(look, HAIR_U)}, theme->line, 0);
}

static void updates_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const StaffView *staff = view->staff;
    staff_top(view, scene, word(view->words, "updates"), true);
    Rect in = staff_card(&look, staff_main(view));
    int y = in.y +
            draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, word(view->words, "updates"), (Rect){in.x, in.y, in.w, 0},
                       view->theme->ink, 1) +
            px(&look, SPACE_S_U);
    if (staff->history_count == 0)
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "updates-none"), (Rect){in.x, y, in.w, 0},
                   view->theme->ink, 2);
    int fits = rows_fit(view), page = view->session->place.page_number, pages = int_max(1, updates_pages(view)),
        row = px(&look, UPDATE_ROW_U);
    for (int i = page * fits; i < (page + 1) * fits && i < (int)staff->history_count; i++, y += row)
        draw_update_row(view, &look, &staff->history[i], (Rect){in.x, y, in.w, row});
    if (pages < 2) return;
    Pager pager = {.page = page,
                   .count = pages,
                   .forward = word(view->words, "show-more"),
                   .end = word(view->words, "reading-top")};
    pager_draw(view, scene, in, &pager);
}

const ScreenType screen_updates = {
    .name = "updates", .dock = DOCK_NONE, .for_staff = true, .page_count = updates_pages, .build = updates_build};
