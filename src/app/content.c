#include "app/content.h"

#include <string.h>

#include "app/apply_search.h"
#include "app/session.h"
#include "app/switches.h"
#include "base/mem.h"

bool content_may_be_replaced(const App *app)
{
    ScreenId screen = app->state.session.place.screen;
    if (app->input.press.active && !screen_type(screen)->for_staff) return false;
    return screen == SCREEN_ATTRACT || screen == SCREEN_EMERGENCY ||
           (screen_type(screen)->for_staff && app->state.session.back_count == 0);
}

/* Scenes, the search index and the session hold words of the pages that go: all of them are forgotten first. */
void content_replace(App *app, Library library, Site *site)
{
    Session session = app->state.session;
    session_wipe(app, session.place.screen);
    memcpy(app->state.session.lang, session.lang, sizeof(session.lang));
    app->state.session.high_contrast = session.high_contrast;
    app->state.session.place.page_number = session.place.page_number;
    mem_wipe(&session, sizeof(session));
    search_stop(app);
    library_close(&app->library);
    site_close(app->site);
    app->library = library;
    app->site = site;
    app->playlist = NULL;
    app->state.reduced_motion = site->display.reduced_motion;
    switches_listen(app);
    slides_reseed(app, app->state.seed);
    app->state.slide = 0;
    if (app->state.session.place.screen == SCREEN_EMERGENCY) session_wipe(app, session_resting_screen(app));
}
