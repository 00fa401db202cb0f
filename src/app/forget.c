#include "app/forget.h"

#include <string.h>

#include "app/listen.h"
#include "app/press.h"
#include "base/mem.h"

void session_wipe(App *app, ScreenId screen)
{
    listen_wipe(app);
    mem_wipe(&app->own_state->session, sizeof(app->own_state->session));
    mem_wipe(&app->input.press, sizeof(app->input.press));
    ScanSwitch contacts[ARRAY_LEN(app->input.switches)];
    memcpy(contacts, app->input.switches, sizeof(contacts));
    input_init(&app->input, app->viewport.px_per_mm);
    memcpy(app->input.switches, contacts, sizeof(contacts)); /* a contact may still be bouncing */
    /* Scenes point to lines of text in the engine: they are emptied before the engine is. */
    for (size_t i = 0; i < ARRAY_LEN(app->arenas); i++) {
        app->scenes[i] = (Scene){0};
        arena_wipe(&app->arenas[i]);
    }
    arena_wipe(&app->scratch);
    text_engine_wipe(app->text);
    library_forget_pages(&app->library);
    if (app->platform) platform_wipe(app->platform);
    app->wiped = true;
    app->transition = (Transition){TRANSITION_NONE, 0};
    app->own_state->session.place.screen = screen;
    app->own_state->session.place.part = -1;
    app->own_state->session.place.accordion = -1;
    app->own_state->session.last_input_ms = app->now_ms;
    app->own_state->session.text_step = app->site->display.text_step;
    app->own_state->session.high_contrast = app->site->display.theme == SITE_THEME_HIGH_CONTRAST;
    app->own_state->screen_start_ms = app->now_ms;
    app->dirty = true;
}
