/* apply_people.c - what somebody looks for in the list of therapists. */
#include "app/apply_people.h"

#include "app/session.h"
#include "screen/visitor/ready.h"

/* The list begins anew, also where it waits behind the filters or a card. */
static void list_from_top(Session *session)
{
    session->place.page_number = session->place.screen == SCREEN_THERAPISTS ? 0 : session->place.page_number;
    for (int i = 0; i < session->back_count; i++)
        if (session->back[i].screen == SCREEN_THERAPISTS) session->back[i].page_number = 0;
}

static void choose(App *app, DirectoryGroup group, const char *id)
{
    int choice = (unsigned)group < DIRECTORY_GROUP_COUNT && id ? directory_choice(app->site->directory, group, id) : -1;
    if (choice >= 0) app->state.session.people.on[group] ^= (uint64_t)1 << choice;
}

static void drop(DirectoryFilter *filter, int group)
{
    if (group >= 0 && group < DIRECTORY_GROUP_COUNT) filter->on[group] = 0;
}

/* The list as the answers of "Ready to start?" narrow it. */
static void open_as_answered(App *app)
{
    View view = app_view(app, &app->scratch);
    app->state.session.people = ready_filter(&view);
    arena_reset(&app->scratch);
    place_open(app, SCREEN_THERAPISTS, "");
}

void people_apply(App *app, Action action)
{
    DirectoryFilter *filter = &app->state.session.people;
    if (action.kind == ACTION_PEOPLE_READY) {
        open_as_answered(app);
        return;
    }
    if (!app->site->directory) return;
    switch ((int)action.kind) {
    case ACTION_PEOPLE_CHOOSE: choose(app, (DirectoryGroup)action.value, action.id); break;
    case ACTION_PEOPLE_DROP: drop(filter, action.value); break;
    case ACTION_PEOPLE_CLEAR:
        for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) filter->on[group] = 0;
        break;
    case ACTION_PEOPLE_SORT: filter->sort = (filter->sort + 1) % DIRECTORY_SORTS; break;
    default: return;
    }
    list_from_top(&app->state.session);
    app->dirty = true;
}
