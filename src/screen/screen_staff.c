/* screen_staff.c - the panel: what is on this kiosk, how it is, and what can be done. */
#include "screen/staff_parts.h"

static const char *place_name(const View *view)
{
    Word name = words_in(&view->site->clinic.name, view->lang);
    return name.text ? word_with(view->words, view->arena, "staff-place", "name", name.text) : word(view->words, "staff");
}

static const char *packs_line(const View *view)
{
    const StaffView *staff = view->staff;
    bool all_signed = true;
    for (size_t i = 0; i < staff->pack_count; i++) all_signed = all_signed && (staff->packs[i].signer || staff->packs[i].is_built_in);
    const char *packs = word_count(view->words, view->arena, "packs-count", (long)staff->pack_count);
    return all_signed ? packs : arena_format(view->arena, "%s, %s", packs, word(view->words, "staff-some-unsigned"));
}

static void draw_state(const View *view, const Look *look, const PanelPack *pack, Rect box)
{
    const Theme *theme = look->theme;
    bool bad = pack->check == CHECK_BAD, good = pack->check == CHECK_GOOD;
    const char *text = bad            ? word(view->words, "staff-damaged")
                       : good         ? word(view->words, "staff-verified")
                       : pack->signer ? word_with(view->words, view->arena, "staff-signed-by", "name", pack->signer)
                                      : word(view->words, pack->is_built_in ? "staff-built-in" : "staff-not-signed");
    bool warns = bad || (!good && !pack->signer && !pack->is_built_in);
    Color ink = warns ? theme->family[FAMILY_CRISIS].deep : theme->primary;
    int icon = px(look, 30);
    scene_icon(look->scene, (Rect){box.x, box.y + (box.h - icon) / 2, icon, icon}, warns ? "warn" : "check", ink);
    draw_text_middle(look, TYPE_CHIP, text, (Rect){box.x + icon + px(look, 12), box.y, box.w - icon - px(look, 12), box.h}, ink);
}

static void draw_pack(const View *view, const Look *look, const PanelPack *pack, Rect box)
{
    const Theme *theme = look->theme;
    bool narrow = box.w < px(look, 900);
    int state = box.w * (narrow ? 32 : 28) / 100, version = box.w * (narrow ? 20 : 13) / 100, date = narrow ? 0 : box.w * 17 / 100, gap = px(look, 16);
    int title = box.w - state - version - date - 3 * gap, x = box.x;
    const char *number = pack->version;
    const char *when = pack->is_built_in ? word(view->words, "staff-built-in") : staff_date(view, pack->installed);
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT, .label = arena_format(view->arena, "%s. %s. %s", pack->title, number, when), .area = box});
    int lines = text_height(look, TYPE_CHIP, pack->title, title, 2);
    draw_text_max(look, TYPE_CHIP, pack->title, (Rect){x, box.y + (box.h - lines) / 2, title, lines}, theme->ink, 2);
    x += title + gap;
    draw_text_middle(look, TYPE_META, number, (Rect){x, box.y, version, box.h}, theme->ink);
    x += version + gap;
    int when_h = date > 0 ? text_height(look, TYPE_META, when, date, 2) : 0;
    if (date > 0) draw_text_max(look, TYPE_META, when, (Rect){x, box.y + (box.h - when_h) / 2, date, when_h}, theme->ink2, 2);
    if (date > 0) x += date + gap;
    draw_state(view, look, pack, (Rect){x, box.y, box.x + box.w - x, box.h});
    scene_node_end(look->scene);
    scene_box(look->scene, (Rect){box.x, box.y + box.h, box.w, px(look, 2)}, theme->line, 0);
}

enum { PACK_ROW_U = 72 };

/* What was said last, and below it the buttons: from the bottom up. Returns the room that is left. */
static int draw_foot(const View *view, const Look *look, Rect in)
{
    const StaffView *staff = view->staff;
    bool light = staff->health.brightness >= 0;
    const Button buttons[] = {
        {.id = "check", .label = word(view->words, staff->busy ? "staff-checking" : "staff-check-all"), .icon = "shield", .disabled = staff->busy, .action = {.kind = ACTION_STAFF_DO, .value = WISH_CHECK_ALL}},
        {.id = "restore", .label = word(view->words, "restore"), .disabled = staff->busy || !staff->restore_id, .action = {.kind = ACTION_STAFF_DO, .value = WISH_RESTORE}},
        {.id = "save", .label = word(view->words, "save"), .disabled = staff->busy, .action = {.kind = ACTION_STAFF_DO, .value = WISH_SAVE}},
        {.id = "test", .label = word(view->words, "device-screen-test"), .action = {.kind = ACTION_STAFF_DO, .value = WISH_TEST}},
        {.id = "change-pin", .label = word(view->words, "device-change-pin"), .action = {.kind = ACTION_STAFF_DO, .value = WISH_CHANGE_PIN}},
        {.id = "restart", .label = word(view->words, "device-restart"), .action = {.kind = ACTION_STAFF_DO, .value = WISH_RESTART}},
        {.id = light ? "darker" : NULL, .spoken = word(view->words, "device-darker"), .icon = "minus", .action = {.kind = ACTION_STAFF_DO, .value = WISH_DARKER}},
        {.id = light ? "brighter" : NULL, .spoken = word(view->words, "device-brighter"), .icon = "plus", .action = {.kind = ACTION_STAFF_DO, .value = WISH_BRIGHTER}},
    };
    int height = staff_buttons_height(look, in.w, buttons, ARRAY_LEN(buttons)), bottom = in.y + in.h - height;
    staff_buttons(look, (Rect){in.x, bottom, in.w, height}, buttons, ARRAY_LEN(buttons));
    const char *note = staff->note.text ? staff->note.text : staff->boot_sentence;
    bool good = staff->note.text ? staff->note.good : false;
    if (!note) return bottom;
    int lines = text_height(look, TYPE_TEXT, note, in.w, 3);
    bottom -= lines + px(look, 20);
    draw_prose(look, NODE_TEXT, TYPE_TEXT, note, (Rect){in.x, bottom, in.w, 0}, good ? look->theme->primary : look->theme->family[FAMILY_CRISIS].deep, 3);
    return bottom;
}

static void draw_packs(const View *view, const Look *look, Rect box)
{
    Rect in = staff_card(look, box);
    const StaffView *staff = view->staff;
    const char *line = packs_line(view);
    int title = style_line_px(look, TYPE_H2), bottom = draw_foot(view, look, in), row = px(look, PACK_ROW_U), y = in.y;
    int line_w = int_min(text_width(look, TYPE_META, line), in.w / 2);
    draw_prose(look, NODE_HEADING, TYPE_H2, word(view->words, "staff-packs"), (Rect){in.x, y, in.w - line_w - px(look, 16), 0}, look->theme->ink, 1);
    draw_text_end(look, TYPE_META, line, (Rect){in.x + in.w - line_w, y, line_w, title}, look->theme->ink2);
    y += title + px(look, 12);
    scene_box(look->scene, (Rect){in.x, y, in.w, px(look, 2)}, look->theme->line, 0);
    size_t fits = (size_t)int_max(1, (bottom - px(look, 12) - y) / row), from = (size_t)view->session->place.page_number * fits;
    for (size_t i = from; i < staff->pack_count && i < from + fits; i++, y += row) draw_pack(view, look, &staff->packs[i], (Rect){in.x, y, in.w, row});
}

static void draw_update(const View *view, const Look *look, Rect box, int *used)
{
    bool small = view->viewport->shape == SHAPE_SMALL;
    const char *title = word(view->words, "staff-update"), *text = word(view->words, "staff-update-text");
    int pad = px(look, small ? 20 : 32), w = box.w - 2 * pad;
    int height = 2 * pad + style_line_px(look, TYPE_H2) + (small ? 0 : text_height(look, TYPE_CHIP, text, w, 3) + px(look, 12)) + px(look, 72 + 8);
    staff_pane(look, (Rect){box.x, box.y, box.w, height}, FAMILY_TREATMENT);
    int y = box.y + pad;
    y += draw_prose(look, NODE_HEADING, TYPE_H2, title, (Rect){box.x + pad, y, w, 0}, look->theme->ink, 1);
    if (!small) y += draw_prose(look, NODE_TEXT, TYPE_CHIP, text, (Rect){box.x + pad, y, w, 0}, look->theme->ink, 3) + px(look, 12);
    const Button buttons[] = {
        {.id = "look", .label = word(view->words, "staff-look-for-stick"), .icon = "usb", .primary = true, .disabled = view->staff->busy, .action = {.kind = ACTION_STAFF_DO, .value = WISH_LOOK}},
    };
    draw_button(look, &buttons[0], box.x + pad, y + px(look, 8), int_min(button_width(look, &buttons[0]), w));
    *used = height;
}

static const char *running_for(const View *view)
{
    long minutes = (long)((view->now_ms - view->staff->health.running_since_ms) / 60000), hours = minutes / 60, days = hours / 24;
    if (days > 0) return word_count(view->words, view->arena, "days-count", days);
    return hours > 0 ? word_count(view->words, view->arena, "hours-count", hours) : word_count(view->words, view->arena, "minutes-count", minutes);
}

static const char *clock_text(const View *view, Scene *scene)
{
    const CivilTime *now = &view->wall;
    if (!now->known) return word(view->words, "health-clock-not-set");
    scene_wake_at(scene, view->minute_end_ms);
    return arena_format(view->arena, "%d:%02d, %s", now->hour, now->minute, text_date(view->arena, view->lang, now->year, now->month, now->day));
}

enum { FACTS_MAX = 10 };

static size_t facts_make(const View *view, Scene *scene, FactRow *rows)
{
    const StaffView *staff = view->staff;
    const Survey *survey = staff->survey;
    const char *waiting = "\xE2\x80\xA6";
    size_t count = 0;
    long past = (long)survey->past, drafts = (long)survey->drafts, calls = (long)(survey->crisis_uncalled + survey->crisis_overdue);
    rows[count++] = (FactRow){"doc", word(view->words, "health-past-review"), survey->made ? staff_number(view, past) : waiting, past > 0 ? SCREEN_REVIEW : SCREEN_COUNT, false};
    rows[count++] = (FactRow){"draft", word(view->words, "health-drafts"), survey->made ? staff_number(view, drafts) : waiting, drafts > 0 ? SCREEN_REVIEW : SCREEN_COUNT, false};
    rows[count++] = (FactRow){"phone", word(view->words, "review-crisis"), survey->made ? staff_number(view, calls) : waiting, calls > 0 ? SCREEN_REVIEW : SCREEN_COUNT, calls > 0};
    rows[count++] = (FactRow){"clock", word(view->words, "health-clock"), clock_text(view, scene), SCREEN_CLOCK, !view->wall.known};
    rows[count++] = (FactRow){"usb", word(view->words, "updates"), staff_number(view, (long)staff->history_count), SCREEN_UPDATES, false};
    rows[count++] = (FactRow){"pulse", word(view->words, "health-running"), running_for(view), SCREEN_COUNT, false};
    if (staff->health.bytes_total > 0) {
        const char *of = word_with(view->words, view->arena, "health-space-of", "free", staff_bytes(view, staff->health.bytes_free));
        rows[count++] = (FactRow){"library", word(view->words, "health-space"), word_fill(view->arena, of, "total", staff_bytes(view, staff->health.bytes_total)), SCREEN_COUNT, false};
    }
    return count;
}

static void draw_health(const View *view, const Look *look, Rect box)
{
    Rect in = staff_card(look, box);
    const StaffView *staff = view->staff;
    FactRow rows[FACTS_MAX];
    size_t count = facts_make(view, look->scene, rows);
    int bottom = in.y + in.h;
    if (staff->survey->example) {
        const char *text = word(view->words, "staff-example-pack");
        int lines = text_height(look, TYPE_META, text, in.w, 3);
        bottom -= lines;
        draw_prose(look, NODE_TEXT, TYPE_META, text, (Rect){in.x, bottom, in.w, 0}, look->theme->family[FAMILY_CRISIS].deep, 3);
    }
    int room = bottom - px(look, 12) - in.y, least = px(look, 72) + px(look, 2), row = int_min(px(look, 80), room / (int)count);
    /* Rows that can be touched keep their size; what only informs gives way. */
    if (row < least) {
        row = least;
        count = (size_t)int_max(1, int_min((int)count, room / row));
    }
    for (size_t i = 0; i < count; i++) staff_fact(view, look, (Rect){in.x, in.y + (int)i * row, in.w, row - px(look, 2)}, &rows[i]);
}

static void draw_question(const View *view, const Look *look)
{
    const StaffView *staff = view->staff;
    Action no = {.kind = ACTION_STAFF_DO, .value = WISH_NO};
    if (staff->question == QUESTION_RESTORE && staff->restore_version) {
        const char *title = word_with(view->words, view->arena, "restore-ask", "version", staff->restore_version);
        const char *text = arena_format(view->arena, "%s. %s", staff->restore_title, word(view->words, "restore-ask-text"));
        staff_question(view, look, title, text, (Button){.id = "no", .label = word(view->words, "restore-no"), .primary = true, .action = no},
                       (Button){.id = "yes", .label = word(view->words, "restore-yes"), .action = {.kind = ACTION_STAFF_DO, .value = WISH_RESTORE_YES}});
    } else if (staff->question == QUESTION_RESTART) {
        staff_question(view, look, word(view->words, "device-restart-ask"), word(view->words, "device-restart-text"),
                       (Button){.id = "no", .label = word(view->words, "cancel"), .primary = true, .action = no},
                       (Button){.id = "yes", .label = word(view->words, "device-restart-yes"), .action = {.kind = ACTION_STAFF_DO, .value = WISH_RESTART_YES}});
    }
}

static void staff_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    Rect packs, side;
    int used;
    staff_top(view, scene, place_name(view), false);
    staff_split(view, staff_main(view), view->viewport->shape == SHAPE_PORTRAIT ? 46 : 60, &packs, &side);
    draw_packs(view, &look, packs);
    draw_update(view, &look, side, &used);
    used += chrome_gutter(view);
    draw_health(view, &look, (Rect){side.x, side.y + used, side.w, side.h - used});
    draw_question(view, &look);
}

const ScreenType screen_staff = {.name = "staff", .dock = DOCK_NONE, .for_staff = true, .build = staff_build};
