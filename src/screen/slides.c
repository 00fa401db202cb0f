#include "screen/slides.h"

#include <string.h>

/* How many lines one section may have in a round of the loop: more would hide the others. */
enum { SECTION_LINES_MAX = 12, SECTIONS_MAX = 32 };

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
    for (size_t i = 0; i < pack->sections.count && count < SECTIONS_MAX; i++) {
        const SectionWords *section = pack_section_words(pack, sections[i].id, slides->lang);
        lane_fill(&lanes[count++], slides, pack, &sections[i].pages, (Family)sections[i].family,
                  section ? section->title : "", when, random);
    }
    if (pack->articles.count > 0 && count < SECTIONS_MAX)
        lane_fill(&lanes[count++], slides, pack, &pack->articles, FAMILY_LIBRARY,
                  words && words->articles.title ? words->articles.title : "", when, random);
    return count;
}

void slides_build(Slides *slides, const Library *library, const char *lang, unsigned when, uint32_t seed)
{
    arena_free(&slides->arena);
    *slides = (Slides){0};
    size_t length = strlen(lang);
    if (length < sizeof(slides->lang)) memcpy(slides->lang, lang, length + 1);
    Lane *lanes = ARENA_ARRAY(&slides->arena, Lane, SECTIONS_MAX);
    uint32_t random = seed;
    size_t lane_count = 0;
    for (size_t i = 0; i < library->count; i++)
        lane_count = lanes_of_pack(lanes, lane_count, slides, library->packs[i], when, &random);
    slides->items = ARENA_ARRAY(&slides->arena, Slide, SLIDES_MAX);
    for (bool more = true; more && slides->count < SLIDES_MAX;) {
        more = false;
        for (size_t i = 0; i < lane_count && slides->count < SLIDES_MAX; i++) {
            if (lanes[i].next >= lanes[i].count) continue;
            slides->items[slides->count++] = lanes[i].items[lanes[i].next++];
            more = true;
        }
    }
}

void slides_free(Slides *slides)
{
    arena_free(&slides->arena);
    *slides = (Slides){0};
}
