/* stick_result.c - an update while it is installed, when it is done, and when it was refused. */
#include <string.h>

#include "base/utf8.h"
#include "screen/staff/stick_parts.h"
#include "screen/frame/code_card.h"
#include "store/stick/report.h"

static const char *signed_words(const View *view, const FoundPack *pack)
{
    const char *text = word_count(view->words, view->arena,
                                  pack->signer ? "install-verified-text" : "install-unsigned-text", (long)pack->files);
    return pack->signer ? word_fill(view->arena, text, "name", pack->signer) : text;
}

static const char *from_to(const View *view, const FoundPack *pack)
{
    const char *versions =
        pack->version_before
            ? word_fill(view->arena, word_with(view->words, view->arena, "usb-versions", "from", pack->version_before),
                        "to", pack->version)
            : word_with(view->words, view->arena, "usb-new-pack", "version", pack->version);
    return arena_format(view->arena, "%s, %s", pack->title, versions);
}

static void draw_art(const View *view, const Look *look, Rect box, const char *icon)
{
    int side = int_min(int_min(box.w, box.h), px(look, 280));
    if (side < px(look, KEY_U)) return;
    Rect disc = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    scene_box(look->scene, disc, view->theme->primary, side / 2);
    scene_icon(look->scene, rect_grow(disc, -side / 5), icon, view->theme->on_primary);
}

/* Share of the bar for each phase, and how far within it: bytes that were really read and verified. */
static int percent_of(const ProgressState *state)
{
    static const int starts[] = {
        [PROGRESS_LOOKING] = 0,   [PROGRESS_COPYING] = 5,    [PROGRESS_VERIFYING] = 40, [PROGRESS_CHECKING] = 70,
        [PROGRESS_PICTURES] = 80, [PROGRESS_SWITCHING] = 98, [PROGRESS_DONE] = 100};
    if (state->phase == PROGRESS_DONE) return 100;
    int from = starts[state->phase], to = starts[state->phase + 1];
    if (state->bytes_total > 0) return from + (int)((uint64_t)(to - from) * state->bytes_done / state->bytes_total);
    if (state->files_total > 0) return from + (int)((size_t)(to - from) * state->files_done / state->files_total);
    return from;
}

static void draw_bar(const View *view, const Look *look, Rect box, int percent)
{
    int height = px(look, SPACE_M_U), filled = box.w * int_clamp(percent, 0, 100) / 100;
    scene_box(look->scene, (Rect){box.x, box.y, box.w, height}, view->theme->line, height / 2);
    if (filled > height) scene_box(look->scene, (Rect){box.x, box.y, filled, height}, view->theme->primary, height / 2);
}

static void draw_progress_side(const View *view, const Look *look, Rect box, int step, int percent, const char *icon,
                               const char *text)
{
    Rect in = staff_pane(look, box, FAMILY_TREATMENT);
    const char *steps =
        word_fill(view->arena, word_with(view->words, view->arena, "install-step-of", "step", staff_number(view, step)),
                  "n", "3");
    int lines = text_height(look, TYPE_TEXT, text, in.w, 4), y = in.y + in.h - lines,
        title = style_line_px(look, TYPE_H3);
    draw_prose(look, NODE_TEXT, TYPE_TEXT, text, (Rect){in.x, y, in.w, 0}, look->theme->ink, 4);
    y -= px(look, 16 + 20);
    draw_bar(view, look, (Rect){in.x, y, in.w, 0}, percent);
    y -= title + px(look, SPACE_XS_U);
    scene_text_node(look->scene, NODE_TEXT, arena_format(view->arena, "%s, %d%%", steps, percent),
                    (Rect){in.x, y, in.w, title});
    draw_text_middle(look, TYPE_H3, steps, (Rect){in.x, y, in.w * 3 / 4, title}, look->theme->ink);
    draw_text_end(look, TYPE_H3, arena_format(view->arena, "%d%%", percent),
                  (Rect){in.x + in.w * 3 / 4, y, in.w / 4, title}, look->theme->ink);
    draw_art(view, look, (Rect){in.x, in.y, in.w, y - in.y - px(look, SPACE_M_U)}, icon);
}

typedef struct ResultCard {
    const char *title, *text;
    Step steps[3];
    Stat stats[4];
    size_t stat_count;
    Button buttons[3];
} ResultCard;

static void draw_result(const View *view, const Look *look, Rect box, const ResultCard *card)
{
    Rect in = staff_card(look, box);
    bool small = view->viewport->shape == SHAPE_SMALL;
    int y = in.y, foot = staff_buttons_height(look, in.w, card->buttons, ARRAY_LEN(card->buttons)),
        bottom = in.y + in.h - foot;
    staff_buttons(look, (Rect){in.x, bottom, in.w, foot}, card->buttons, ARRAY_LEN(card->buttons));
    y += draw_prose(look, NODE_HEADING, small ? TYPE_H2 : TYPE_H1_SMALL, card->title, (Rect){in.x, y, in.w, 0},
                    look->theme->ink, 2) +
         px(look, small ? 0 : HEAD_GAP_U);
    y += draw_prose(look, NODE_TEXT, TYPE_TEXT, card->text, (Rect){in.x, y, in.w, 0}, look->theme->ink2, 3) +
         px(look, small ? 16 : 36);
    y += staff_steps(look, (Rect){in.x, y, in.w, 0}, card->steps, ARRAY_LEN(card->steps));
    if (!small && card->stat_count > 0) staff_stats(look, in.x, y, in.w, card->stats, card->stat_count);
}

void stick_installing(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const FoundPack *pack = stick_pack(view);
    const ProgressState *state = &view->staff->stick.progress;
    Rect main, side;
    if (!pack) return;
    bool verified = state->phase > PROGRESS_VERIFYING;
    const char *bytes =
        word_fill(view->arena,
                  word_with(view->words, view->arena, "install-bytes-of", "done", staff_bytes(view, state->bytes_done)),
                  "total", staff_bytes(view, state->bytes_total));
    ResultCard card = {
        .title = word(view->words, "install-title"),
        .text = word(view->words, "install-text"),
        .steps = {{verified ? STEP_DONE : STEP_NOW,
                   word(view->words, verified                           ? "install-step-verify"
                                     : state->phase == PROGRESS_COPYING ? "install-copying"
                                                                        : "install-verifying"),
                   verified                 ? signed_words(view, pack)
                   : state->bytes_total > 0 ? bytes
                                            : word(view->words, "usb-reading")},
                  {verified ? STEP_NOW : STEP_AHEAD, word(view->words, "install-installing"), from_to(view, pack)},
                  {STEP_AHEAD, word(view->words, "install-step-done"), word(view->words, "install-not-yet")}},
        .stats = {{staff_bytes(view, state->bytes_total > 0 ? state->bytes_done : pack->bytes),
                   word(view->words, "install-bytes-verified")},
                  {pack->version_before ? pack->version_before : "\xE2\x80\x93", word(view->words, "usb-backup")}},
        .stat_count = 2,
        .buttons = {{.id = "stop", .label = word(view->words, "install-stop"), .action = {.kind = ACTION_STICK_STOP}}},
    };
    staff_split(view, staff_main(view), 65, &main, &side);
    draw_result(view, &look, main, &card);
    draw_progress_side(view, &look, side, verified ? 2 : 1, percent_of(state), "usb",
                       word(view->words, "install-power"));
    scene_wake_at(scene, view->now_ms + 250);
}

void stick_done(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const FoundPack *pack = stick_pack(view);
    const StickView *stick = &view->staff->stick;
    Rect main, side;
    if (!pack || !stick->result) return;
    const PackDiff *diff = &stick->result->diff;
    ResultCard card = {
        .title = word(view->words, "accepted-title"),
        .text = word(view->words, "accepted-text"),
        .steps = {{STEP_DONE, word(view->words, "install-step-verify"), signed_words(view, pack)},
                  {STEP_DONE, word(view->words, "install-step-install"), from_to(view, pack)},
                  {STEP_DONE, word(view->words, "install-step-done"),
                   word(view->words, pack->version_before ? "accepted-checked" : "accepted-checked-new")}},
        .stats = {{staff_number(view, (long)diff->added),
                   word_count(view->words, view->arena, "usb-added", (long)diff->added)},
                  {staff_number(view, (long)diff->changed),
                   word_count(view->words, view->arena, "usb-changed", (long)diff->changed)},
                  {staff_number(view, (long)diff->removed),
                   word_count(view->words, view->arena, "usb-removed", (long)diff->removed)},
                  {staff_number(view, (long)diff->number_count),
                   word_count(view->words, view->arena, "usb-numbers", (long)diff->number_count)}},
        .stat_count = 4,
        .buttons = {{.id = "finish",
                     .label = word(view->words, "accepted-finish"),
                     .primary = true,
                     .action = {.kind = ACTION_STICK_CLOSE}}},
    };
    staff_split(view, staff_main(view), 65, &main, &side);
    draw_result(view, &look, main, &card);
    draw_progress_side(view, &look, side, 3, 100, "check", word(view->words, "accepted-text"));
}

enum { CODE_BYTES_MAX = 100 };

/* A code for a phone, as much of it as fits: version and place of the first problem. */
static const char *code_text(const View *view, const FoundPack *pack)
{
    const Diag *first = report_first_problem(pack, 0);
    const char *text = arena_format(view->arena, "Hearth %s, %s %s", verdict_code(pack->verdict), pack->folder,
                                    pack->version ? pack->version : "");
    if (first) text = arena_format(view->arena, "%s: %s:%d %s", text, first->at.file, first->at.line, first->code);
    size_t length = strlen(text);
    if (length > CODE_BYTES_MAX) length = utf8_floor(text, CODE_BYTES_MAX);
    return arena_copy_bytes(view->arena, text, length);
}

/* What to do, the code to read out, and where the report is. */
static void draw_todo(const View *view, const Look *look, Rect box, const FoundPack *pack)
{
    Rect in = staff_pane(look, box, FAMILY_CRISIS);
    Color deep = look->theme->family[FAMILY_CRISIS].deep;
    const char *todo[ADVICE_MAX];
    bool small = view->viewport->shape == SHAPE_SMALL;
    size_t count = verdict_todo(view, pack->verdict, todo);
    int y = in.y, icon = px(look, ICON_2XL_U), disc = px(look, SPACE_5XL_U), gap = px(look, SPACE_L_U);
    if (!small) scene_icon(look->scene, (Rect){in.x, y, icon, icon}, "shield", deep);
    if (!small) y += icon + px(look, SPACE_M_U);
    y += draw_prose(look, NODE_HEADING, TYPE_H2, word(view->words, "refused-what-to-do"), (Rect){in.x, y, in.w, 0},
                    look->theme->ink, 1) +
         px(look, SPACE_S_U);
    for (size_t i = 0; i < count; i++) {
        Rect circle = {in.x, y, disc, disc};
        scene_box(look->scene, circle, look->theme->card, disc / 2);
        draw_text_centred(look, TYPE_LABEL, staff_number(view, (long)i + 1), circle, deep);
        y += int_max(disc, draw_prose(look, NODE_TEXT, TYPE_TEXT, todo[i],
                                      (Rect){in.x + disc + gap, y + px(look, 3), in.w - disc - gap, 0},
                                      look->theme->ink, 4)) +
             px(look, SPACE_S_U);
    }
    bool written = view->staff->stick.report_written;
    int qr = written || small ? 0 : px(look, 190), code_w = in.w - (qr > 0 ? qr + gap : 0) - 2 * px(look, SPACE_XL_U),
        head = style_line_px(look, TYPE_H1_SMALL);
    int label_h = text_height(look, TYPE_META, word(view->words, "refused-code"), code_w, 2),
        code_h = int_max(px(look, small ? 96 : 150), label_h + head + px(look, SPACE_XL_U));
    Rect code = {in.x, in.y + in.h - int_max(code_h, qr), in.w - (qr > 0 ? qr + gap : 0), int_max(code_h, qr)};
    scene_box(look->scene, code, look->theme->card, px(look, RADIUS_ROW_U));
    scene_text_node(look->scene, NODE_TEXT,
                    arena_format(view->arena, "%s: %s", word(view->words, "refused-code"), verdict_code(pack->verdict)),
                    code);
    int top = code.y + (code.h - label_h - head) / 2;
    draw_text_max(look, TYPE_META, word(view->words, "refused-code"),
                  (Rect){code.x + px(look, SPACE_XL_U), top, code.w - px(look, SPACE_5XL_U), label_h},
                  look->theme->ink2, 2);
    draw_text_max(look, TYPE_H1_SMALL, verdict_code(pack->verdict),
                  (Rect){code.x + px(look, SPACE_XL_U), top + label_h, code.w - px(look, SPACE_5XL_U), head},
                  look->theme->ink, 1);
    if (qr > 0) code_card_draw(look, (Rect){in.x + in.w - qr, code.y, qr, qr}, code_text(view, pack));
    const char *where = written  ? word_with(view->words, view->arena, "refused-report", "file", REPORT_NAME)
                        : qr > 0 ? word(view->words, "refused-report-scan")
                                 : "";
    int where_h = where[0] ? text_height(look, TYPE_META, where, in.w, 3) : 0;
    if (where_h > 0 && code.y - where_h - px(look, SPACE_S_U) > y)
        draw_prose(look, NODE_TEXT, TYPE_META, where, (Rect){in.x, code.y - where_h - px(look, SPACE_S_U), in.w, 0},
                   look->theme->ink, 3);
}

static int draw_problems(const View *view, const Look *look, Rect box, const FoundPack *pack)
{
    int y = box.y;
    const Diag *diag;
    for (size_t i = 0; (diag = report_first_problem(pack, i)) != NULL; i++) {
        const char *place =
            diag->at.line > 0
                ? word_fill(view->arena, word_with(view->words, view->arena, "refused-problem", "file", diag->at.file),
                            "line", staff_number(view, diag->at.line))
                : diag->at.file;
        const char *text =
            diag->hint[0] ? arena_format(view->arena, "%s; %s", diag->message, diag->hint) : diag->message;
        int place_h = place[0] ? text_height(look, TYPE_LABEL, place, box.w, 1) : 0,
            text_h = text_height(look, TYPE_CHIP, text, box.w, 3);
        if (y + place_h + text_h > box.y + box.h) break;
        if (place_h > 0)
            draw_prose(look, NODE_TEXT, TYPE_LABEL, place, (Rect){box.x, y, box.w, 0}, look->theme->ink, 1);
        draw_prose(look, NODE_TEXT, TYPE_CHIP, text, (Rect){box.x, y + place_h, box.w, 0}, look->theme->ink2, 3);
        y += place_h + text_h + px(look, SPACE_M_U);
    }
    return y - box.y;
}

void stick_refused(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const FoundPack *pack = stick_pack(view);
    Rect main, side;
    if (!pack) return;
    bool small = view->viewport->shape == SHAPE_SMALL;
    staff_split(view, staff_main(view), 65, &main, &side);
    Rect in = staff_card(&look, main);
    const Button buttons[] = {
        {.id = "again",
         .label = word(view->words, "refused-again"),
         .icon = "usb",
         .primary = true,
         .disabled = view->staff->busy,
         .action = {.kind = ACTION_STICK_READ}},
        {.id = "finish",
         .label = word(view->words, view->staff->is_open ? "refused-back" : "go-back"),
         .action = {.kind = ACTION_STICK_CLOSE}},
    };
    int foot = staff_buttons_height(&look, in.w, buttons, ARRAY_LEN(buttons)), bottom = in.y + in.h - foot, y = in.y;
    staff_buttons(&look, (Rect){in.x, bottom, in.w, foot}, buttons, ARRAY_LEN(buttons));
    y += draw_prose(&look, NODE_HEADING, small ? TYPE_H2 : TYPE_H1_SMALL, word(view->words, "refused-title"),
                    (Rect){in.x, y, in.w, 0}, view->theme->ink, 2) +
         px(&look, small ? 0 : HEAD_GAP_U);
    y += draw_prose(&look, NODE_TEXT, TYPE_TEXT, word(view->words, "refused-text"), (Rect){in.x, y, in.w, 0},
                    view->theme->ink2, 3) +
         px(&look, small ? 12 : 32);
    const Step step = {STEP_FAILED, pack->title ? pack->title : pack->folder, verdict_words(view, pack)};
    y += staff_steps(&look, (Rect){in.x, y, in.w, 0}, &step, 1);
    int indent = px(&look, 64 + 28), stats_h = 0;
    const Stat stats[] = {
        {pack->version_before ? pack->version_before : "\xE2\x80\x93", word(view->words, "refused-running")},
        {staff_number(view, (long)pack->diags.errors),
         word_count(view->words, view->arena, "refused-problems-label", (long)pack->diags.errors)},
        {word(view->words, "refused-kept"), word(view->words, "refused-kept-text")},
    };
    if (!small) {
        stats_h = px(&look, 160);
        staff_stats(&look, in.x, bottom - px(&look, SPACE_2XL_U) - stats_h, in.w, stats, ARRAY_LEN(stats));
        stats_h += px(&look, SPACE_2XL_U);
    }
    draw_problems(view, &look, (Rect){in.x + indent, y, in.w - indent, bottom - stats_h - px(&look, SPACE_S_U) - y},
                  pack);
    draw_todo(view, &look, side, pack);
}
