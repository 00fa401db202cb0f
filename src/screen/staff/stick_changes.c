/* stick_changes.c - every change that a pack on the stick would make, one a line. */
#include "screen/staff/stick_parts.h"
#include "screen/frame/pager.h"

enum { LINE_U = 64 };

size_t stick_also(const View *view, const PackDiff *diff, const char *out[STICK_ALSO_MAX])
{
    const struct {
        bool changes;
        const char *key;
    } rows[STICK_ALSO_MAX] = {
        {diff->pictures > 0, "usb-also-pictures"},
        {diff->sounds > 0, "usb-also-sounds"},
        {diff->structure, "usb-also-order"},
    };
    size_t count = 0;
    for (size_t i = 0; i < STICK_ALSO_MAX && !diff->is_new; i++) {
        if (!rows[i].changes) continue;
        if (out) out[count] = word(view->words, rows[i].key);
        count++;
    }
    return count;
}

/* Every change, one a line: pages, then numbers, then what is neither, then what else to know. */
static size_t lines_count(const View *view, const FoundPack *pack)
{
    return pack->diff.page_count + pack->diff.number_count + stick_also(view, &pack->diff, NULL) + pack->diags.warnings;
}

static int lines_fit(const View *view)
{
    Rect room = staff_main(view);
    int pad = viewport_px(view->viewport, SPACE_4XL_U), head = viewport_px(view->viewport, 84);
    return int_max(1, (room.h - 2 * pad - head - pager_height(view)) / viewport_px(view->viewport, LINE_U));
}

int stick_changes_pages(const View *view)
{
    int fits = lines_fit(view);
    const FoundPack *pack = stick_pack(view);
    return pack ? int_max(1, ((int)lines_count(view, pack) + fits - 1) / fits) : 1;
}

static const char *line_text(const View *view, const FoundPack *pack, size_t i, const char **kind)
{
    static const char *const keys[] = {"usb-added-list", "usb-changed-list", "usb-removed-list"};
    const PackDiff *diff = &pack->diff;
    if (i < diff->page_count) {
        const PageChange *page = &diff->pages[i];
        *kind = word(view->words, keys[page->kind]);
        return page->langs[0] ? arena_format(view->arena, "%s (%s)", page->title, page->langs) : page->title;
    }
    i -= diff->page_count;
    if (i < diff->number_count) {
        const NumberChange *number = &diff->numbers[i];
        *kind = word(view->words, "usb-phone-new");
        return arena_format(view->arena, "%s: %s, %s", number->label, number->before ? number->before : "\xE2\x80\x93",
                            number->after ? number->after : "\xE2\x80\x93");
    }
    i -= diff->number_count;
    const char *also[STICK_ALSO_MAX];
    size_t also_count = stick_also(view, diff, also);
    *kind = i < also_count ? word(view->words, keys[CHANGE_CHANGED]) : "";
    if (i < also_count) return also[i];
    i -= also_count;
    for (size_t d = 0; d < pack->diags.count; d++) {
        const Diag *diag = &pack->diags.items[d];
        if (diag->level != DIAG_WARNING || i-- > 0) continue;
        return diag->at.line > 0 ? arena_format(view->arena, "%s:%d: %s", diag->at.file, diag->at.line, diag->message)
                                 : arena_format(view->arena, "%s: %s", diag->at.file, diag->message);
    }
    return "";
}

void stick_changes(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const FoundPack *pack = stick_pack(view);
    Rect in = staff_card(&look, staff_main(view));
    int y = in.y + px(&look, 84), line = px(&look, LINE_U), fits = lines_fit(view),
        page = view->session->place.page_number;
    draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, pack->title, (Rect){in.x, in.y, in.w, 0}, view->theme->ink, 1);
    int kind_w = in.w * 18 / 100;
    for (int i = page * fits; i < (page + 1) * fits && i < (int)lines_count(view, pack); i++, y += line) {
        const char *kind, *text = line_text(view, pack, (size_t)i, &kind);
        scene_text_node(scene, NODE_TEXT, arena_format(view->arena, "%s %s", kind, text), (Rect){in.x, y, in.w, line});
        draw_text_middle(&look, TYPE_META, kind, (Rect){in.x, y, kind_w, line}, view->theme->ink2);
        draw_text_middle(&look, TYPE_CHIP, text, (Rect){in.x + kind_w, y, in.w - kind_w, line}, view->theme->ink);
        scene_box(scene, (Rect){in.x, y + line - px(&look, HAIR_U), in.w, px(&look, HAIR_U)}, view->theme->line, 0);
    }
    Pager pager = {.page = page,
                   .count = stick_changes_pages(view),
                   .forward = word(view->words, "show-more"),
                   .end = word(view->words, "reading-top")};
    if (pager.count > 1) pager_draw(view, scene, in, &pager);
}
