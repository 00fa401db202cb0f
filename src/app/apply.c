/* apply.c - looks up an action's row, checks its flags, and calls its handler. */
#include "app/apply.h"

#include "app/handlers.h"

#include "app/app.h"
#include "app/forget.h"
#include "app/listen.h"

static ActionHandler *const visitor_handlers[ACTION_KINDS] = {
#define HANDLER(NAME, name, flags, doc) [ACTION_##NAME] = apply_##name,
    VISITOR_ACTIONS(HANDLER)
#undef HANDLER
};

void apply_none(App *app, Action action) { (void)app, (void)action; }

ActionHandler *action_handler(const App *app, ActionKind kind)
{
    CHECK((unsigned)kind < ACTION_KINDS);
    if (visitor_handlers[kind]) return visitor_handlers[kind];
    return app->staff ? app->staff_service->handlers[kind] : NULL;
}

/* Where no pack could be opened, the emergency card is all that a visitor can be led to. */
static void card_show(App *app)
{
    if (app->state->session.place.screen != SCREEN_EMERGENCY) session_wipe(app, SCREEN_EMERGENCY);
}

void app_apply(App *app, Action action)
{
    ActionHandler *handler = action_handler(app, action.kind);
    bool has_packs = app->library.count > 0;
    if (!handler || (action_has(action.kind, NEEDS_PANEL) && !app->staff_view->is_open)) return;
    if (!has_packs && !action_has(action.kind, WITHOUT_PACKS | WAY_OUT)) return;
    if (!action_has(action.kind, KEEPS_LISTENING)) listen_stop(app);
    if (!has_packs && action_has(action.kind, WAY_OUT))
        card_show(app);
    else
        handler(app, action);
    listen_stop_if_left(app);
    if (app->staff) app->staff_service->forget_left(app);
}
