#include "app/eyes_free.h"

#include <string.h>

#include "app/app.h"
#include "app/apply.h"
#include "app/eyes_voice.h"
#include "app/listen.h"
#include "app/listen_offer.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/handlers.h"
#include "app/session.h"
#include "screen/frame/eyes_free_bar.h"

static bool may_begin(const App *app)
{
    const ScreenType *type = screen_type(app->state->session.place.screen);
    bool here = type->dock == DOCK_FULL || app->state->session.place.screen == SCREEN_ATTRACT;
    return here && app->library.count > 0 && app->site->display.eyes_free != EYES_FREE_OFF &&
           listen_may_be_heard(app) && speaker_speaks(app->listener.speaker, app_lang(app));
}

static void say_node(App *app, int node)
{
    const Scene *scene = app_scene(app);
    if (!eyes_meets(scene, node)) return;
    View view = app_view(app, &app->scratch);
    const char *lang = scene->nodes[node].lang ? scene->nodes[node].lang : app_lang(app);
    eyes_say(app, lang, eyes_words(&view, scene, node));
    arena_wipe(&app->scratch);
    session_set_eyes(app, (EyesFree){.on = true, .node = node});
}

/* The node that is said when a screen comes up: its heading, or its first node if it has none; -1: nothing can be said.
 */
static int first_node(const Scene *scene)
{
    int first = -1;
    for (int i = 0; i < (int)scene->node_count; i++) {
        if (!eyes_meets(scene, i)) continue;
        if (scene->nodes[i].role == NODE_HEADING) return i;
        if (first < 0) first = i;
    }
    return first;
}

static void place_note(App *app)
{
    app->listener.eyes_place = app->state->session.place;
    app->listener.eyes_overlay = app->state->session.overlay;
}

static void begin(App *app)
{
    if (!may_begin(app)) return;
    listen_stop(app);
    if (app->state->session.place.screen == SCREEN_ATTRACT) app_apply(app, (Action){.kind = ACTION_HOME});
    session_set_eyes(app, (EyesFree){.on = true, .node = -1});
    session_focus(app, "");
    input_forget_press(app);
    speaker_volume(app->listener.speaker, view_listen_volume(app->site, &app->state->session.listening));
    View view = app_view(app, &app->scratch);
    const char *text =
        arena_format(&app->scratch, "%s. %s %s %s", word(view.words, "eyes-on"), word(view.words, "eyes-how"),
                     word(view.words, "eyes-leave-how"), word(view.words, "hide-spoken"));
    eyes_say(app, app_lang(app), text);
    arena_wipe(&app->scratch);
    place_note(app);
    app->dirty = true;
}

static int node_under(const Scene *scene, int x, int y)
{
    for (int i = (int)scene->node_count; i-- > 0;)
        if (eyes_meets(scene, i) && rect_contains(scene->nodes[i].area, x, y)) return i;
    return -1;
}

static void step(App *app, int by)
{
    const Scene *scene = app_scene(app);
    int count = (int)scene->node_count, from = app->state->session.eyes.node;
    if (from < 0 && by < 0) from = 0;
    for (int moved = 1; moved <= count; moved++) {
        int at = ((from + by * moved) % count + count) % count;
        if (!eyes_meets(scene, at)) continue;
        say_node(app, at);
        return;
    }
}

static void choose(App *app)
{
    const Scene *scene = app_scene(app);
    int node = app->state->session.eyes.node;
    if (!eyes_meets(scene, node) || !scene_node_is_target(scene, node)) return;
    char id[REF_MAX];
    Action action = action_keep(scene->nodes[node].action, id);
    bool hides = action.kind == ACTION_HIDE;
    app_apply(app, action);
    if (!hides) return;
    /* All is forgotten, this mode too; that it worked is said all the same. */
    View view = app_view(app, NULL);
    eyes_say(app, app_lang(app), word(view.words, "hide-spoken"));
}

static void act(App *app, Explore explore)
{
    if (explore.kind == EXPLORE_TOGGLE) {
        if (app->state->session.eyes.on)
            eyes_leave(app);
        else
            begin(app);
        return;
    }
    if (!app->state->session.eyes.on) return;
    switch (explore.kind) {
    case EXPLORE_UNDER: {
        int node = node_under(app_scene(app), explore.x, explore.y);
        if (node >= 0 && node != app->state->session.eyes.node) say_node(app, node);
        break;
    }
    case EXPLORE_CHOOSE: choose(app); break;
    case EXPLORE_NEXT: step(app, 1); break;
    case EXPLORE_PREVIOUS: step(app, -1); break;
    case EXPLORE_SILENCE: speaker_stop(app->listener.speaker, app->now_ms); break;
    case EXPLORE_TOGGLE:
    case EXPLORE_NOTHING: break;
    }
}

bool eyes_event(App *app, const Event *event)
{
    if (event->kind != EVENT_POINTER || !app->listener.speaker) return false;
    Explore explore = explore_feed(&app->input.explore, event->pointer);
    if (!app->state->session.eyes.on) return false;
    session_note_input(app);
    act(app, explore);
    return true;
}

/* Where something new has come up, its heading is said. */
static void place_follow(App *app)
{
    const Session *session = &app->state->session;
    const Place *place = &session->place, *before = &app->listener.eyes_place;
    bool same = place->screen == before->screen && strcmp(place->ref, before->ref) == 0 &&
                place->page_number == before->page_number;
    if (same && session->overlay == app->listener.eyes_overlay) return;
    place_note(app);
    session_set_eyes(app, (EyesFree){.on = true, .node = -1});
    if (session->listening.on) return; /* the page is turned by the voice that reads it */
    say_node(app, first_node(app_scene(app)));
}

static void jack_follow(App *app)
{
    JackState jack = speaker_jack(app->listener.speaker), before = app->listener.eyes_jack;
    app->listener.eyes_jack = jack;
    bool plugged = jack == JACK_IN && before == JACK_OUT;
    if (plugged && app->site->display.eyes_free == EYES_FREE_HEADPHONES && !app->state->session.eyes.on) begin(app);
    if (!app->state->session.eyes.on || listen_may_be_heard(app)) return;
    speaker_stop(app->listener.speaker, app->now_ms);
    session_set_eyes(app, (EyesFree){0});
    app->dirty = true;
}

void eyes_tick(App *app)
{
    if (!app->listener.speaker) return;
    act(app, explore_tick(&app->input.explore, app->now_ms));
    jack_follow(app);
    if (app->state->session.eyes.on) place_follow(app);
    SpeakerState state = speaker_state(app->listener.speaker, EYES_SLOT);
    if (!app->listener.eyes_wants || state == SPEAKER_COMING) return;
    app->listener.eyes_wants = false;
    speaker_say(app->listener.speaker, EYES_SLOT);
}

int64_t eyes_deadline_ms(const App *app)
{
    return app->listener.speaker ? explore_deadline_ms(&app->input.explore) : INT64_MAX;
}
