/* apply_people.c - actions of the list of therapists. */
#include "app/picture.h"
#include "app/place.h"
#include "app/handlers.h"

#include "screen/visitor/ready.h"

/* Resets the therapist list to page 1, also in the back stack. */
static void list_from_top(Session *session)
{
    session->place.page_number = session->place.screen == SCREEN_THERAPISTS ? 0 : session->place.page_number;
    for (int i = 0; i < session->back_count; i++)
        if (session->back[i].screen == SCREEN_THERAPISTS) session->back[i].page_number = 0;
}

/* Shows the list as it is narrowed now, from its first page. */
static void list_changed(App *app)
{
    list_from_top(&app->own_state->session);
    app->dirty = true;
}

void apply_people_choose(App *app, Action action)
{
    const Directory *directory = app->site->directory;
    DirectoryGroup group = (DirectoryGroup)action.value;
    if (!directory || (unsigned)group >= DIRECTORY_GROUP_COUNT || !action.id) return;
    int choice = directory_choice(directory, group, action.id);
    if (choice < 0) return;
    app->own_state->session.people.on[group] ^= (uint64_t)1 << choice;
    list_changed(app);
}

void apply_people_drop(App *app, Action action)
{
    if (action.value < 0 || action.value >= DIRECTORY_GROUP_COUNT) return;
    app->own_state->session.people.on[action.value] = 0;
    list_changed(app);
}

void apply_people_clear(App *app, Action action)
{
    (void)action;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) app->own_state->session.people.on[group] = 0;
    list_changed(app);
}

void apply_people_sort(App *app, Action action)
{
    (void)action;
    DirectoryFilter *filter = &app->own_state->session.people;
    filter->sort = (filter->sort + 1) % DIRECTORY_SORTS;
    list_changed(app);
}

/* The list as the answers of "Ready to start?" narrow it. */
void apply_people_ready(App *app, Action action)
{
    (void)action;
    View view = app_view(app, &app->scratch);
    app->own_state->session.people = ready_filter(&view);
    arena_reset(&app->scratch);
    place_open(app, SCREEN_THERAPISTS, "");
}
