/* apply_place.c - actions that lead to another place, or away from the visit. */
#include <stdio.h>
#include <string.h>

#include "app/forget.h"
#include "app/picture.h"
#include "app/place.h"
#include "app/press.h"
#include "app/slideshow.h"
#include "app/handlers.h"
#include "app/search.h"
#include "app/session.h"

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
    Session *session = &app->own_state->session;
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
    app->own_state->screen_start_ms = app->now_ms;
    app->dirty = true;
}

static bool place_same(const Place *a, const Place *b) { return a->screen == b->screen && strcmp(a->ref, b->ref) == 0; }

/* A new place, one step further from home than the present one. */
void place_open(App *app, ScreenId screen, const char *ref)
{
    Session *session = &app->own_state->session;
    Place place = place_make(screen, ref);
    if (place_same(&place, &session->place)) return;
    if (screen_type(session->place.screen)->counts_idle && session->place.screen != SCREEN_HIDDEN)
        back_push(session, &session->place);
    place_enter(app, &place, TRANSITION_FORWARD);
}

static void home_open(App *app, TransitionKind kind)
{
    Session *session = &app->own_state->session;
    Place home = place_make(SCREEN_HOME, "");
    session->back_count = 0;
    memset(session->back, 0, sizeof(session->back));
    if (session->place.screen != SCREEN_HOME || session->overlay != OVERLAY_NONE) place_enter(app, &home, kind);
}

void apply_back(App *app, Action action)
{
    (void)action;
    Session *session = &app->own_state->session;
    if (session->back_count == 0) {
        home_open(app, TRANSITION_BACK);
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

/* From the loop to a page, with its section one step away, then home. */
static void page_wake(App *app, const char *ref)
{
    Session *session = &app->own_state->session;
    const char *id;
    Pack *pack = ref && ref[0] ? library_find(&app->library, ref, &id) : NULL;
    if (!pack) {
        home_open(app, TRANSITION_FORWARD);
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

void apply_open_page(App *app, Action action) { place_open(app, SCREEN_READING, action.id); }

void apply_open_section(App *app, Action action) { place_open(app, SCREEN_SECTION, action.id); }

void apply_wake(App *app, Action action) { page_wake(app, action.id); }

void apply_wake_in(App *app, Action action)
{
    const Slide *slide = slides_current(app);
    session_set_lang(app, action.id);
    page_wake(app, slide ? slide->ref : "");
}

void apply_home(App *app, Action action)
{
    (void)action;
    home_open(app, TRANSITION_BACK);
}

/* The pill of the hidden screen leads home like the rest of it: it gives nothing away. */
void apply_crisis(App *app, Action action)
{
    (void)action;
    if (app->state->session.place.screen == SCREEN_HIDDEN)
        home_open(app, TRANSITION_BACK);
    else
        place_open(app, SCREEN_CRISIS, "");
}

void apply_hide(App *app, Action action)
{
    (void)action;
    session_wipe(app, SCREEN_HIDDEN);
}

void apply_leave(App *app, Action action)
{
    (void)action;
    session_wipe(app, session_resting_screen(app));
    slides_refresh(app);
    /* The next slide: the one that the visitor came in by would tell others what they wanted to read. */
    slides_show(app, (app->state->slide + 1) % int_max(1, (int)app->slides.count));
}

/* Without an argument the screen has that of the present one: languages and breathing go back to what is being read. */
void apply_open_screen(App *app, Action action)
{
    ScreenId screen = action.value >= 0 ? (ScreenId)action.value : screen_find(action.id ? action.id : "");
    if ((unsigned)screen >= SCREEN_COUNT) return;
    if (screen == SCREEN_SEARCH) search_begin(app);
    const char *argument = action.value >= 0 && action.id && action.id[0] ? action.id : app->state->session.place.ref;
    char ref[REF_MAX];
    snprintf(ref, sizeof(ref), "%s", argument);
    place_open(app, screen, ref);
}

void apply_filter(App *app, Action action)
{
    Place *place = &app->own_state->session.place;
    size_t length = action.id ? strlen(action.id) : 0;
    if (length >= sizeof(place->filter)) return;
    memset(place->filter, 0, sizeof(place->filter));
    if (length > 0) memcpy(place->filter, action.id, length);
    place->page_number = place->deck_page = 0;
    app->dirty = true;
}
