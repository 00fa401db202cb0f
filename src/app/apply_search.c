#include "app/app.h"
#include "app/search_loader.h"
#include "app/search.h"

#include <string.h>

#include "app/handlers.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/keyboard.h"

static SearchState *search_state(App *app) { return &app->own_state->session.search; }

/* Searches for the words in the field. Until the index is ready there are no results, and no "nothing found" either. */
static void search_again(App *app)
{
    SearchState *search = search_state(app);
    const SearchLoader *loader = &app->search;
    search->results = (SearchResults){0};
    search->ready = search_fits(loader->index, &app->library, app_lang(app));
    if (search->ready) search_run(loader->index, search->query, &search->results);
    search->support =
        loader->support && search->query[0] && support_meant(loader->support, app_lang(app), search->query);
    /* Beside the offer of help, pages that only look like those words would be bad company. */
    if (search->support && search->results.near) search->results = (SearchResults){0};
    app->dirty = true;
}

static void query_changed(App *app)
{
    app->own_state->session.place.page_number = 0;
    app->own_state->session.turn_start_ms = 0;
    search_state(app)->relatives_of[0] = '\0';
    search_again(app);
}

static void query_cut(SearchState *search, size_t length)
{
    memset(search->query + length, 0, sizeof(search->query) - length);
}

void apply_type(App *app, Action action)
{
    const char *letters = action.id;
    SearchState *search = search_state(app);
    size_t length = strlen(search->query), last = utf8_prev(search->query, strlen(search->query));
    size_t count = letters ? strlen(letters) : 0;
    if (count == 0 || utf8_valid_length(letters, count) != count) return;
    /* No word begins with a space, and one is enough between two. */
    if (strcmp(letters, " ") == 0 && (length == 0 || search->query[length - 1] == ' ')) return;
    const char *composed = keyboard_composed(search->query + last, letters);
    if (composed) {
        letters = composed;
        count = strlen(composed);
        length = last;
    }
    if (length + count >= sizeof(search->query)) return;
    query_cut(search, length);
    memcpy(search->query + length, letters, count);
    query_changed(app);
}

void apply_erase(App *app, Action action)
{
    (void)action;
    SearchState *search = search_state(app);
    if (search->query[0] == '\0') return;
    query_cut(search, utf8_prev(search->query, strlen(search->query)));
    query_changed(app);
}

void apply_search_for(App *app, Action action)
{
    const char *query = action.id ? action.id : "";
    SearchState *search = search_state(app);
    size_t length = strlen(query);
    if (length >= sizeof(search->query) || utf8_valid_length(query, length) != length) return;
    query_cut(search, 0);
    if (length > 0) memcpy(search->query, query, length);
    query_changed(app);
}

/* Folding the keyboard away shows more results a page. The first one that was seen is still seen. */
void apply_keys(App *app, Action action)
{
    int page = action.value;
    SearchState *search = search_state(app);
    if (page < KEYS_LETTERS || page > KEYS_FOLDED) return;
    bool moved = (search->keys == KEYS_FOLDED) != (page == KEYS_FOLDED);
    search->keys = page;
    search->relatives_of[0] = '\0';
    if (moved) app->own_state->session.place.page_number = 0;
    app->dirty = true;
}

void apply_key_relatives(App *app, Action action)
{
    const char *letter = action.id;
    SearchState *search = search_state(app);
    size_t length = letter ? strlen(letter) : 0;
    if (length >= sizeof(search->relatives_of)) return;
    memset(search->relatives_of, 0, sizeof(search->relatives_of));
    if (length > 0) memcpy(search->relatives_of, letter, length);
    app->dirty = true;
}

void search_begin(App *app) { mem_wipe(search_state(app), sizeof(SearchState)); }

void search_tick(App *app)
{
    if (app->state->session.place.screen != SCREEN_SEARCH) return;
    bool new_lang = !search_fits(app->search.index, &app->library, app_lang(app)) && search_state(app)->ready;
    bool came = search_loader_tick(&app->search, &app->library, app_lang(app), app->background ? app->platform : NULL);
    if (came || new_lang)
        search_again(app);
    else if (!search_state(app)->ready && app->search.index &&
             search_fits(app->search.index, &app->library, app_lang(app)))
        search_again(app);
}

void search_stop(App *app) { search_loader_stop(&app->search); }
