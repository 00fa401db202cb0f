/* listen_page.c - whether the present page can be read aloud, and what it says then. */
#include "app/session.h"
#include "base/mem.h"
#include "screen/frame/chrome.h"

enum { MINUTES_A_DAY = 24 * 60 };

/* The speaker is in everybody's ears: only in the hours that the clinic has set. */
static bool in_hours(const App *app)
{
    int from = app->site->display.sound_from, until = app->site->display.sound_until;
    if (!app->wall.known || (from < 0 && until < 0)) return true;
    int minute = civil_minute(&app->wall);
    if (from < 0) from = 0;
    if (until < 0) until = MINUTES_A_DAY;
    return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

bool listen_exists(const App *app)
{
    bool wanted = app->site->features.listen && app->site->display.listen != LISTEN_OFF;
    return wanted && speaker_is_heard(app->listener.speaker);
}

bool listen_may_be_heard(const App *app)
{
    if (!listen_exists(app)) return false;
    bool in_ear = speaker_jack(app->listener.speaker) == JACK_IN;
    switch ((ListenBy)app->site->display.listen) {
    case LISTEN_HEADPHONES: return in_ear;
    case LISTEN_SPEAKER: return in_ear || in_hours(app);
    case LISTEN_OFF: break;
    }
    return false;
}

const Page *listen_page(const App *app, Pack **pack)
{
    const View view = {.library = &app->library, .session = &app->state.session, .lang = app_lang(app)};
    return view.session->place.screen == SCREEN_READING ? view_page(&view, pack) : NULL;
}

bool listen_offered(const App *app)
{
    const ScreenType *type = screen_type(app->state.session.place.screen);
    /* Where staff type their PIN, nothing of it is said. */
    if (!listen_may_be_heard(app) || type->dock != DOCK_FULL || type->for_staff) return false;
    Pack *pack;
    const Page *page = listen_page(app, &pack);
    return (page && page->audio) || speaker_speaks(app->listener.speaker, page ? page->lang : app_lang(app));
}

/* Collects what each page of the place says, as if it lay still. */
void listen_collect(App *app)
{
    Session *session = &app->state.session;
    Session still = *session;
    Speech *speech = &app->listener.speech;
    speech_wipe(speech);
    session->turn_start_ms = session->turn_offset_px = session->drag_px = 0;
    session->overlay = OVERLAY_NONE;
    View view = app_view(app, &app->scratch);
    view.speech = NULL; /* nothing is marked meanwhile */
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
    *session = still;
    mem_wipe(&still, sizeof(still));
}

int listen_first(const App *app)
{
    int count = (int)app->listener.speech.count;
    int first = speech_first_on(&app->listener.speech, app->state.session.place.page_number);
    return first < count ? first : count > 0 ? 0 : -1;
}

const Sentence *listen_sentence(const App *app, int index)
{
    return index >= 0 && index < (int)app->listener.speech.count ? &app->listener.speech.items[index] : NULL;
}
