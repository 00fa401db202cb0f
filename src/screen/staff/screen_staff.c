/* screen_staff.c - the panel: what is on this kiosk, how it is, and what can be done. */
#include "screen/staff/staff_parts.h"

static const char *place_name(const View *view)
{
    Word name = words_in(&view->site->clinic.name, view->lang);
    return name.text ? word_with(view->words, view->arena, "staff-place", "name", name.text)
                     : word(view->words, "staff");
}

static const char *packs_line(const View *view)
{
    const StaffView *staff = view->staff;
    bool all_signed = true;
    for (size_t i = 0; i < staff->pack_count; i++)
        all_signed = all_signed && (staff->packs[i].signer || staff->packs[i].is_built_in);
    const char *packs = word_count(view->words, view->arena, "packs-count", (long)staff->pack_count);
    return all_signed ? packs : arena_format(view->arena, "%s, %s", packs, word(view->words, "staff-some-unsigned"));
}

/* Where there is little room, the name alone: a tick stands before it. */
static const char *signer_words(const View *view, const Look *look, const char *signer, int width)
{
    const char *text = word_with(view->words, view->arena, "staff-signed-by", "name", signer);
    return text_fits(look, TYPE_META, text, width, 2) ? text : signer;
}

/* In one line; where not even the short form has room, in two. */
static const char *short_date(const View *view, const Look *look, Date date, int width)
{
    const char *text = staff_date(view, date);
    if (!date_is_set(date) || text_fits(look, TYPE_META, text, width, 1)) return text;
    text = text_date_short(view->arena, view->lang, date);
    return text_fits(look, TYPE_META, text, width, 2) ? text : arena_copy(view->arena, date_text(date).text);
}

static void draw_state(const View *view, const Look *look, const PanelPack *pack, Rect box)
{
    const Theme *theme = look->theme;
    bool bad = pack->check == CHECK_BAD, good = pack->check == CHECK_GOOD;
    const char *text = bad            ? word(view->words, "staff-damaged")
                       : good         ? word(view->words, "staff-verified")
                       : pack->signer ? signer_words(view, look, pack->signer, box.w - px(look, 30 + 12))
                                      : word(view->words, pack->is_built_in ? "staff-built-in" : "staff-not-signed");
    bool warns = bad || (!good && !pack->signer && !pack->is_built_in);
    Color ink = warns ? theme->family[FAMILY_CRISIS].deep : theme->primary;
    int icon = px(look, ICON_S_U);
    scene_icon(look->scene, (Rect){box.x, box.y + (box.h - icon) / 2, icon, icon}, warns ? "warn" : "check", ink);
    int w = box.w - icon - px(look, SPACE_S_U), lines = text_height(look, TYPE_META, text, w, 2);
    draw_text_max(look, TYPE_META, text,
                  (Rect){box.x + icon + px(look, SPACE_S_U), box.y + (box.h - lines) / 2, w, lines}, ink, 2);
}

static void draw_pack(const View *view, const Look *look, const PanelPack *pack, Rect box)
{
    const Theme *theme = look->theme;
    bool narrow = box.w < px(look, 900);
    int state = box.w * (narrow ? 32 : 28) / 100, version = box.w * (narrow ? 20 : 15) / 100,
        date = narrow ? 0 : box.w * 17 / 100, gap = px(look, SPACE_M_U);
    int title = box.w - state - version - date - 3 * gap, x = box.x;
    const char *number = pack->version;
    const char *when =
        pack->is_built_in ? word(view->words, "staff-built-in") : short_date(view, look, pack->installed, date);
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT,
                                        .label = arena_format(view->arena, "%s. %s. %s", pack->title, number, when),
                                        .area = box});
    int lines = text_height(look, TYPE_CHIP, pack->title, title, 2);
    draw_text_max(look, TYPE_CHIP, pack->title, (Rect){x, box.y + (box.h - lines) / 2, title, lines}, theme->ink, 2);
    x += title + gap;
    draw_text_middle(look, TYPE_META, number, (Rect){x, box.y, version, box.h}, theme->ink);
    x += version + gap;
    bool is_said = pack->is_built_in && pack->check != CHECK_GOOD; /* by the state beside it */
    int when_h = date > 0 ? text_height(look, TYPE_META, when, date, 2) : 0;
    if (date > 0 && !is_said)
        draw_text_max(look, TYPE_META, when, (Rect){x, box.y + (box.h - when_h) / 2, date, when_h}, theme->ink2, 2);
    if (date > 0) x += date + gap;
    draw_state(view, look, pack, (Rect){x, box.y, box.x + box.w - x, box.h});
    scene_node_end(look->scene);
    scene_box(look->scene, (Rect){box.x, box.y + box.h, box.w, px(look, HAIR_U)}, theme->line, 0);
}

enum { PACK_ROW_U = 72 };

/* The buttons below the packs; `more` says where the next page of packs is. On a small display those for the device are
 * on a page of their own. */
enum { FOOT_PACKS = 3, FOOT_BUTTONS = 7 };
static void foot_buttons(const View *view, Button more, bool for_packs, bool for_device, Button out[FOOT_BUTTONS])
{
    const StaffView *staff = view->staff;
    const Button buttons[FOOT_BUTTONS] = {
        more,
        {.id = "check",
         .label = word(view->words, staff->busy ? "staff-checking" : "staff-check-all"),
         .icon = "shield",
         .disabled = staff->busy,
         .action = {.kind = ACTION_CHECK_PACKS}},
        {.id = "restore",
         .label = word(view->words, "restore"),
         .disabled = staff->busy || !staff->restore_id,
         .action = {.kind = ACTION_RESTORE_ASK}},
        {.id = "save",
         .label = word(view->words, "save"),
         .disabled = staff->busy,
         .action = {.kind = ACTION_SAVE_PACKS}},
        {.id = "test", .label = word(view->words, "device-screen-test"), .action = {.kind = ACTION_TEST_OPEN}},
        {.id = "change-pin", .label = word(view->words, "device-change-pin"), .action = {.kind = ACTION_PIN_CHANGE}},
        {.id = "restart", .label = word(view->words, "device-restart"), .action = {.kind = ACTION_RESTART_ASK}},
    };
    for (size_t i = 0; i < FOOT_BUTTONS; i++) {
        out[i] = buttons[i];
        if (i > 0 && !(i <= FOOT_PACKS ? for_packs : for_device)) out[i].id = NULL;
    }
}

/* From the bottom up: light and sound, the buttons, what was said last, and as many rows of packs as there is room for.
 */
typedef struct PacksLayout {
    Button buttons[FOOT_BUTTONS];
    const char *note; /* NULL: nothing was said */
    bool device_only; /* a page without packs */
    int title, levels_y, buttons_y, note_y, fits, pages;
} PacksLayout;

static const char *note_text(const StaffView *staff)
{
    return staff->note.text ? staff->note.text : staff->boot_sentence;
}

static int packs_fit(const View *view, const Look *look, Rect in, Button more, PacksLayout *at)
{
    bool for_device = at->device_only || !view_is_small(view);
    int levels = for_device ? staff_levels_height(view, look, in.w) : 0;
    foot_buttons(view, more, !at->device_only, for_device, at->buttons);
    at->note = note_text(view->staff);
    at->title = style_line_px(look, TYPE_H2);
    at->levels_y = in.y + in.h - levels;
    at->buttons_y = at->levels_y - (levels > 0 ? px(look, SPACE_M_U) : 0) -
                    staff_buttons_height(look, in.w, at->buttons, FOOT_BUTTONS);
    at->note_y = at->note ? at->buttons_y - text_height(look, TYPE_TEXT, at->note, in.w, 3) - px(look, SPACE_L_U)
                          : at->buttons_y;
    return int_max(1, (at->note_y - px(look, SPACE_S_U) - (in.y + at->title + px(look, SPACE_S_U))) /
                          px(look, PACK_ROW_U));
}

static PacksLayout packs_layout(const View *view, const Look *look, Rect in)
{
    PacksLayout at = {.pages = 1};
    int count = (int)view->staff->pack_count, page = view->session->place.page_number;
    at.fits = packs_fit(view, look, in, (Button){.id = NULL}, &at);
    if (count <= at.fits && !view_is_small(view)) return at;
    Button more = {.id = "more",
                   .label = word(view->words, "show-more"),
                   .icon = "next",
                   .action = {.kind = ACTION_TURN_BY, .value = 1}};
    at.fits = packs_fit(view, look, in, more, &at);
    at.pages = (count + at.fits - 1) / at.fits + (view_is_small(view) ? 1 : 0);
    if (page + 1 < at.pages) return at;
    at.device_only = view_is_small(view);
    more = (Button){.id = "more",
                    .label = word(view->words, "reading-top"),
                    .icon = "up",
                    .action = {.kind = ACTION_TURN_TO, .value = 0}};
    packs_fit(view, look, in, more, &at);
    return at;
}

static void draw_foot(const View *view, const Look *look, Rect in, const PacksLayout *at)
{
    const StaffView *staff = view->staff;
    bool good = staff->note.text && staff->note.good;
    staff_buttons(look, (Rect){in.x, at->buttons_y, in.w, 0}, at->buttons, FOOT_BUTTONS);
    if (at->levels_y < in.y + in.h)
        staff_levels(view, look, (Rect){in.x, at->levels_y, in.w, in.y + in.h - at->levels_y});
    if (at->note)
        draw_prose(look, NODE_TEXT, TYPE_TEXT, at->note, (Rect){in.x, at->note_y, in.w, 0},
                   good ? look->theme->primary : look->theme->family[FAMILY_CRISIS].deep, 3);
}

/* How many there are is said beside the heading, if there is room. */
static void draw_packs_head(const View *view, const Look *look, Rect in)
{
    const char *title = word(view->words, "staff-packs"), *line = packs_line(view);
    int line_w = text_width(look, TYPE_META, line),
        room = in.w - text_width(look, TYPE_H2, title) - px(look, SPACE_M_U);
    bool has_line = line_w <= room;
    draw_prose(look, NODE_HEADING, TYPE_H2, title,
               (Rect){in.x, in.y, has_line ? in.w - line_w - px(look, SPACE_M_U) : in.w, 0}, look->theme->ink, 1);
    if (has_line)
        draw_text_end(look, TYPE_META, line, (Rect){in.x + in.w - line_w, in.y, line_w, style_line_px(look, TYPE_H2)},
                      look->theme->ink2);
}

static void draw_packs(const View *view, const Look *look, Rect box)
{
    Rect in = staff_card(look, box);
    const StaffView *staff = view->staff;
    PacksLayout at = packs_layout(view, look, in);
    int row = px(look, PACK_ROW_U), y = in.y + at.title + px(look, SPACE_S_U);
    draw_foot(view, look, in, &at);
    if (at.device_only) {
        draw_prose(look, NODE_HEADING, TYPE_H2, word(view->words, "device"), (Rect){in.x, in.y, in.w, 0},
                   look->theme->ink, 1);
        return;
    }
    draw_packs_head(view, look, in);
    scene_box(look->scene, (Rect){in.x, y, in.w, px(look, HAIR_U)}, look->theme->line, 0);
    size_t fits = (size_t)at.fits, from = (size_t)int_clamp(view->session->place.page_number, 0, at.pages - 1) * fits;
    for (size_t i = from; i < staff->pack_count && i < from + fits; i++, y += row)
        draw_pack(view, look, &staff->packs[i], (Rect){in.x, y, in.w, row});
}

static void draw_update(const View *view, const Look *look, Rect box, int *used)
{
    bool small = view->viewport->shape == SHAPE_SMALL && !date_is_set(view->staff->nothing_new_since);
    Date since = view->staff->nothing_new_since;
    const char *title = word(view->words, "staff-update"), *text = word(view->words, "staff-update-text");
    if (date_is_set(since))
        text = word_with(view->words, view->arena, "staff-nothing-new", "date", staff_date(view, since));
    int pad = px(look, view->viewport->shape == SHAPE_SMALL ? 20 : 32), w = box.w - 2 * pad;
    int height = 2 * pad + style_line_px(look, TYPE_H2) +
                 (small ? 0 : text_height(look, TYPE_TEXT, text, w, 3) + px(look, HEAD_GAP_U + 12)) + px(look, 72 + 8);
    staff_pane(look, (Rect){box.x, box.y, box.w, height}, FAMILY_TREATMENT);
    int y = box.y + pad;
    y += draw_prose(look, NODE_HEADING, TYPE_H2, title, (Rect){box.x + pad, y, w, 0}, look->theme->ink, 1);
    if (!small) y += px(look, HEAD_GAP_U);
    if (!small)
        y += draw_prose(look, NODE_TEXT, TYPE_TEXT, text, (Rect){box.x + pad, y, w, 0}, look->theme->ink, 3) +
             px(look, SPACE_S_U);
    const Button buttons[] = {
        {.id = "look",
         .label = word(view->words, "staff-look-for-stick"),
         .icon = "usb",
         .primary = true,
         .disabled = view->staff->busy,
         .action = {.kind = ACTION_STICK_READ}},
    };
    draw_button(look, &buttons[0], box.x + pad, y + px(look, SPACE_XS_U), int_min(button_width(look, &buttons[0]), w));
    *used = height;
}

static const char *running_for(const View *view)
{
    long minutes = (long)((view->now_ms - view->staff->health.running_since_ms) / 60000), hours = minutes / 60,
         days = hours / 24;
    if (days > 0) return word_count(view->words, view->arena, "days-count", days);
    return hours > 0 ? word_count(view->words, view->arena, "hours-count", hours)
                     : word_count(view->words, view->arena, "minutes-count", minutes);
}

static FactRow clock_row(const View *view, Scene *scene)
{
    const CivilTime *now = &view->wall;
    FactRow row = {
        .icon = "clock", .label = word(view->words, "health-clock"), .opens = SCREEN_CLOCK, .warns = !now->known};
    row.value = word(view->words, "health-clock-not-set");
    if (!now->known) return row;
    scene_wake_at(scene, view->minute_end_ms);
    row.value =
        arena_format(view->arena, "%d:%02d, %s", now->hour, now->minute, text_date(view->arena, view->lang, now->date));
    row.brief = arena_format(view->arena, "%d:%02d, %s", now->hour, now->minute, date_text(now->date).text);
    return row;
}

enum { FACTS_MAX = 10 };

static size_t facts_make(const View *view, Scene *scene, FactRow *rows)
{
    const StaffView *staff = view->staff;
    const Survey *survey = staff->survey;
    const char *waiting = "\xE2\x80\xA6";
    size_t count = 0;
    long past = (long)survey->past, drafts = (long)survey->drafts,
         calls = (long)(survey->crisis_uncalled + survey->crisis_overdue);
    const struct {
        const char *icon, *key;
        long number;
        bool warns;
    } pages[] = {{"doc", "health-past-review", past, false},
                 {"draft", "health-drafts", drafts, false},
                 {"phone", "review-crisis", calls, calls > 0}};
    for (size_t i = 0; i < ARRAY_LEN(pages); i++)
        rows[count++] = (FactRow){.icon = pages[i].icon,
                                  .label = word(view->words, pages[i].key),
                                  .value = survey->made ? staff_number(view, pages[i].number) : waiting,
                                  .opens = pages[i].number > 0 ? SCREEN_REVIEW : SCREEN_COUNT,
                                  .warns = pages[i].warns};
    rows[count++] = clock_row(view, scene);
    rows[count++] = (FactRow){.icon = "usb",
                              .label = word(view->words, "updates"),
                              .value = staff_number(view, (long)staff->history_count),
                              .opens = SCREEN_UPDATES};
    rows[count++] = (FactRow){.icon = "pulse",
                              .label = word(view->words, "health-running"),
                              .value = running_for(view),
                              .opens = SCREEN_COUNT};
    if (staff->health.bytes_total > 0) {
        const char *of =
            word_with(view->words, view->arena, "health-space-of", "free", staff_bytes(view, staff->health.bytes_free));
        rows[count++] =
            (FactRow){.icon = "library",
                      .label = word(view->words, "health-space"),
                      .value = word_fill(view->arena, of, "total", staff_bytes(view, staff->health.bytes_total)),
                      .opens = SCREEN_COUNT};
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
        draw_prose(look, NODE_TEXT, TYPE_META, text, (Rect){in.x, bottom, in.w, 0},
                   look->theme->family[FAMILY_CRISIS].deep, 3);
    }
    int room = bottom - px(look, SPACE_S_U) - in.y, each = int_min(px(look, KEY_U), room / (int)count), y = in.y;
    /* Rows that can be touched keep their size; what only informs is lower, or gives way. */
    bool crowded = false;
    for (size_t i = 0; i < count; i++) crowded |= each < staff_fact_height(look, in.w, &rows[i]);
    for (size_t i = 0; i < count; i++) {
        int height = crowded ? staff_fact_height(look, in.w, &rows[i]) : each;
        if (y + height > in.y + room) break;
        staff_fact(view, look, (Rect){in.x, y, in.w, height - px(look, HAIR_U)}, &rows[i]);
        y += height;
    }
}

static void draw_question(const View *view, const Look *look)
{
    const StaffView *staff = view->staff;
    Action no = {.kind = ACTION_ANSWER_NO};
    if (staff->question == QUESTION_RESTORE && staff->restore_version) {
        const char *title = word_with(view->words, view->arena, "restore-ask", "version", staff->restore_version);
        const char *text =
            arena_format(view->arena, "%s. %s", staff->restore_title, word(view->words, "restore-ask-text"));
        staff_question(
            view, look, title, text,
            (Button){.id = "no", .label = word(view->words, "restore-no"), .primary = true, .action = no},
            (Button){.id = "yes", .label = word(view->words, "restore-yes"), .action = {.kind = ACTION_RESTORE}});
    } else if (staff->question == QUESTION_RESTART) {
        staff_question(view, look, word(view->words, "device-restart-ask"), word(view->words, "device-restart-text"),
                       (Button){.id = "no", .label = word(view->words, "cancel"), .primary = true, .action = no},
                       (Button){.id = "yes",
                                .label = word(view->words, "device-restart-yes"),
                                .action = {.kind = ACTION_RESTART}});
    }
}

static void split(const View *view, Rect *packs, Rect *side)
{
    staff_split(view, staff_main(view), view->viewport->shape == SHAPE_PORTRAIT ? 50 : 60, packs, side);
}

static int staff_pages(const View *view)
{
    Look look = staff_look(view, NULL);
    Rect packs, side;
    split(view, &packs, &side);
    return packs_layout(view, &look, staff_inside(&look, packs)).pages;
}

static void staff_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    Rect packs, side;
    int used;
    staff_top(view, scene, place_name(view), false);
    split(view, &packs, &side);
    draw_packs(view, &look, packs);
    draw_update(view, &look, side, &used);
    used += chrome_gutter(view);
    draw_health(view, &look, (Rect){side.x, side.y + used, side.w, side.h - used});
    draw_question(view, &look);
}

const ScreenType screen_staff = {
    .name = "staff", .dock = DOCK_NONE, .for_staff = true, .page_count = staff_pages, .build = staff_build};
