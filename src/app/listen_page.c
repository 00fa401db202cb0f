/* listen_page.c - what the pages of the present place say. */
#include "app/picture.h"
#include "app/listen.h"

#include "base/mem.h"

/* Builds each page of a copy of the state in which nothing moves and no overlay is up. */
void listen_collect(App *app)
{
    State still = *app->state;
    Session *session = &still.session;
    Speech *speech = &app->listener.speech;
    speech_wipe(speech);
    session->turn_start_ms = session->turn_offset_px = session->drag_px = 0;
    session->overlay = OVERLAY_NONE;
    View view = picture_view_of(app, &still, &app->scratch);
    view.speech = NULL; /* no sentence is marked meanwhile */
    int count = screen_page_count(&view);
    for (int page = 0; page < count; page++) {
        Scene scene;
        arena_reset(&app->scratch);
        session->place.page_number = page;
        screen_build(&view, &scene);
        speech_add(speech, &scene, page);
    }
    speech_end(speech);
    arena_wipe(&app->scratch);
    mem_wipe(&still, sizeof(still));
}

int listen_first(const App *app)
{
    int count = (int)app->listener.speech.count;
    int first = speech_first_on(&app->listener.speech, app->state->session.place.page_number);
    return first < count ? first : count > 0 ? 0 : -1;
}

const Sentence *listen_sentence(const App *app, int index)
{
    return index >= 0 && index < (int)app->listener.speech.count ? &app->listener.speech.items[index] : NULL;
}
