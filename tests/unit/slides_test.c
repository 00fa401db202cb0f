/* slides_test.c - half a year of the loop, on the real content: it stays fresh and fair. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "pack/pack_load.h"
#include "screen/visitor/slides.h"

enum { WEEKS = 26, FIRST_SLIDES = 10, LINES_MAX = 512, FIRST_WEEK = 2968 };

static Library library_open(const char *dir)
{
    Diags diags = {0};
    Pack *pack = pack_open(dir, &diags);
    assert_non_null(pack);
    diags_free(&diags);
    Library library = {mem_alloc(sizeof(Pack *)), 1};
    library.packs[0] = pack;
    return library;
}

static bool same_start(const Slides *a, const Slides *b)
{
    for (size_t i = 0; i < FIRST_SLIDES; i++)
        if (strcmp(a->items[i].line, b->items[i].line) != 0) return false;
    return true;
}

static void no_two_weeks_begin_alike(void **state)
{
    (void)state;
    Library library = library_open("content/relationships");
    Slides weeks[WEEKS] = {0};
    for (uint32_t i = 0; i < WEEKS; i++) {
        slides_build(&weeks[i], &library, "en", 0, 1, FIRST_WEEK + i, NULL);
        assert_true(weeks[i].count >= FIRST_SLIDES);
        for (uint32_t j = 0; j < i; j++) assert_false(same_start(&weeks[i], &weeks[j]));
    }
    for (size_t i = 0; i < WEEKS; i++) slides_free(&weeks[i]);
    library_close(&library);
}

static void a_week_is_the_same_all_week(void **state)
{
    (void)state;
    Library library = library_open("content/relationships");
    Slides one = {0}, other = {0};
    slides_build(&one, &library, "fr", 0, 1, FIRST_WEEK, NULL);
    slides_build(&other, &library, "fr", 0, 1, FIRST_WEEK, NULL);
    assert_int_equal(one.count, other.count);
    for (size_t i = 0; i < one.count; i++) assert_string_equal(one.items[i].line, other.items[i].line);
    slides_free(&one);
    slides_free(&other);
    library_close(&library);
}

static void sections_have_a_fair_share_every_week(void **state)
{
    (void)state;
    Library library = library_open("content/relationships");
    Slides slides = {0};
    for (uint32_t week = 0; week < WEEKS; week++) {
        size_t share[FAMILIES] = {0};
        slides_build(&slides, &library, "en", 0, 1, FIRST_WEEK + week, NULL);
        for (size_t i = 0; i < slides.count; i++) share[slides.items[i].family]++;
        for (int family = FAMILY_ATTACHMENT; family <= FAMILY_LIBRARY; family++)
            assert_in_range(share[family] * 100 / slides.count, 15, 35);
    }
    slides_free(&slides);
    library_close(&library);
}

/* The weeks run from late November to May: of the seasons, all of winter and spring. */
static unsigned season_of(uint32_t week)
{
    return 1u << (week < 2 ? WHEN_AUTUMN : week < 15 ? WHEN_WINTER : WHEN_SPRING);
}

/* Every line of every listed page that is fit for the room, and for a time of that half year. */
static size_t public_lines(const Library *library, Arena *arena, const char **lines)
{
    size_t count = 0;
    Pack *pack = library->packs[0];
    for (size_t s = 0; s <= pack->sections.count; s++) {
        const List *list =
            s < pack->sections.count ? &((const Section *)pack->sections.items)[s].pages : &pack->articles;
        for (size_t i = 0; i < list->count; i++) {
            const Page *page = pack_page(pack, ((const PageEntry *)list->items)[i].id, "en");
            const AttractLine *all = page->attract.items;
            for (size_t l = 0; l < page->attract.count; l++)
                if (all[l].public_room && (all[l].when & (1u << WHEN_SUMMER | 1u << WHEN_AUTUMN)) == 0)
                    lines[count++] = arena_copy(arena, all[l].line);
        }
    }
    return count;
}

static void every_public_line_is_shown_within_half_a_year(void **state)
{
    (void)state;
    Library library = library_open("content/relationships");
    Arena arena = {0};
    const char *lines[LINES_MAX];
    bool shown[LINES_MAX] = {false};
    size_t count = public_lines(&library, &arena, lines);
    assert_true(count > 60);
    Slides slides = {0};
    for (uint32_t week = 0; week < WEEKS; week++) {
        static const unsigned parts[] = {0, 1u << WHEN_MORNING, 1u << WHEN_EVENING};
        for (size_t part = 0; part < ARRAY_LEN(parts); part++) {
            slides_build(&slides, &library, "en", season_of(week) | parts[part], 1, FIRST_WEEK + week, NULL);
            for (size_t i = 0; i < slides.count; i++)
                for (size_t l = 0; l < count; l++) shown[l] = shown[l] || strcmp(slides.items[i].line, lines[l]) == 0;
        }
    }
    for (size_t l = 0; l < count; l++)
        if (!shown[l]) fail_msg("\"%s\" is never shown", lines[l]);
    slides_free(&slides);
    arena_free(&arena);
    library_close(&library);
}

static void no_line_comes_twice_in_a_round(void **state)
{
    (void)state;
    Library library = library_open("content/first-aid");
    Slides slides = {0};
    for (uint32_t week = 0; week < WEEKS; week++) {
        slides_build(&slides, &library, "en", 0, 1, FIRST_WEEK + week, NULL);
        for (size_t i = 0; i < slides.count; i++)
            for (size_t j = 0; j < i; j++)
                assert_false(strcmp(slides.items[i].line, slides.items[j].line) == 0 &&
                             strcmp(slides.items[i].ref, slides.items[j].ref) == 0);
    }
    slides_free(&slides);
    library_close(&library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_weeks_begin_alike),
        cmocka_unit_test(a_week_is_the_same_all_week),
        cmocka_unit_test(sections_have_a_fair_share_every_week),
        cmocka_unit_test(every_public_line_is_shown_within_half_a_year),
        cmocka_unit_test(no_line_comes_twice_in_a_round),
    };
    return cmocka_run_group_tests_name("slides", tests, NULL, NULL);
}
