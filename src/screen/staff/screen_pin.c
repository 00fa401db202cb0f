/* screen_pin.c - "Staff only". A visitor who came here by mistake has every way out, and the number. */
#include "screen/staff/staff_parts.h"

static const char *pause_text(const View *view, Scene *scene)
{
    int64_t left_ms = view->staff->pad.pause_until_ms - view->now_ms;
    long seconds = (long)((left_ms + 999) / 1000), minutes = (seconds + 59) / 60;
    bool counts_minutes = seconds > 60;
    /* The next time that the sentence says something else. */
    scene_wake_at(scene, view->staff->pad.pause_until_ms -
                             (counts_minutes ? (minutes - 1) * 60 : seconds - 1) * (int64_t)1000);
    return counts_minutes ? word_count(view->words, view->arena, "pin-wait-minutes", minutes)
                          : word_count(view->words, view->arena, "pin-wait-seconds", seconds);
}

static bool is_paused(const View *view) { return view->now_ms < view->staff->pad.pause_until_ms; }

/* Below the circles: what came of the last try. */
static const char *pad_line(const View *view, Scene *scene)
{
    const Pad *pad = &view->staff->pad;
    const char *left = word_count(view->words, view->arena, "pin-left", pad->tries_left);
    if (is_paused(view)) return pause_text(view, scene);
    switch (pad->state) {
    case PAD_ASKS: return left;
    case PAD_WRONG:
        if (pad->purpose == PAD_RECOVERS)
            return arena_format(view->arena, "%s %s", word(view->words, "pin-recovery-wrong"), left);
        return arena_format(view->arena, "%s %s", word(view->words, "pin-wrong"), left);
    case PAD_CHECKS: return word(view->words, "staff-checking");
    case PAD_BROKEN: return word(view->words, "pin-broken");
    case PAD_SLIP: return word_with(view->words, view->arena, "pin-recovery-slip", "n", staff_number(view, pad->slip));
    case PAD_WEAK:
    case PAD_DIFFERS:
    case PAD_NO_PIN: break;
    }
    return "";
}

static const char *why_again(const View *view)
{
    const Pad *pad = &view->staff->pad;
    if (pad->state == PAD_NO_PIN) return word(view->words, "pin-none");
    if (pad->purpose == PAD_RECOVERS) return word(view->words, "pin-recovery-text");
    if (pad->purpose != PAD_INSTALLS || pad->reason == PIN_NOT_NEEDED) return word(view->words, "pin-text");
    if (!view->staff->is_open) return word(view->words, "usb-pin-asked"); /* for the first time */
    if (pad->reason == PIN_NUMBERS) return word(view->words, "pin-again-why");
    if (pad->reason == PIN_UNSIGNED) return word(view->words, "pin-again-unsigned");
    return word(view->words, "pin-text");
}

static const char *title_words(const View *view)
{
    const Pad *pad = &view->staff->pad;
    if (pad->purpose == PAD_RECOVERS) return word(view->words, "pin-recovery");
    return word(view->words, pad->purpose == PAD_INSTALLS && view->staff->is_open ? "pin-again" : "pin-title");
}

static void pin_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const Theme *theme = view->theme;
    bool small = view->viewport->shape == SHAPE_SMALL, stacked = view->viewport->shape == SHAPE_PORTRAIT;
    bool has_keys = view->staff->pad.state != PAD_NO_PIN;
    int room_h = view->viewport->h - chrome_dock_height(view), pad = px(&look, small ? 32 : 64),
        gap = px(&look, small ? 32 : 64);
    int keys_w = has_keys ? staff_pad_width(&look, small) : 0, keys_h = has_keys ? staff_pad_height(&look, small) : 0;
    int width = int_min(px(&look, 1120), view->viewport->w - 2 * px(&look, SPACE_3XL_U)), inside = width - 2 * pad;
    int words_w = stacked || !has_keys ? inside : inside - keys_w - gap;
    const char *title = title_words(view), *text = why_again(view), *line = pad_line(view, scene);
    bool is_code = view->staff->pad.purpose == PAD_RECOVERS,
         offers_code = has_keys && view->staff->pad.purpose == PAD_OPENS_PANEL;
    int digits_h = is_code ? staff_code_height(&look) : px(&look, 36);
    int icon = small ? 0 : px(&look, 52), line_h = text_height(&look, TYPE_META, line, words_w, 4);
    int words_h = icon + px(&look, 12 + HEAD_GAP_U) + text_height(&look, TYPE_H1_SMALL, title, words_w, 3) +
                  text_height(&look, TYPE_TEXT, text, words_w, 0) + px(&look, SPACE_XL_U) +
                  (has_keys ? digits_h + px(&look, SPACE_S_U) + line_h : 0) + px(&look, 32 + 96) +
                  (offers_code ? px(&look, 16 + 72) : 0);
    int height = 2 * pad + (stacked && has_keys ? words_h + gap + keys_h : int_max(words_h, keys_h));
    Rect card = {(view->viewport->w - width) / 2, int_max(px(&look, SPACE_M_U), (room_h - height) / 2), width, height};
    scene->ground = theme->sunk;
    draw_card(&look, card, px(&look, SPACE_3XL_U), theme->card);
    int x = card.x + pad, y = card.y + pad;
    if (icon > 0) scene_icon(scene, (Rect){x, y, icon, icon}, "lock", theme->ink);
    y += icon + px(&look, SPACE_S_U);
    y += draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, title, (Rect){x, y, words_w, 0}, theme->ink, 3) +
         px(&look, HEAD_GAP_U);
    y += draw_prose(&look, NODE_TEXT, TYPE_TEXT, text, (Rect){x, y, words_w, 0}, theme->ink, 0) + px(&look, SPACE_XL_U);
    if (has_keys) {
        if (is_code)
            staff_code(view, &look, x, y, &view->staff->pad);
        else
            staff_digits(view, &look, x, y, view->staff->pad.digits);
        y += digits_h + px(&look, SPACE_S_U);
        y += draw_prose(&look, NODE_TEXT, TYPE_META, line, (Rect){x, y, words_w, 0}, theme->ink2, 4);
    }
    Button back = {.id = "pin.back",
                   .label = word(view->words, "go-back"),
                   .icon = "back",
                   .large = true,
                   .action = {.kind = ACTION_STAFF_BACK}};
    draw_button(&look, &back, x, y + px(&look, SPACE_3XL_U), int_min(words_w, px(&look, 424)));
    if (!has_keys) return;
    y += px(&look, 32 + 96 + 16);
    Button code = {
        .id = "pin.code", .label = word(view->words, "pin-recovery"), .action = {.kind = ACTION_PIN_RECOVER}};
    if (offers_code) draw_button(&look, &code, x, y, int_min(words_w, button_width(&look, &code)));
    int keys_x = stacked ? card.x + (card.w - keys_w) / 2 : card.x + card.w - pad - keys_w;
    staff_pad(view, &look, keys_x, stacked ? card.y + card.h - pad - keys_h : card.y + (card.h - keys_h) / 2, small);
}

const ScreenType screen_pin = {.name = "pin", .dock = DOCK_FULL, .for_staff = true, .build = pin_build};
