/* apply_page.c - actions on the page that is up: turning it, its size and colours, what lies over it. */
#include <string.h>

#include "app/listen.h"
#include "app/picture.h"
#include "app/handlers.h"
#include "app/reading_position.h"
#include "app/session.h"
#include "base/mem.h"

/* `meant` is the index of the part that a chip led to; -1: the page was turned. */
static void turn(App *app, int page, int meant)
{
    View view = app_view(app, &app->scratch);
    int last = screen_page_count(&view) - 1;
    arena_reset(&app->scratch);
    session_turn(app, int_clamp(page, 0, last), 0);
    app->own_state->session.place.part = meant;
    app->dirty = true;
}

void apply_turn_to(App *app, Action action) { turn(app, action.value, action.at - 1); }

void apply_turn_by(App *app, Action action) { turn(app, app->state->session.place.page_number + action.value, -1); }

void apply_turn_deck(App *app, Action action)
{
    app->own_state->session.place.deck_page = action.value;
    app->dirty = true;
}

static bool page_shows_accordion(App *app, int page, int accordion)
{
    Scene scene;
    State there = *app->state;
    there.session.place.page_number = page;
    View view = picture_view_of(app, &there, &app->scratch);
    screen_build(&view, &scene);
    bool shown = false;
    for (size_t i = 0; i < scene.node_count; i++)
        shown = shown ||
                (scene.nodes[i].action.kind == ACTION_TOGGLE_ACCORDION && scene.nodes[i].action.value == accordion);
    arena_reset(&app->scratch);
    mem_wipe(&there, sizeof(there));
    return shown;
}

/* Opening an accordion may move its own head to another page: that page is shown then, the nearest first. */
void apply_toggle_accordion(App *app, Action action)
{
    int accordion = action.value;
    Place *place = &app->own_state->session.place;
    place->accordion = place->accordion == accordion ? -1 : accordion;
    app->dirty = true;
    View view = app_view(app, &app->scratch);
    int count = screen_page_count(&view), before = int_min(place->page_number, count - 1);
    arena_reset(&app->scratch);
    for (int away = 0; away < count; away++) {
        const int pages[] = {before + away, before - away};
        for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
            if (pages[i] < 0 || pages[i] >= count || !page_shows_accordion(app, pages[i], accordion)) continue;
            place->page_number = pages[i];
            return;
        }
    }
    place->page_number = int_clamp(before, 0, count - 1);
}

/* Another language, on the page that was read before the languages were opened. */
void apply_set_language(App *app, Action action)
{
    if (app->state->session.place.screen == SCREEN_LANGUAGES) apply_back(app, action);
    ReadingPosition position = position_read(app);
    session_set_lang(app, action.id);
    app->own_state->session.place.page_number = position_page(app, &position);
}

void apply_set_text_step(App *app, Action action)
{
    ReadingPosition position = position_read(app);
    app->own_state->session.text_step = int_clamp(action.value, 0, 2);
    app->own_state->session.place.page_number = position_page(app, &position);
    listen_repaginate(app);
    app->dirty = true;
}

void apply_toggle_contrast(App *app, Action action)
{
    (void)action;
    app->own_state->session.high_contrast = !app->state->session.high_contrast;
    app->dirty = true;
}

/* The words keep their place; everything to touch moves. */
void apply_toggle_reach(App *app, Action action)
{
    (void)action;
    ReadingPosition position = position_read(app);
    app_begin_transition(app, TRANSITION_OVERLAY);
    app->own_state->session.reach = !app->state->session.reach;
    app->own_state->session.place.page_number = position_page(app, &position);
    app->own_state->session.place.deck_page = 0;
    listen_repaginate(app);
    app->dirty = true;
}

void apply_open_overlay(App *app, Action action)
{
    OverlayId overlay = (OverlayId)action.value;
    Session *session = &app->own_state->session;
    if (overlay <= OVERLAY_NONE || overlay >= OVERLAY_COUNT || overlay == session->overlay) return;
    app_begin_transition(app, TRANSITION_OVERLAY);
    if (session->overlay == OVERLAY_NONE) memcpy(app->input.focus_behind, session->focus, NODE_ID_MAX);
    session_focus(app, "");
    session->overlay = overlay;
    session->warned_ms = 0;
    app->dirty = true;
}

void apply_close_overlay(App *app, Action action)
{
    (void)action;
    Session *session = &app->own_state->session;
    if (session->overlay == OVERLAY_NONE) return;
    app_begin_transition(app, TRANSITION_OVERLAY);
    session->overlay = OVERLAY_NONE;
    session->warned_ms = 0;
    if (session->focus[0]) session_focus(app, app->input.focus_behind);
    app->dirty = true;
}

void apply_stay(App *app, Action action) { apply_close_overlay(app, action); }
