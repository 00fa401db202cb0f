/* apply.c - every action, and what it changes. With session.c this is all that writes state.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/apply_breathing.h"
#include "app/apply_people.h"
#include "app/apply_search.h"
#include "app/eyes_free.h"
#include "app/session.h"
#include "app/reading_position.h"
#include "app/switches.h"

static Place place_make(ScreenId screen, const char *ref)
{
    Place place = {.screen = screen, .part = -1, .accordion = -1};
    size_t length = ref ? strlen(ref) : 0;
    if (length > 0 && length < REF_MAX) memcpy(place.ref, ref, length + 1);
    return place;
}

static void back_push(Session *session, const Place *place)
{
    if (session->back_count == BACK_MAX) {
        /* The oldest step is given up; Home is always there. */
        memmove(&session->back[0], &session->back[1], (BACK_MAX - 1) * sizeof(session->back[0]));
        session->back_count--;
    }
    session->back[session->back_count++] = *place;
}

/* Shows `place`. Whatever was in motion or open belongs to the place that is left. */
static void place_enter(App *app, const Place *place, TransitionKind kind)
{
    Session *session = &app->state.session;
    app_begin_transition(app, kind);
    input_forget_press(app);
    session->place = *place;
    session->overlay = OVERLAY_NONE;
    session->warned_ms = 0;
    session->drag_px = 0;
    session->turn_start_ms = 0;
    session->turn_offset_px = 0;
    session->breathing = false;
    session->breathing_paused_ms = 0;
    session_focus(app, "");
    app->state.screen_start_ms = app->now_ms;
    app->dirty = true;
}

static bool place_same(const Place *a, const Place *b) { return a->screen == b->screen && strcmp(a->ref, b->ref) == 0; }

/* A new place, one step further from home than the present one. */
void place_open(App *app, ScreenId screen, const char *ref)
{
    Session *session = &app->state.session;
    Place place = place_make(screen, ref);
    if (place_same(&place, &session->place)) return;
    if (screen_type(session->place.screen)->counts_idle && session->place.screen != SCREEN_HIDDEN)
        back_push(session, &session->place);
    place_enter(app, &place, TRANSITION_FORWARD);
}

static void apply_home(App *app, TransitionKind kind)
{
    Session *session = &app->state.session;
    Place home = place_make(SCREEN_HOME, "");
    session->back_count = 0;
    memset(session->back, 0, sizeof(session->back));
    if (session->place.screen != SCREEN_HOME || session->overlay != OVERLAY_NONE) place_enter(app, &home, kind);
}

static void apply_back(App *app)
{
    Session *session = &app->state.session;
    if (session->back_count == 0) {
        apply_home(app, TRANSITION_BACK);
        return;
    }
    Place place = session->back[--session->back_count];
    session->back[session->back_count] = (Place){0};
    place_enter(app, &place, TRANSITION_BACK);
    /* It may have been left with fewer pages: smaller words, or the whole screen for them. */
    View view = app_view(app, &app->scratch);
    int last = screen_page_count(&view) - 1;
    arena_reset(&app->scratch);
    session->place.page_number = int_min(session->place.page_number, last);
}

/* A touch on the loop: the slide's own page, with its section one step away, then home. */
static void apply_wake(App *app, const char *ref)
{
    Session *session = &app->state.session;
    const char *id;
    Pack *pack = ref && ref[0] ? library_find(&app->library, ref, &id) : NULL;
    if (!pack) {
        apply_home(app, TRANSITION_FORWARD);
        return;
    }
    PagePlace found;
    Place home = place_make(SCREEN_HOME, ""), page = place_make(SCREEN_READING, ref);
    session->back_count = 0;
    back_push(session, &home);
    if (pack_find(pack, id, &found)) {
        char above[REF_MAX] = "";
        if (found.section) snprintf(above, sizeof(above), "%s/%s", pack->id, found.section->id);
        Place list = place_make(found.section ? SCREEN_SECTION : SCREEN_ARTICLES, above);
        back_push(session, &list);
    }
    place_enter(app, &page, TRANSITION_FORWARD);
}

static void lang_set(App *app, const char *lang)
{
    Session *session = &app->state.session;
    size_t length = lang ? strlen(lang) : 0;
    if (length == 0 || length >= sizeof(session->lang)) return;
    memset(session->lang, 0, sizeof(session->lang));
    memcpy(session->lang, lang, length);
    app->dirty = true;
}

static void apply_wake_in(App *app, const char *lang)
{
    const Slide *slide = slides_current(app);
    lang_set(app, lang);
    apply_wake(app, slide ? slide->ref : "");
}

/* Another language, on the page that was read before the languages were opened. */
static void apply_language(App *app, const char *lang)
{
    if (app->state.session.place.screen == SCREEN_LANGUAGES) apply_back(app);
    Spot spot = spot_read(app);
    lang_set(app, lang);
    app->state.session.place.page_number = spot_page(app, &spot);
}

static void apply_text_step(App *app, int step)
{
    Spot spot = spot_read(app);
    app->state.session.text_step = int_clamp(step, 0, 2);
    app->state.session.place.page_number = spot_page(app, &spot);
    listen_gather(app);
    app->dirty = true;
}

/* The words keep their place; everything to touch moves. */
static void apply_reach(App *app)
{
    Spot spot = spot_read(app);
    app_begin_transition(app, TRANSITION_OVERLAY);
    app->state.session.reach = !app->state.session.reach;
    app->state.session.place.page_number = spot_page(app, &spot);
    app->state.session.place.deck_page = 0;
    listen_gather(app);
    app->dirty = true;
}

static void apply_turn_to(App *app, int page, const char *part)
{
    View view = app_view(app, &app->scratch);
    int last = screen_page_count(&view) - 1;
    arena_reset(&app->scratch);
    session_turn(app, int_clamp(page, 0, last), 0);
    app->state.session.place.part = part && part[0] ? (int)strtol(part, NULL, 10) : -1;
    app->dirty = true;
}

static bool page_shows_accordion(App *app, int page, int accordion)
{
    Scene scene;
    View view = app_view(app, &app->scratch);
    app->state.session.place.page_number = page;
    screen_build(&view, &scene);
    bool shown = false;
    for (size_t i = 0; i < scene.node_count; i++)
        shown = shown ||
                (scene.nodes[i].action.kind == ACTION_TOGGLE_ACCORDION && scene.nodes[i].action.value == accordion);
    arena_reset(&app->scratch);
    return shown;
}

/* Opening one moves what follows, and may move its own head to another page: the page goes with it. */
static void apply_accordion(App *app, int accordion)
{
    Place *place = &app->state.session.place;
    place->accordion = place->accordion == accordion ? -1 : accordion;
    app->dirty = true;
    View view = app_view(app, &app->scratch);
    int count = screen_page_count(&view), before = int_min(place->page_number, count - 1);
    arena_reset(&app->scratch);
    for (int far = 0; far < count; far++) {
        if (before + far < count && page_shows_accordion(app, before + far, accordion)) return;
        if (before - far >= 0 && page_shows_accordion(app, before - far, accordion)) return;
    }
    place->page_number = int_clamp(before, 0, count - 1);
}

static void apply_filter(App *app, const char *tag)
{
    Place *place = &app->state.session.place;
    size_t length = tag ? strlen(tag) : 0;
    if (length >= sizeof(place->filter)) return;
    memset(place->filter, 0, sizeof(place->filter));
    if (length > 0) memcpy(place->filter, tag, length);
    place->page_number = place->deck_page = 0;
    app->dirty = true;
}

static void apply_open_overlay(App *app, OverlayId overlay)
{
    Session *session = &app->state.session;
    if (overlay <= OVERLAY_NONE || overlay >= OVERLAY_COUNT || overlay == session->overlay) return;
    app_begin_transition(app, TRANSITION_OVERLAY);
    if (session->overlay == OVERLAY_NONE) memcpy(app->input.focus_behind, session->focus, NODE_ID_MAX);
    session_focus(app, "");
    session->overlay = overlay;
    session->warned_ms = 0;
    app->dirty = true;
}

static void apply_close_overlay(App *app)
{
    Session *session = &app->state.session;
    if (session->overlay == OVERLAY_NONE) return;
    app_begin_transition(app, TRANSITION_OVERLAY);
    session->overlay = OVERLAY_NONE;
    session->warned_ms = 0;
    if (session->focus[0]) session_focus(app, app->input.focus_behind);
    app->dirty = true;
}

/* value -1: the screen is named by `id`. What is being read stays known: languages and breathing go back to it. */
static void apply_open_screen(App *app, Action action)
{
    ScreenId screen = action.value >= 0 ? (ScreenId)action.value : screen_find(action.id ? action.id : "");
    if ((unsigned)screen >= SCREEN_COUNT) return;
    if (screen == SCREEN_SEARCH) search_begin(app);
    const char *argument = action.value >= 0 && action.id && action.id[0] ? action.id : app->state.session.place.ref;
    char ref[REF_MAX];
    snprintf(ref, sizeof(ref), "%s", argument);
    place_open(app, screen, ref);
}

static Answers *answers_here(Session *session)
{
    return session->place.screen == SCREEN_READY ? &session->ready : &session->checkin;
}

static void apply_answer(App *app, int answer)
{
    Answers *answers = answers_here(&app->state.session);
    if (answers->step >= ANSWERS_MAX) return;
    app_begin_transition(app, TRANSITION_FORWARD);
    answers->chosen[answers->step++] = (int8_t)answer;
    app->state.session.place.deck_page = 0;
    session_focus(app, "");
    app->dirty = true;
}

static void apply_answer_back(App *app)
{
    Answers *answers = answers_here(&app->state.session);
    if (answers->step == 0) return;
    app_begin_transition(app, TRANSITION_BACK);
    answers->step--;
    app->state.session.place.deck_page = 0;
    app->dirty = true;
}

/* Answers are overwritten at once, not when the visit ends. */
static void apply_answers_clear(App *app, bool again)
{
    Answers *answers = answers_here(&app->state.session);
    memset(answers, 0, sizeof(*answers));
    if (!again) apply_home(app, TRANSITION_BACK);
    app->dirty = true;
}

static void apply_leave(App *app)
{
    session_wipe(app, session_resting_screen(app));
    slides_refresh(app);
    /* Not the slide that the visitor came in by: it says what they wanted to read. */
    slides_show(app, (app->state.slide + 1) % int_max(1, (int)app->slides.count));
}

/* Nothing but the emergency card and the screens for staff are there to be shown: every way out leads to the card. */
static void apply_without_packs(App *app, Action action)
{
    static const ActionKind ways_out[] = {ACTION_BACK, ACTION_HOME, ACTION_CRISIS, ACTION_HIDE, ACTION_LEAVE};
    if (action.kind == ACTION_SET_LANGUAGE) apply_language(app, action.id);
    if (action.kind == ACTION_TURN_TO) apply_turn_to(app, action.value, action.id);
    if (action.kind == ACTION_TURN_BY) apply_turn_to(app, app->state.session.place.page_number + action.value, NULL);
    for (size_t i = 0; i < ARRAY_LEN(ways_out); i++)
        if (action.kind == ways_out[i] && app->state.session.place.screen != SCREEN_EMERGENCY)
            session_wipe(app, SCREEN_EMERGENCY);
    staff_settle(app);
}

void app_apply(App *app, Action action)
{
    Session *session = &app->state.session;
    if (staff_apply(app, action)) return;
    if (app->library.count == 0) {
        apply_without_packs(app, action);
        return;
    }
    listen_prepare(app, action.kind);
    switch (action.kind) {
    case ACTION_OPEN_PAGE: place_open(app, SCREEN_READING, action.id); break;
    case ACTION_OPEN_SECTION: place_open(app, SCREEN_SECTION, action.id); break;
    case ACTION_OPEN_SCREEN: apply_open_screen(app, action); break;
    case ACTION_WAKE: apply_wake(app, action.id); break;
    case ACTION_WAKE_IN: apply_wake_in(app, action.id); break;
    case ACTION_BACK: apply_back(app); break;
    case ACTION_HOME: apply_home(app, TRANSITION_BACK); break;
    case ACTION_CRISIS:
        /* The pill of the hidden screen leads home like the rest of it: it gives nothing away. */
        if (session->place.screen == SCREEN_HIDDEN)
            apply_home(app, TRANSITION_BACK);
        else
            place_open(app, SCREEN_CRISIS, "");
        break;
    case ACTION_HIDE: session_wipe(app, SCREEN_HIDDEN); break;
    case ACTION_LEAVE: apply_leave(app); break;
    case ACTION_STAY: apply_close_overlay(app); break;
    case ACTION_TURN_TO: apply_turn_to(app, action.value, action.id); break;
    case ACTION_TURN_BY: apply_turn_to(app, session->place.page_number + action.value, NULL); break;
    case ACTION_SET_LANGUAGE: apply_language(app, action.id); break;
    case ACTION_SET_TEXT_STEP: apply_text_step(app, action.value); break;
    case ACTION_TOGGLE_CONTRAST:
        session->high_contrast = !session->high_contrast;
        app->dirty = true;
        break;
    case ACTION_TURN_DECK:
        session->place.deck_page = action.value;
        app->dirty = true;
        break;
    case ACTION_TOGGLE_REACH: apply_reach(app); break;
    case ACTION_SET_SWITCHES: switches_set(app, (SwitchesUse)int_clamp(action.value, 0, 2)); break;
    case ACTION_SCAN_PACE: switches_set_pace(app, action.value); break;
    case ACTION_OPEN_OVERLAY: apply_open_overlay(app, (OverlayId)action.value); break;
    case ACTION_CLOSE_OVERLAY: apply_close_overlay(app); break;
    case ACTION_TOGGLE_ACCORDION: apply_accordion(app, action.value); break;
    case ACTION_PEOPLE_READY:
    case ACTION_PEOPLE_CHOOSE:
    case ACTION_PEOPLE_DROP:
    case ACTION_PEOPLE_CLEAR:
    case ACTION_PEOPLE_SORT: people_apply(app, action); break;
    case ACTION_FILTER: apply_filter(app, action.id); break;
    case ACTION_BREATHING_TOGGLE: breathing_toggle(app, action.value); break;
    case ACTION_BREATHING_SPEED: breathing_pace(app, action.value); break;
    case ACTION_ANSWER: apply_answer(app, action.value); break;
    case ACTION_ANSWER_BACK: apply_answer_back(app); break;
    case ACTION_ANSWERS_CLEAR: apply_answers_clear(app, action.value == 1); break;
    case ACTION_TYPE: apply_type(app, action.id); break;
    case ACTION_ERASE: apply_erase(app); break;
    case ACTION_SEARCH_FOR: apply_search_for(app, action.id); break;
    case ACTION_KEYS: apply_keys(app, action.value); break;
    case ACTION_KEY_RELATIVES: apply_key_relatives(app, action.id); break;
    case ACTION_LEAVE_EYES_FREE: eyes_leave(app); break;
    case ACTION_LISTEN:
    case ACTION_LISTEN_STOP:
    case ACTION_LISTEN_PAUSE:
    case ACTION_LISTEN_SKIP:
    case ACTION_LISTEN_SPEED:
    case ACTION_LISTEN_VOLUME: listen_apply(app, action); break;
    case ACTION_STAFF:
    case ACTION_PIN_KEY:
    case ACTION_STAFF_OPEN:
    case ACTION_STAFF_DO:
    case ACTION_STAFF_BACK:
    case ACTION_STAFF_LOCK:
    case ACTION_NONE:
    case ACTION_KINDS: break;
    }
    listen_settle(app);
    staff_settle(app);
}
