#include "app/eyes_voice.h"

#include "app/app.h"
#include "app/handlers.h"
#include "app/listen.h"
#include "app/picture.h"
#include "app/session.h"

enum { USUAL_SPEED = 100 };

/* Says it instead of whatever is being said. */
void eyes_say(App *app, const char *lang, const char *text)
{
    Arena scratch = {0};
    listen_stop(app);
    speaker_stop(app->listener.speaker, app->now_ms);
    speaker_fetch(app->listener.speaker, EYES_SLOT, lang, text_spoken(&scratch, lang, text), USUAL_SPEED, app->now_ms);
    app->listener.eyes_wants = true;
    arena_wipe(&scratch);
}

void eyes_leave(App *app)
{
    if (!app->state->session.eyes.on) return;
    session_set_eyes(app, (EyesFree){0});
    View view = app_view(app, NULL);
    eyes_say(app, app_lang(app), word(view.words, "toast-eyes-off"));
    app->dirty = true;
}

void apply_leave_eyes_free(App *app, Action action)
{
    (void)action;
    eyes_leave(app);
}
