/* apply_answers.c - actions of the check-in and of "Ready to start?". */
#include <string.h>

#include "app/picture.h"
#include "app/handlers.h"
#include "app/session.h"

static Answers *answers_here(Session *session)
{
    return session->place.screen == SCREEN_READY ? &session->ready : &session->checkin;
}

void apply_answer(App *app, Action action)
{
    Answers *answers = answers_here(&app->own_state->session);
    if (answers->step >= ANSWERS_MAX) return;
    app_begin_transition(app, TRANSITION_FORWARD);
    answers->chosen[answers->step++] = (int8_t)action.value;
    app->own_state->session.place.deck_page = 0;
    session_focus(app, "");
    app->dirty = true;
}

void apply_answer_back(App *app, Action action)
{
    (void)action;
    Answers *answers = answers_here(&app->own_state->session);
    if (answers->step == 0) return;
    app_begin_transition(app, TRANSITION_BACK);
    answers->step--;
    app->own_state->session.place.deck_page = 0;
    app->dirty = true;
}

/* Answers are overwritten at once, not when the visit ends. */
void apply_answers_clear(App *app, Action action)
{
    Answers *answers = answers_here(&app->own_state->session);
    memset(answers, 0, sizeof(*answers));
    if (action.value != 1) apply_home(app, action);
    app->dirty = true;
}
