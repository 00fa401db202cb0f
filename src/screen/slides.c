#include "screen/slides.h"

#include <string.h>

/* How many lines one section may have in a round of the loop: more would hide the others. A lane is a section, or a page of a
 * playlist. */
enum { SECTION_LINES_MAX = 12, LANES_MAX = 64 };

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

static void lane_add_page(Lane *lane, Slides *slides, Pack *pack, const PageEntry *entry, Family family,
                          const char *section, unsigned when)
{
    const Page *page = pack_page(pack, entry->id, slides->lang);
    if (!page) return;
    for (size_t i = 0; i < page->attract.count && lane->count < SECTION_LINES_MAX; i++) {
        const AttractLine *line = &((const AttractLine *)page->attract.items)[i];
        if (!line_fits(line, when)) continue;
        Slide *slide = &lane->items[lane->count++];
        *slide = (Slide){
            .line = arena_copy(&slides->arena, line->line),
            .text = arena_copy(&slides->arena, line->text ? line->text : ""),
            .section = arena_copy(&slides->arena, section),
            .image = pack_image_path(pack, &slides->arena, entry->image),
            .family = family,
        };
        char *ref = arena_format(&slides->arena, "%s/%s", pack->id, entry->id);
        memcpy(slide->ref, ref, strlen(ref) < REF_MAX ? strlen(ref) + 1 : 1);
    }
}

static void lane_fill(Lane *lane, Slides *slides, Pack *pack, const List *pages, Family family, const char *section,
                      unsigned when, uint32_t *random)
{
    const PageEntry *entries = pages->items;
    size_t *order = ARENA_ARRAY(&slides->arena, size_t, pages->count);
    for (size_t i = 0; i < pages->count; i++) order[i] = i;
    shuffle(order, pages->count, random);
    for (size_t i = 0; i < pages->count && lane->count < SECTION_LINES_MAX; i++)
        lane_add_page(lane, slides, pack, &entries[order[i]], family, section, when);
}

static size_t lanes_of_pack(Lane *lanes, size_t count, Slides *slides, Pack *pack, unsigned when, uint32_t *random)
{
    const PackWords *words = pack_words(pack, slides->lang);
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count && count < LANES_MAX; i++) {
        const SectionWords *section = pack_section_words(pack, sections[i].id, slides->lang);
        lane_fill(&lanes[count++], slides, pack, &sections[i].pages, (Family)sections[i].family,
                  section ? section->title : "", when, random);
    }
    if (pack->articles.count > 0 && count < LANES_MAX)
        lane_fill(&lanes[count++], slides, pack, &pack->articles, FAMILY_LIBRARY,
                  words && words->articles.title ? words->articles.title : "", when, random);
    return count;
}

/* Each page of a playlist is a lane of its own, so that each has the same share however many lines it has. */
static size_t lanes_of_playlist(Lane *lanes, Slides *slides, const Library *library, const Playlist *playlist, unsigned when,
                                uint32_t *random)
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
        const SectionWords *section = place.section ? pack_section_words(pack, place.section->id, slides->lang) : words ? &words->articles : NULL;
        lane_add_page(&lanes[count++], slides, pack, place.entry, place.section ? (Family)place.section->family : FAMILY_LIBRARY,
                      section && section->title ? section->title : "", when);
    }
    return count;
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
static void slides_blend(Slides *slides, const Slide *played, size_t played_count, const Slide *others, size_t other_count, int weight)
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

void slides_build(Slides *slides, const Library *library, const char *lang, unsigned when, uint32_t seed, const Playlist *playlist)
{
    arena_free(&slides->arena);
    *slides = (Slides){.seconds = playlist ? playlist->seconds : 0};
    size_t length = strlen(lang);
    if (length < sizeof(slides->lang)) memcpy(slides->lang, lang, length + 1);
    Lane *lanes = ARENA_ARRAY(&slides->arena, Lane, LANES_MAX);
    Slide *played = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX), *others = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX);
    uint32_t random = seed;
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
        lane_count = lanes_of_pack(lanes, lane_count, slides, library->packs[i], when, &random);
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
