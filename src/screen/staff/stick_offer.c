/* stick_offer.c - what a pack on the stick would change: who made it, which pages, which phone numbers. */
#include "screen/staff/stick_parts.h"

enum { CHANGE_KINDS = 3 };

static size_t changes_of(const PackDiff *diff, ChangeKind kind)
{
    return kind == CHANGE_ADDED ? diff->added : kind == CHANGE_CHANGED ? diff->changed : diff->removed;
}

static const char *changes_label(const View *view, ChangeKind kind, size_t count)
{
    static const char *const keys[] = {"usb-added", "usb-changed", "usb-removed"};
    return word_count(view->words, view->arena, keys[kind], (long)count);
}

/* "4 pages added" and as many of their titles as there is room for. */
static void draw_changes(const View *view, const Look *look, Rect box, ChangeKind kind)
{
    static const Family tints[] = {FAMILY_TREATMENT, FAMILY_SYMPTOMS, FAMILY_LIBRARY};
    const PackDiff *diff = &stick_pack(view)->diff;
    const Theme *theme = look->theme;
    size_t count = changes_of(diff, kind), shown = 0;
    int pad = px(look, SPACE_XL_U), y = box.y + px(look, SPACE_M_U),
        line = style_line_px(look, TYPE_CHIP) + px(look, SPACE_XS_U), w = box.w - 2 * pad;
    Color tint = kind == CHANGE_REMOVED ? theme->sunk : theme->family[tints[kind]].tint;
    scene_framed_box(look->scene, box, tint, px(look, SPACE_L_U), theme->high_contrast ? theme->line : tint,
                     px(look, theme->hair_u));
    TextSpan span = {staff_number(view, (long)count), FACE_HEAD_SEMIBOLD, px(look, 56)};
    TextStyle how = {.line_px = px(look, 68)};
    const TextLayout *number = text_layout(look->text, look->lang, &span, 1, &how);
    const char *label = changes_label(view, kind, count);
    scene_node(look->scene, (SceneNode){.role = NODE_HEADING,
                                        .label = arena_format(view->arena, "%zu %s", count, label),
                                        .area = {box.x, y, box.w, how.line_px}});
    draw_layout(look, number, box.x + pad, y, theme->ink);
    int label_x = box.x + pad + number->width_px + px(look, 14),
        label_w = box.x + box.w - px(look, SPACE_S_U) - label_x;
    int label_h = text_height(look, TYPE_LABEL, label, label_w, 2);
    draw_text_max(look, TYPE_LABEL, label, (Rect){label_x, y + (how.line_px - label_h) / 2, label_w, label_h},
                  theme->ink, 2);
    scene_node_end(look->scene);
    y += how.line_px + px(look, SPACE_3XS_U);
    int end = box.y + box.h - px(look, SPACE_S_U);
    const char *also = word(view->words, "usb-also");
    int also_h = text_height(look, TYPE_CHIP, also, w, 2);
    if (kind == CHANGE_CHANGED && stick_also(view, diff, NULL) > 0 && y + also_h <= end) {
        end -= also_h;
        draw_prose(look, NODE_TEXT, TYPE_CHIP, also, (Rect){box.x + pad, end, w, 0}, theme->ink2, 2);
    }
    for (size_t i = 0; i < diff->page_count; i++) {
        if (diff->pages[i].kind != kind) continue;
        int height = text_height(look, TYPE_CHIP, diff->pages[i].title, w, 3), more = count - shown > 1 ? line : 0;
        if (y + height + more > end) break;
        y += draw_prose(look, NODE_TEXT, TYPE_CHIP, diff->pages[i].title, (Rect){box.x + pad, y, w, 0}, theme->ink, 3) +
             px(look, SPACE_XS_U);
        shown++;
    }
    if (shown > 0 && shown < count && y + line <= end)
        draw_prose(look, NODE_TEXT, TYPE_CHIP,
                   word_with(view->words, view->arena, "usb-more", "n", staff_number(view, (long)(count - shown))),
                   (Rect){box.x + pad, y, w, 0}, theme->ink2, 1);
}

static int draw_signer(const View *view, const Look *look, int x, int y, int w)
{
    const FoundPack *pack = stick_pack(view);
    const Theme *theme = look->theme;
    int icon = px(look, SPACE_4XL_U), gap = px(look, SPACE_M_U);
    const char *text = word(view->words, pack->is_signed && !pack->signer ? "why-key" : "usb-not-signed");
    if (pack->signer && date_is_set(pack->made))
        text = word_fill(view->arena, word_with(view->words, view->arena, "usb-signed-by", "name", pack->signer),
                         "date", staff_date(view, pack->made));
    else if (pack->signer)
        text = word_with(view->words, view->arena, "staff-signed-by", "name", pack->signer);
    Color ink = pack->signer ? theme->primary : theme->family[FAMILY_CRISIS].deep;
    scene_icon(look->scene, (Rect){x, y, icon, icon}, "shield", ink);
    int height = draw_prose(look, NODE_TEXT, TYPE_ROW, text, (Rect){x + icon + gap, y, w - icon - gap, 0}, ink, 2);
    if (!pack->signer && view->viewport->shape != SHAPE_SMALL)
        height += draw_prose(look, NODE_TEXT, TYPE_TEXT, word(view->words, "usb-not-signed-text"),
                             (Rect){x + icon + gap, y + height, w - icon - gap, 0}, theme->ink2, 3);
    return int_max(icon, height);
}

static const char *versions(const View *view)
{
    const FoundPack *pack = stick_pack(view);
    if (!pack->version_before) return word_with(view->words, view->arena, "usb-new-pack", "version", pack->version);
    return word_fill(view->arena, word_with(view->words, view->arena, "usb-versions", "from", pack->version_before),
                     "to", pack->version);
}

static void draw_main(const View *view, const Look *look, Rect box)
{
    Rect in = staff_card(look, box);
    const FoundPack *pack = stick_pack(view);
    const Theme *theme = look->theme;
    bool small = view->viewport->shape == SHAPE_SMALL;
    const Button buttons[] = {
        {.id = "install",
         .label = word(view->words, "usb-install"),
         .icon = view->staff->stick.needs_pin ? "lock" : NULL,
         .primary = true,
         .disabled = view->staff->busy,
         .action = {.kind = ACTION_STICK_INSTALL}},
        {.id = "not-now", .label = word(view->words, "usb-not-now"), .action = {.kind = ACTION_STICK_CLOSE}},
        {.id = pack->copy && pack_diff_has_pages(&pack->diff) ? "preview" : NULL,
         .label = word(view->words, "usb-preview"),
         .icon = view->staff->stick.needs_pin && !pack->signer ? "lock" : NULL,
         .disabled = view->staff->busy,
         .action = {.kind = ACTION_STICK_PREVIEW}},
        {.id = "every", .label = word(view->words, "usb-see-every"), .action = {.kind = ACTION_STICK_ALL_CHANGES}},
    };
    int y = in.y, gap = px(look, SPACE_M_U), foot = staff_buttons_height(look, in.w, buttons, ARRAY_LEN(buttons)),
        bottom = in.y + in.h - foot;
    staff_buttons(look, (Rect){in.x, bottom, in.w, foot}, buttons, ARRAY_LEN(buttons));
    bottom -= px(look, small ? 16 : 28);
    if (!small)
        y += draw_prose(look, NODE_HEADING, TYPE_H1_SMALL, word(view->words, "usb-found"), (Rect){in.x, y, in.w, 0},
                        theme->ink, 1) +
             px(look, SPACE_XS_U);
    y += draw_signer(view, look, in.x, y, in.w) + gap;
    scene_box(look->scene, (Rect){in.x, y, in.w, px(look, HAIR_U)}, theme->line, 0);
    y += px(look, SPACE_S_U);
    const char *from_to = versions(view);
    int right = int_min(text_width(look, TYPE_ROW, from_to), in.w / 2), row = px(look, 52);
    draw_text_end(look, TYPE_ROW, from_to, (Rect){in.x + in.w - right, y, right, row}, theme->ink);
    scene_text_node(look->scene, NODE_HEADING, arena_format(view->arena, "%s. %s", pack->title, from_to),
                    (Rect){in.x, y, in.w, row});
    draw_text_middle(look, TYPE_ROW, pack->title, (Rect){in.x, y, in.w - right - gap, row}, theme->ink);
    y += row + px(look, SPACE_S_U);
    const Stat stats[] = {
        {staff_bytes(view, pack->bytes), word(view->words, "usb-size")},
        {staff_number(view, (long)pack->diags.warnings),
         word_count(view->words, view->arena, "usb-warnings-label", (long)pack->diags.warnings)},
        {pack->version_before ? pack->version_before : "\xE2\x80\x93", word(view->words, "usb-backup")},
    };
    Scene aside; /* to know the height before it is drawn at the bottom */
    Look measure = *look;
    scene_begin(&aside, view->arena, view->viewport->w, view->viewport->h, theme->paper, view->lang);
    measure.scene = &aside;
    int stats_h = small ? 0 : staff_stats(&measure, in.x, 0, in.w, stats, ARRAY_LEN(stats));
    if (!small) staff_stats(look, in.x, bottom - stats_h, in.w, stats, ARRAY_LEN(stats));
    int height = bottom - stats_h - (small ? 0 : gap) - y, width = (in.w - 2 * gap) / CHANGE_KINDS;
    for (int kind = 0; kind < CHANGE_KINDS; kind++)
        draw_changes(view, look, (Rect){in.x + kind * (width + gap), y, width, height}, (ChangeKind)kind);
}

/* A number that goes is struck out; the one that comes is large enough to be dialled from. */
static int draw_number(const View *view, const Look *look, Rect box, const NumberChange *change)
{
    const Theme *theme = look->theme;
    int y = box.y + px(look, SPACE_S_U), gap = px(look, SPACE_M_U);
    const char *before = change->before ? change->before : "\xE2\x80\x93",
               *after = change->after ? change->after : "\xE2\x80\x93";
    scene_box(look->scene, (Rect){box.x, box.y, box.w, px(look, HAIR_U)}, theme->family[FAMILY_CRISIS].deep, 0);
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT,
                                        .label = arena_format(view->arena, "%s. %s: %s. %s: %s", change->label,
                                                              word(view->words, "usb-phone-old"), before,
                                                              word(view->words, "usb-phone-new"), after),
                                        .area = box});
    y += draw_text_max(look, TYPE_CHIP, change->label, (Rect){box.x, y, box.w, 0}, theme->ink, 2);
    TextSpan spans[] = {{before, FACE_BODY_REGULAR, px(look, 28)}, {after, FACE_HEAD_SEMIBOLD, px(look, 36)}};
    TextStyle how = {.line_px = px(look, 52)};
    const TextLayout *old = text_layout(view->text, view->lang, &spans[0], 1, &how),
                     *new = text_layout(view->text, view->lang, &spans[1], 1, &how);
    Color strike = theme->ink2;
    strike.a = 192; /* below the digits, which stay easy to read */
    if (change->before)
        scene_box(look->scene, (Rect){box.x, y + how.line_px / 2, old->width_px, px(look, HAIR_U)}, strike, 0);
    draw_layout(look, old, box.x, y, theme->ink2);
    int arrow = px(look, ICON_S_U), x = box.x + old->width_px + gap;
    if (x + arrow + gap + new->width_px > box.x + box.w) {
        y += how.line_px;
        x = box.x;
    }
    scene_icon(look->scene, (Rect){x, y + (how.line_px - arrow) / 2, arrow, arrow}, "next", theme->ink);
    draw_layout(look, new, x + arrow + gap, y, theme->ink);
    scene_node_end(look->scene);
    return y + how.line_px + px(look, SPACE_XS_U) - box.y;
}

static TypeStyle sentence_style(const View *view)
{
    return view->viewport->shape == SHAPE_SMALL ? TYPE_CHIP : TYPE_TEXT;
}

static const char *kept_words(const View *view, const PackDiff *diff)
{
    const char *list = "";
    for (size_t i = 0; i < diff->kept_count && i < 4; i++)
        list = arena_format(view->arena, "%s%s%s", list, i > 0 ? ", " : "", diff->kept[i].after);
    return diff->kept_count > 0 ? word_with(view->words, view->arena, "usb-phone-same", "numbers", list) : NULL;
}

static void draw_numbers(const View *view, const Look *look, Rect box)
{
    const PackDiff *diff = &stick_pack(view)->diff;
    bool changes = diff->number_count > 0;
    Rect in = changes ? staff_pane(look, box, FAMILY_CRISIS) : staff_card(look, box);
    bool small = view->viewport->shape == SHAPE_SMALL; /* there the numbers that change have the room */
    const char *kept = small && changes ? NULL : kept_words(view, diff);
    TypeStyle sentence = sentence_style(view);
    int bottom = in.y + in.h, y = in.y;
    if (kept) {
        int lines = text_height(look, sentence, kept, in.w - px(look, 44), 4), icon = px(look, SPACE_3XL_U);
        bottom -= lines;
        scene_icon(look->scene, (Rect){in.x, bottom, icon, icon}, "check", look->theme->ink);
        draw_prose(look, NODE_TEXT, sentence, kept, (Rect){in.x + px(look, 44), bottom, in.w - px(look, 44), 0},
                   look->theme->ink, 4);
        bottom -= px(look, SPACE_M_U);
    }
    const char *title = changes ? word(view->words, "usb-phone-title") : word(view->words, "usb-phone-none");
    y += draw_prose(look, NODE_HEADING, TYPE_H2, title, (Rect){in.x, y, in.w, 0}, look->theme->ink, 2) +
         px(look, SPACE_XS_U);
    if (changes)
        y += draw_prose(look, NODE_TEXT, sentence, word(view->words, "usb-phone-text"), (Rect){in.x, y, in.w, 0},
                        look->theme->ink, 4) +
             px(look, SPACE_M_U);
    for (size_t i = 0; i < diff->number_count; i++) {
        bool is_last = i + 1 == diff->number_count;
        int needed = px(look, 160), room = bottom - y;
        if (room < needed || (!is_last && room < needed + px(look, SPACE_4XL_U))) {
            const char *more = word_with(view->words, view->arena, "usb-more", "n",
                                         staff_number(view, (long)(diff->number_count - i)));
            draw_prose(look, NODE_TEXT, TYPE_CHIP, more, (Rect){in.x, y, in.w, 0}, look->theme->ink, 1);
            break;
        }
        y += draw_number(view, look, (Rect){in.x, y, in.w, needed}, &diff->numbers[i]);
    }
}

static const char *pin_words(const View *view)
{
    const FoundPack *pack = stick_pack(view);
    if (!view->staff->stick.needs_pin) return NULL;
    if (!view->staff->is_open) return word(view->words, "usb-pin-asked");
    if (pack->pin_reason == PIN_NUMBERS) return word(view->words, "pin-again-why");
    if (pack->pin_reason == PIN_UNSIGNED) return word(view->words, "pin-again-unsigned");
    if (pack->pin_reason == PIN_UNKNOWN_KEY) return word(view->words, "why-key");
    return word(view->words, "usb-pin-asked");
}

void stick_offer(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    Rect main, side;
    staff_split(view, staff_main(view), 65, &main, &side);
    draw_main(view, &look, main);
    const char *pin = pin_words(view);
    if (pin) {
        int pad = px(&look, SPACE_2XL_U), icon = px(&look, SPACE_4XL_U),
            lines = text_height(&look, sentence_style(view), pin, side.w - 2 * pad - icon - pad, 3),
            height = int_max(icon, lines) + 2 * pad;
        Rect card = {side.x, side.y + side.h - height, side.w, height};
        draw_card(&look, card, px(&look, SPACE_XL_U), view->theme->card);
        scene_icon(scene, (Rect){card.x + pad, card.y + (height - icon) / 2, icon, icon}, "lock", view->theme->ink);
        draw_prose(&look, NODE_TEXT, sentence_style(view), pin,
                   (Rect){card.x + 2 * pad + icon, card.y + (height - lines) / 2, side.w - 3 * pad - icon, 0},
                   view->theme->ink, 3);
        side.h -= height + px(&look, SPACE_XL_U);
    }
    draw_numbers(view, &look, side);
}
