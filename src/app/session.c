#include "app/session.h"

#include <string.h>

#include "app/picture.h"
#include "app/press.h"
#include "base/mem.h"

static void id_set(App *app, char *to, const char *id)
{
    size_t length = strlen(id);
    if (length >= NODE_ID_MAX || strcmp(to, id) == 0) return;
    memcpy(to, id, length + 1);
    app->dirty = true;
}

void session_press(App *app, const char *id) { id_set(app, app->own_state->session.pressed, id); }

void session_focus(App *app, const char *id) { id_set(app, app->own_state->session.focus, id); }

void session_drag(App *app, int drag_px)
{
    Session *session = &app->own_state->session;
    if (session->drag_px == drag_px) return;
    session->drag_px = drag_px;
    /* A finger stops a page that is still turning. */
    if (drag_px != 0) session->turn_start_ms = 0;
    app->dirty = true;
}

void session_set_lang(App *app, const char *lang)
{
    Session *session = &app->own_state->session;
    size_t length = lang ? strlen(lang) : 0;
    if (length == 0 || length >= sizeof(session->lang)) return;
    memset(session->lang, 0, sizeof(session->lang));
    memcpy(session->lang, lang, length);
    app->dirty = true;
}

void session_set_page(App *app, int page)
{
    if (app->state->session.place.page_number == page) return;
    app->own_state->session.place.page_number = page;
    app->dirty = true;
}

void session_set_contrast(App *app, bool high)
{
    if (app->state->session.high_contrast == high) return;
    app->own_state->session.high_contrast = high;
    app->dirty = true;
}

void session_set_scan(App *app, const ScanPlace *place)
{
    if (memcmp(&app->state->session.scan, place, sizeof(*place)) == 0) return;
    app->own_state->session.scan = *place;
    app->dirty = true;
}

void session_set_switches(App *app, SwitchesUse use)
{
    app->own_state->session.switches = (int)use + 1;
    app->dirty = true;
}

void session_set_eyes(App *app, EyesFree eyes)
{
    app->own_state->session.eyes = eyes;
    app->dirty = true;
}

void state_set_reduced_motion(App *app, bool reduced) { app->own_state->reduced_motion = reduced; }

void state_set_seed(App *app, uint32_t seed) { app->own_state->seed = seed; }

void state_set_slide(App *app, int slide)
{
    app->own_state->slide = slide;
    app->own_state->slide_start_ms = app->now_ms;
}

void session_note_input(App *app)
{
    Session *session = &app->own_state->session;
    session->last_input_ms = app->now_ms;
    if (session->warned_ms == 0) return;
    session->warned_ms = app->now_ms;
    app->dirty = true;
}

void session_turn(App *app, int page, int offset_px)
{
    Session *session = &app->own_state->session;
    if (page == session->place.page_number && offset_px == 0) return;
    if (page != session->place.page_number) {
        session->place.part = -1;
        session->place.deck_page = 0;
    }
    session->turn_from = session->place.page_number;
    session->place.page_number = page;
    session->turn_offset_px = offset_px;
    session->turn_start_ms = app->state->reduced_motion ? 0 : app->now_ms;
    session->drag_px = 0;
    app->dirty = true;
}

int64_t session_turn_deadline_ms(const App *app)
{
    int64_t start_ms = app->state->session.turn_start_ms;
    return start_ms != 0 ? start_ms + MOTION_PAGE_MS : INT64_MAX;
}

void session_turn_end(App *app)
{
    Session *session = &app->own_state->session;
    session->turn_start_ms = 0;
    session->turn_offset_px = 0;
    app->dirty = true;
}

void session_turn_tick(App *app)
{
    if (app->now_ms >= session_turn_deadline_ms(app)) session_turn_end(app);
}

void session_ask_still_reading(App *app)
{
    Session *session = &app->own_state->session;
    app_begin_transition(app, TRANSITION_OVERLAY);
    input_forget_press(app);
    if (session->overlay == OVERLAY_NONE) memcpy(app->input.focus_behind, session->focus, NODE_ID_MAX);
    /* Enter now means its safe answer, wherever the keyboard was. */
    app->input.focus_wanted = session->focus[0] != '\0';
    session_focus(app, "");
    if (session->scan.level != SCAN_RESTS) session->scan = (ScanPlace){.level = SCAN_GROUPS};
    session->overlay = OVERLAY_STILL_READING;
    session->warned_ms = app->now_ms;
    app->dirty = true;
}

ScreenId session_resting_screen(const App *app) { return app->library.count > 0 ? SCREEN_ATTRACT : SCREEN_EMERGENCY; }
