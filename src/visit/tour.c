#include "visit/tour.h"

#include <string.h>

#include "app/apply.h"
#include "app/forget.h"
#include "app/picture.h"
#include "app/slideshow.h"
#include "app/switch_ring.h"
#include "app/search.h"
#include "app/session.h"
#include "pack/questions.h"
#include "ui/keyboard.h"

enum { DECKS_MAX = 32 };

static void stop_here(Tour *tour, const char *group, const char *name)
{
    ScreenId screen = tour->app->state->session.place.screen;
    /* An open panel has the lock where the strip is otherwise. */
    bool has_strip = screen_type(screen)->for_staff
                         ? !tour->app->staff_view->is_open || screen_type(screen)->dock == DOCK_FULL
                         : screen != SCREEN_EMERGENCY;
    TourStop stop = {name, group, has_strip};
    app_scene(tour->app);
    tour->stop(tour->context, &stop);
}

static void act(Tour *tour, ActionKind kind, int value, const char *id)
{
    app_apply(tour->app, (Action){.kind = kind, .value = value, .id = id});
}

/* A new visitor, who has set the screen as the tour wants it and stands on the home. */
static void begin(Tour *tour)
{
    session_wipe(tour->app, SCREEN_ATTRACT);
    act(tour, ACTION_SET_LANGUAGE, 0, tour->settings.lang);
    act(tour, ACTION_SET_TEXT_STEP, tour->settings.text_step, NULL);
    if (tour->settings.high_contrast) act(tour, ACTION_TOGGLE_CONTRAST, 0, NULL);
    if (tour->settings.reach) act(tour, ACTION_TOGGLE_REACH, 0, NULL);
    if (tour->settings.scan) {
        act(tour, ACTION_SET_SWITCHES, SWITCHES_ONE, NULL);
        ring_start(tour->app);
    }
    slides_refresh(tour->app);
}

bool tour_wants(const Tour *tour, const char *name, const char *group_id)
{
    return !tour->only || strcmp(tour->only, name) == 0 || strcmp(tour->only, group_id) == 0;
}

static int pages_here(Tour *tour)
{
    View view = app_view(tour->app, &tour->app->scratch);
    int count = screen_page_count(&view);
    arena_reset(&tour->app->scratch);
    return count;
}

static void stop_accordions(Tour *tour, const char *group, const char *name)
{
    enum { ACCORDIONS_MAX = 16 };
    int open[ACCORDIONS_MAX], count = 0;
    const Scene *scene = app_scene(tour->app);
    for (size_t i = 0; i < scene->node_count && count < ACCORDIONS_MAX; i++)
        if (scene->nodes[i].action.kind == ACTION_TOGGLE_ACCORDION) open[count++] = scene->nodes[i].action.value;
    Place place = tour->app->state->session.place;
    for (int i = 0; i < count; i++) {
        act(tour, ACTION_TOGGLE_ACCORDION, open[i], NULL);
        stop_here(tour, group, arena_format(&tour->arena, "%s-open-%d", name, open[i] + 1));
        act(tour, ACTION_TOGGLE_ACCORDION, open[i], NULL);
        act(tour, ACTION_TURN_TO, place.page_number, NULL);
    }
}

/* In Reach mode: stops at each further deck of targets of this page. */
static void stop_decks(Tour *tour, const char *group, const char *name)
{
    for (int deck = 1; deck < DECKS_MAX; deck++) {
        const Scene *scene = app_scene(tour->app);
        bool more = false;
        for (size_t i = 0; i < scene->node_count; i++)
            more = more || (scene->nodes[i].action.kind == ACTION_TURN_DECK && scene->nodes[i].action.value == deck);
        if (!more) break;
        act(tour, ACTION_TURN_DECK, deck, NULL);
        stop_here(tour, group, arena_format(&tour->arena, "%s-deck-%d", name, deck + 1));
    }
    act(tour, ACTION_TURN_DECK, 0, NULL);
}

/* The present screen read aloud: its pages as the voice comes to them, cut as the bar leaves them room. */
static void stop_listening(Tour *tour, const char *group, const char *name)
{
    const Session *session = &tour->app->state->session;
    act(tour, ACTION_TURN_TO, 0, NULL);
    act(tour, ACTION_LISTEN, 0, NULL);
    bool paged = pages_here(tour) > 1;
    for (int page = -1, sentence = 0; page < 0 || sentence < session->listening.player.count; sentence++) {
        if (page >= 0) act(tour, ACTION_LISTEN_SKIP, 1, NULL);
        if (session->place.page_number == page) continue;
        page = session->place.page_number;
        const char *here = paged ? arena_format(&tour->arena, "%s-%d", name, page + 1) : name;
        stop_here(tour, group, arena_format(&tour->arena, "%s-listen", here));
    }
    act(tour, ACTION_LISTEN_STOP, 0, NULL);
}

/* The present screen, on each of its pages. */
static void stop_pages(Tour *tour, const char *group, const char *name)
{
    if (tour->settings.listen) {
        stop_listening(tour, group, name);
        return;
    }
    for (int page = 0; page < pages_here(tour); page++) {
        act(tour, ACTION_TURN_TO, page, NULL);
        const char *here = pages_here(tour) > 1 ? arena_format(&tour->arena, "%s-%d", name, page + 1) : name;
        stop_here(tour, group, here);
        if (tour->settings.reach) stop_decks(tour, group, here);
        if (tour->accordions) stop_accordions(tour, group, here);
    }
}

static void walk_loop(Tour *tour)
{
    if (!tour_wants(tour, "attract", "attract")) return;
    begin(tour);
    for (int i = 0; i < int_max(1, (int)tour->app->slides.count); i++) {
        slides_show(tour->app, i);
        stop_here(tour, "The loop", arena_format(&tour->arena, "attract-%02d", i + 1));
    }
}

static void walk_screen(Tour *tour, ScreenId screen, const char *name)
{
    if (!tour_wants(tour, name, name)) return;
    begin(tour);
    act(tour, ACTION_OPEN_SCREEN, (int)screen, "");
    stop_pages(tour, "Screens", name);
}

static void walk_overlay(Tour *tour, OverlayId overlay, const char *name, const char *ref)
{
    if (!tour_wants(tour, name, name)) return;
    begin(tour);
    act(tour, ACTION_OPEN_PAGE, 0, ref);
    if (overlay == OVERLAY_STILL_READING)
        session_ask_still_reading(tour->app);
    else
        act(tour, ACTION_OPEN_OVERLAY, (int)overlay, NULL);
    stop_here(tour, "Screens", name);
}

/* Chooses the last choice of one group after the other, until no therapist fits. */
static void choose_too_much(Tour *tour)
{
    const Directory *directory = tour->app->site->directory;
    const DirectoryFilter *filter = &tour->app->state->session.people;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT && directory_count(directory, filter) > 0; group++) {
        const ChoiceList *choices = &directory->choices[group];
        if (choices->count > 0) act(tour, ACTION_PEOPLE_CHOOSE, group, choices->items[choices->count - 1].id);
    }
}

static void walk_people(Tour *tour)
{
    enum { CARDS_MAX = 4 };
    const Site *site = tour->app->site;
    if (site->crisis.count > 0) walk_screen(tour, SCREEN_LINES, "lines");
    if (!site->directory || site->directory->count == 0) return;
    walk_screen(tour, SCREEN_THERAPISTS, "therapists");
    walk_screen(tour, SCREEN_FILTERS, "filters");
    for (size_t i = 0; i < site->directory->count && i < CARDS_MAX && tour_wants(tour, "therapist", "therapist"); i++) {
        begin(tour);
        act(tour, ACTION_OPEN_SCREEN, (int)SCREEN_THERAPIST, site->directory->people[i].id);
        stop_pages(tour, "Therapists", arena_format(&tour->arena, "therapist-%s", site->directory->people[i].id));
    }
    if (!tour_wants(tour, "therapists-none", "therapists")) return;
    begin(tour);
    act(tour, ACTION_OPEN_SCREEN, (int)SCREEN_THERAPISTS, "");
    choose_too_much(tour);
    stop_pages(tour, "Therapists", "therapists-none");
    act(tour, ACTION_OPEN_SCREEN, (int)SCREEN_FILTERS, "");
    stop_pages(tour, "Therapists", "filters-on");
}

void tour_stop_quiet(Tour *tour, ScreenId screen, const char *group, const char *name)
{
    session_wipe(tour->app, screen);
    act(tour, ACTION_SET_LANGUAGE, 0, tour->settings.lang);
    if (tour->settings.high_contrast) act(tour, ACTION_TOGGLE_CONTRAST, 0, NULL);
    stop_pages(tour, group, name);
}

/* Hide and the emergency card: of a visitor's settings, only the theme and the language reach them. */
static void walk_quiet(Tour *tour, ScreenId screen, const char *name)
{
    if (tour_wants(tour, name, name)) tour_stop_quiet(tour, screen, "Screens", name);
}

/* Of a language that is a draft, pages are shown in another; one of each list shows how that looks. */
static bool repeats_another_language(const Tour *tour, const Pack *pack, size_t index)
{
    return index > 0 && pack_lang_is_draft(pack, tour->settings.lang);
}

static bool asks_here(Tour *tour)
{
    const Scene *scene = app_scene(tour->app);
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].action.kind == ACTION_ANSWER) return true;
    return false;
}

/* All questions, always with the same answer, so that the ends differ. Its questions are looked at once. */
static void walk_questions(Tour *tour, const Pack *pack, ScreenId screen, const char *name)
{
    enum { ANSWERS_TRIED = 4 };
    if (!tour_wants(tour, name, name)) return;
    for (int answer = 0; answer < ANSWERS_TRIED; answer++) {
        begin(tour);
        act(tour, ACTION_OPEN_SCREEN, (int)screen, pack->id);
        for (int step = 1; step <= ANSWERS_MAX && asks_here(tour); step++) {
            if (answer == 0) stop_here(tour, "Questions", arena_format(&tour->arena, "%s-%s-%d", pack->id, name, step));
            act(tour, ACTION_ANSWER, answer, NULL);
        }
        stop_here(tour, "Questions", arena_format(&tour->arena, "%s-%s-end-%d", pack->id, name, answer));
    }
}

static void walk_own_home(Tour *tour, const Pack *pack)
{
    if (!tour_wants(tour, "pack", pack->id)) return;
    begin(tour);
    act(tour, ACTION_OPEN_SCREEN, SCREEN_PACK, pack->id);
    stop_pages(tour, "Screens", arena_format(&tour->arena, "pack-%s", pack->id));
}

static void walk_entries(Tour *tour, const Pack *pack, const List *pages, const char *group, const char *group_id)
{
    for (size_t i = 0; i < pages->count; i++) {
        const char *id = ((const PageEntry *)pages->items)[i].id;
        if (!tour_wants(tour, id, group_id) || (!tour->only && repeats_another_language(tour, pack, i))) continue;
        begin(tour);
        act(tour, ACTION_OPEN_PAGE, 0, arena_format(&tour->arena, "%s/%s", pack->id, id));
        stop_pages(tour, group, arena_format(&tour->arena, "%s-%s", pack->id, id));
    }
}

/* Pages that are in no list: the crisis page, and the pages that "Ready to start?" leads to. */
static void walk_unlisted(Tour *tour, const Pack *pack)
{
    const struct {
        bool is_there;
        const char *group, *id;
    } pages[] = {
        {pack->has_crisis_page, "Screens", "crisis"},
        {pack->has_ready, "Questions", READY_WORDS_ID},
        {pack->has_ready, "Questions", READY_CALL_ID},
    };
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        if (!pages[i].is_there || !tour_wants(tour, pages[i].id, pages[i].id)) continue;
        begin(tour);
        act(tour, ACTION_OPEN_PAGE, 0, arena_format(&tour->arena, "%s/%s", pack->id, pages[i].id));
        stop_pages(tour, pages[i].group, arena_format(&tour->arena, "%s-%s", pack->id, pages[i].id));
    }
}

static void walk_pack(Tour *tour, const Pack *pack)
{
    const Section *sections = pack->sections.items;
    walk_own_home(tour, pack);
    if (pack->has_reflection) walk_questions(tour, pack, SCREEN_CHECKIN, "checkin");
    if (pack->has_ready) walk_questions(tour, pack, SCREEN_READY, "ready");
    walk_unlisted(tour, pack);
    for (size_t i = 0; i < pack->sections.count; i++) {
        const SectionWords *words = pack_section_words(pack, sections[i].id, tour->settings.lang);
        const char *group = words && words->title ? words->title : sections[i].id;
        if (tour_wants(tour, sections[i].id, sections[i].id)) {
            begin(tour);
            act(tour, ACTION_OPEN_SECTION, 0, arena_format(&tour->arena, "%s/%s", pack->id, sections[i].id));
            stop_pages(tour, group, arena_format(&tour->arena, "%s-section-%s", pack->id, sections[i].id));
        }
        walk_entries(tour, pack, &sections[i].pages, group, sections[i].id);
    }
    walk_entries(tour, pack, &pack->articles, "Articles", "articles");
}

/* The search, with each thing that may stand there. */
static void walk_search(Tour *tour)
{
    static const char *const held[] = {"e", "ا", "ਅ", "и"};
    const char *idea = word(words_of(tour->app->words, tour->settings.lang), "search-idea-1");
    const struct {
        const char *name, *query;
        KeysPage keys;
    } stops[] = {
        {"search", "", KEYS_LETTERS},
        {"search-found", idea, KEYS_LETTERS},
        {"search-folded", "a", KEYS_FOLDED},
        {"search-none", "zzqq", KEYS_LETTERS},
        {"search-numbers", "911", KEYS_NUMBERS},
        {"search-latin", "a", KEYS_LATIN},
    };
    if (!tour_wants(tour, "search", "search")) return;
    begin(tour);
    act(tour, ACTION_OPEN_SCREEN, SCREEN_SEARCH, NULL);
    search_tick(tour->app);
    for (size_t i = 0; i < ARRAY_LEN(stops); i++) {
        act(tour, ACTION_KEYS, (int)stops[i].keys, NULL);
        act(tour, ACTION_SEARCH_FOR, 0, stops[i].query);
        stop_pages(tour, "Search", stops[i].name);
    }
    act(tour, ACTION_KEYS, KEYS_LETTERS, NULL);
    for (size_t i = 0; i < ARRAY_LEN(held); i++) {
        if (!keyboard_relatives(keyboard_layout(tour->settings.lang, KEYS_LETTERS), held[i])) continue;
        act(tour, ACTION_KEY_RELATIVES, 0, held[i]);
        stop_here(tour, "Search", arena_format(&tour->arena, "search-accents-%zu", i + 1));
    }
}

/* The first page that there is, as "pack/page"; "" without one. */
static const char *first_page(Tour *tour)
{
    const Library *library = &tour->app->library;
    for (size_t i = 0; i < library->count; i++) {
        const Section *sections = library->packs[i]->sections.items;
        for (size_t s = 0; s < library->packs[i]->sections.count; s++)
            if (sections[s].pages.count > 0)
                return arena_format(&tour->arena, "%s/%s", library->packs[i]->id,
                                    ((const PageEntry *)sections[s].pages.items)[0].id);
    }
    return "";
}

void tour_walk(Tour *tour)
{
    const char *page = first_page(tour);
    walk_loop(tour);
    walk_screen(tour, SCREEN_HOME, "home");
    walk_screen(tour, SCREEN_ARTICLES, "articles");
    walk_screen(tour, SCREEN_CRISIS, "crisis");
    walk_screen(tour, SCREEN_LANGUAGES, "languages");
    walk_screen(tour, SCREEN_BREATHING, "breathing");
    walk_screen(tour, SCREEN_LIBRARY, "library");
    walk_people(tour);
    walk_search(tour);
    walk_overlay(tour, OVERLAY_TEXT_SIZE, "text-size", page);
    walk_overlay(tour, OVERLAY_SWITCHES, "switches", page);
    walk_overlay(tour, OVERLAY_STILL_READING, "still-reading", page);
    walk_overlay(tour, OVERLAY_CODE, "code", page);
    walk_quiet(tour, SCREEN_HIDDEN, "hidden");
    walk_quiet(tour, SCREEN_EMERGENCY, "emergency");
    tour_staff(tour);
    for (size_t i = 0; i < tour->app->library.count; i++) walk_pack(tour, tour->app->library.packs[i]);
    arena_free(&tour->arena);
}
