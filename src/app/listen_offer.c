#include "app/listen_offer.h"

#include "screen/frame/view_content.h"

#include "app/app.h"

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
    const View view = {.library = &app->library, .session = &app->state->session, .lang = app_lang(app)};
    return view.session->place.screen == SCREEN_READING ? view_page(&view, pack) : NULL;
}

bool listen_offered(const App *app)
{
    const ScreenType *type = screen_type(app->state->session.place.screen);
    /* Where staff type their PIN, nothing of it is said. */
    if (!listen_may_be_heard(app) || type->dock != DOCK_FULL || type->for_staff) return false;
    Pack *pack;
    const Page *page = listen_page(app, &pack);
    return (page && page->audio) || speaker_speaks(app->listener.speaker, page ? page->lang : app_lang(app));
}
