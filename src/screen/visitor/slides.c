#include "screen/visitor/slides.h"

#include <string.h>

/* How many lines one section may have in a round of the loop: more would hide the others. A lane is a section, or a
 * page of a playlist. */
enum { SECTION_LINES_MIN = 2, SECTION_LINES_MAX = 12, LANES_MAX = 64, PAGE_LINES_MAX = 8, EVEN_FROM = 4 };

/* xorshift32 (Marsaglia 2003): the order only has to differ from week to week. */
static uint32_t random_next(uint32_t *state)
{
    uint32_t x = *state ? *state : 0x9E3779B9u;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

static void shuffle(size_t *order, size_t count, uint32_t *random)
{
    for (size_t i = count; i > 1; i--) {
        size_t j = random_next(random) % i, swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
}

/* The lines of one section, in an order of their own; taken one a round. */
typedef struct Lane {
    Slide items[SECTION_LINES_MAX];
    size_t count, next;
} Lane;

/* A line with a time is for that time only; a line without one is for any. */
static bool line_fits(const AttractLine *line, unsigned when)
{
    return line->public_room && (line->when == 0 || (line->when & when) == line->when);
}

static void lane_add(Lane *lane, Slides *slides, Pack *pack, const PageEntry *entry, Family family, const char *section,
                     const AttractLine *line)
{
    char *ref = arena_format(&slides->arena, "%s/%s", pack->id, entry->id);
    for (size_t i = 0; i < lane->count; i++)
        if (strcmp(lane->items[i].ref, ref) == 0 && strcmp(lane->items[i].line, line->line) == 0) return;
    Slide *slide = &lane->items[lane->count++];
    *slide = (Slide){
        .line = arena_copy(&slides->arena, line->line),
        .text = arena_copy(&slides->arena, line->text ? line->text : ""),
        .section = arena_copy(&slides->arena, section),
        .image = pack_image(pack, &slides->arena, entry->image),
        .family = family,
    };
    memcpy(slide->ref, ref, strlen(ref) < REF_MAX ? strlen(ref) + 1 : 1);
}

/* The `turn`-th of the page's lines that fit, going round; NULL if none does. */
static const AttractLine *page_line(const Page *page, unsigned when, size_t turn)
{
    const AttractLine *lines = page->attract.items;
    size_t fitting = 0;
    for (size_t i = 0; i < page->attract.count; i++) fitting += line_fits(&lines[i], when);
    if (fitting == 0) return NULL;
    turn %= fitting;
    for (size_t i = 0; i < page->attract.count; i++)
        if (line_fits(&lines[i], when) && turn-- == 0) return &lines[i];
    return NULL;
}

static void lane_add_page(Lane *lane, Slides *slides, Pack *pack, const PageEntry *entry, Family family,
                          const char *section, unsigned when)
{
    const Page *page = pack_page(pack, entry->id, slides->lang);
    const AttractLine *lines = page ? page->attract.items : NULL;
    for (size_t i = 0; page && i < page->attract.count && lane->count < SECTION_LINES_MAX; i++)
        if (line_fits(&lines[i], when)) lane_add(lane, slides, pack, entry, family, section, &lines[i]);
}

/* How the loop is made up, for all lanes. */
typedef struct Mix {
    unsigned when;
    size_t a_week; /* lines that a section gives in a week */
    uint32_t week;
    uint32_t order;  /* random: the order of pages, the same all year */
    uint32_t within; /* random: the order within the week */
} Mix;

/* A section's lines stand in one endless row: a line of each of its pages, then another of each, and so on. Every week
 * takes the next few, so that each is shown before any comes again. Only the pages of this week are read. */
static void lane_fill(Lane *lane, Slides *slides, Pack *pack, const List *pages, Family family, const char *section,
                      Mix *mix)
{
    const PageEntry *entries = pages->items;
    size_t *order = ARENA_ARRAY(&slides->arena, size_t, pages->count + 1), count = pages->count;
    for (size_t i = 0; i < count; i++) order[i] = i;
    shuffle(order, count, &mix->order);
    uint64_t from = (uint64_t)mix->week * mix->a_week;
    for (uint64_t i = 0; i < count * PAGE_LINES_MAX && lane->count < mix->a_week; i++) {
        const PageEntry *entry = &entries[order[(from + i) % count]];
        const Page *page = pack_page(pack, entry->id, slides->lang);
        const AttractLine *line = page ? page_line(page, mix->when, (size_t)((from + i) / count)) : NULL;
        if (line) lane_add(lane, slides, pack, entry, family, section, line);
    }
    for (size_t i = lane->count; i > 1; i--) {
        size_t j = random_next(&mix->within) % i;
        Slide swap = lane->items[i - 1];
        lane->items[i - 1] = lane->items[j];
        lane->items[j] = swap;
    }
}

static size_t lanes_of_pack(Lane *lanes, size_t count, Slides *slides, Pack *pack, Mix *mix)
{
    const PackWords *words = pack_words(pack, slides->lang);
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count && count < LANES_MAX; i++) {
        const SectionWords *section = pack_section_words(pack, sections[i].id, slides->lang);
        lane_fill(&lanes[count++], slides, pack, &sections[i].pages, (Family)sections[i].family,
                  section ? section->title : "", mix);
    }
    if (pack->articles.count > 0 && count < LANES_MAX)
        lane_fill(&lanes[count++], slides, pack, &pack->articles, FAMILY_LIBRARY,
                  words && words->articles.title ? words->articles.title : "", mix);
    return count;
}

/* As many from each as fill the loop together: sections have the same share, and a pack of many keeps a few of each. */
static size_t lines_a_week(const Library *library)
{
    size_t lanes = 0;
    for (size_t i = 0; i < library->count; i++)
        lanes += library->packs[i]->sections.count + (library->packs[i]->articles.count > 0);
    size_t lines = SLIDES_MAX / (lanes > 0 ? lanes : 1);
    return lines < SECTION_LINES_MIN ? SECTION_LINES_MIN : lines > SECTION_LINES_MAX ? SECTION_LINES_MAX : lines;
}

/* Each page of a playlist is a lane of its own, so that each has the same share however many lines it has. */
static size_t lanes_of_playlist(Lane *lanes, Slides *slides, const Library *library, const Playlist *playlist,
                                unsigned when, uint32_t *random)
{
    size_t count = 0, *order = ARENA_ARRAY(&slides->arena, size_t, playlist->pages.count);
    for (size_t i = 0; i < playlist->pages.count; i++) order[i] = i;
    shuffle(order, playlist->pages.count, random);
    for (size_t i = 0; i < playlist->pages.count && count < LANES_MAX; i++) {
        const char *id;
        Pack *pack = library_page(library, playlist->pages.items[order[i]], &id);
        PagePlace place;
        if (!pack || !pack_find(pack, id, &place)) continue;
        const PackWords *words = pack_words(pack, slides->lang);
        const SectionWords *section = place.section ? pack_section_words(pack, place.section->id, slides->lang)
                                      : words       ? &words->articles
                                                    : NULL;
        lane_add_page(&lanes[count++], slides, pack, place.entry,
                      place.section ? (Family)place.section->family : FAMILY_LIBRARY,
                      section && section->title ? section->title : "", when);
    }
    return count;
}

/* A section with few lines would drown beside those with many: nobody has more than a third more than the poorest. */
static void lanes_even(Lane *lanes, size_t lane_count)
{
    size_t least = SECTION_LINES_MAX;
    for (size_t i = 0; i < lane_count; i++)
        if (lanes[i].count > 0 && lanes[i].count < least) least = lanes[i].count;
    size_t most = least < EVEN_FROM ? EVEN_FROM : least + least / 3;
    for (size_t i = 0; i < lane_count; i++)
        if (lanes[i].count > most) lanes[i].count = most;
}

/* A line of each lane in turn, until there are none left. Returns how many. */
static size_t lanes_take(Lane *lanes, size_t lane_count, Slide *out)
{
    size_t count = 0;
    for (bool more = true; more && count < SLIDES_MAX;) {
        more = false;
        for (size_t i = 0; i < lane_count && count < SLIDES_MAX; i++) {
            if (lanes[i].next >= lanes[i].count) continue;
            out[count++] = lanes[i].items[lanes[i].next++];
            more = true;
        }
    }
    return count;
}

/* Of each ten, `weight` are of the playlist, evenly among the others; it begins anew as often as they last. */
static void slides_blend(Slides *slides, const Slide *played, size_t played_count, const Slide *others,
                         size_t other_count, int weight)
{
    int owed = 0;
    for (size_t p = 0, o = 0; o < other_count && slides->count < SLIDES_MAX;) {
        owed += weight;
        if (owed >= PLAYLIST_WEIGHT_MAX) {
            owed -= PLAYLIST_WEIGHT_MAX;
            slides->items[slides->count++] = played[p++ % played_count];
        } else {
            slides->items[slides->count++] = others[o++];
        }
    }
}

void slides_build(Slides *slides, const Library *library, const char *lang, unsigned when, uint32_t seed, uint32_t week,
                  const Playlist *playlist)
{
    arena_free(&slides->arena);
    *slides = (Slides){.seconds = playlist ? playlist->seconds : 0};
    size_t length = strlen(lang);
    if (length < sizeof(slides->lang)) memcpy(slides->lang, lang, length + 1);
    Lane *lanes = ARENA_ARRAY(&slides->arena, Lane, LANES_MAX);
    Slide *played = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX),
          *others = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX);
    /* Neighbouring weeks must not give neighbouring numbers: Knuth's multiplicative hash. */
    uint32_t random = (seed ^ week) * 2654435761u + week;
    Mix mix = {when, lines_a_week(library), week, seed, random};
    size_t played_count = 0, lane_count = 0;
    slides->items = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX);
    if (playlist) {
        lane_count = lanes_of_playlist(lanes, slides, library, playlist, when, &random);
        played_count = lanes_take(lanes, lane_count, played);
        memset(lanes, 0, LANES_MAX * sizeof(lanes[0]));
    }
    if (played_count > 0 && playlist->weight >= PLAYLIST_WEIGHT_MAX) {
        slides->items = played;
        slides->count = played_count;
        return;
    }
    lane_count = 0;
    for (size_t i = 0; i < library->count; i++)
        lane_count = lanes_of_pack(lanes, lane_count, slides, library->packs[i], &mix);
    lanes_even(lanes, lane_count);
    size_t other_count = lanes_take(lanes, lane_count, others);
    if (played_count > 0) slides_blend(slides, played, played_count, others, other_count, playlist->weight);
    if (slides->count > 0) return;
    slides->items = others;
    slides->count = other_count;
}

void slides_free(Slides *slides)
{
    arena_free(&slides->arena);
    *slides = (Slides){0};
}
