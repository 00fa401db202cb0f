#include "app/content.h"

#include <string.h>

#include "app/forget.h"
#include "app/slideshow.h"
#include "app/switch_ring.h"
#include "app/search.h"
#include "app/session.h"
#include "base/mem.h"

bool content_may_be_replaced(const App *app)
{
    ScreenId screen = app->state->session.place.screen;
    if (app->input.press.active && !screen_type(screen)->for_staff) return false;
    return screen == SCREEN_ATTRACT || screen == SCREEN_EMERGENCY ||
           (screen_type(screen)->for_staff && app->state->session.back_count == 0);
}

/* Scenes, the search index and the session hold words of the pages that go: all of them are forgotten first. */
void content_replace(App *app, Library library, Site *site)
{
    Session before = app->state->session;
    session_wipe(app, before.place.screen);
    session_set_lang(app, before.lang);
    session_set_contrast(app, before.high_contrast);
    session_set_page(app, before.place.page_number);
    mem_wipe(&before, sizeof(before));
    search_stop(app);
    library_close(&app->library);
    site_close(app->site);
    app->library = library;
    app->site = site;
    app->playlist = NULL;
    state_set_reduced_motion(app, site->display.reduced_motion);
    ring_listen(app);
    slides_reseed(app, app->state->seed);
    slides_show(app, 0);
    if (app->state->session.place.screen == SCREEN_EMERGENCY) session_wipe(app, session_resting_screen(app));
}
