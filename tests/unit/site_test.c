#include "unit.h"

#include <string.h>

#include "pack/site/site.h"

static CivilTime at(int month, int day, int weekday, int hour, int minute)
{
    return (CivilTime){.date = {2026, month, day}, .hour = hour, .minute = minute, .weekday = weekday, .known = true};
}

enum { MON, TUE, WED, THU, FRI, SAT, SUN };

/* As in a clinic: holidays first, then the hours of the week, a late evening, and the one without limits. */
static const char *playing(CivilTime time)
{
    static Playlist playlists[] = {
        {.id = "holidays", .dates = {{2026, 12, 18}, {2027, 1, 4}}, .from = -1, .until = -1},
        {.id = "morning", .days = 1u << MON | 1u << TUE, .from = 8 * 60 + 30, .until = 11 * 60 + 30},
        {.id = "night", .days = 1u << FRI, .from = 22 * 60, .until = 2 * 60},
        {.id = "any", .from = -1, .until = -1},
    };
    Site site = {.playlists = {playlists, 4}};
    return site_playlist(&site, &time)->id;
}

static void the_first_playlist_that_fits_plays(void **state)
{
    (void)state;
    assert_string_equal(playing(at(11, 24, TUE, 8, 30)), "morning");
    assert_string_equal(playing(at(11, 24, TUE, 8, 29)), "any");
    assert_string_equal(playing(at(11, 24, TUE, 11, 29)), "morning");
    assert_string_equal(playing(at(11, 24, TUE, 11, 30)), "any");
    assert_string_equal(playing(at(11, 25, WED, 9, 0)), "any");
    assert_string_equal(playing(at(12, 17, THU, 9, 0)), "any");
    assert_string_equal(playing(at(12, 18, FRI, 0, 0)), "holidays");
    assert_string_equal(playing((CivilTime){{2027, 1, 4}, 9, 0, 0, MON, true}), "holidays");
    assert_string_equal(playing((CivilTime){{2027, 1, 5}, 9, 0, 0, TUE, true}), "morning");
}

static void hours_past_midnight_belong_to_their_evening(void **state)
{
    (void)state;
    assert_string_equal(playing(at(11, 27, FRI, 21, 59)), "any");
    assert_string_equal(playing(at(11, 27, FRI, 22, 0)), "night");
    assert_string_equal(playing(at(11, 28, SAT, 1, 59)), "night");
    assert_string_equal(playing(at(11, 28, SAT, 2, 0)), "any");
    assert_string_equal(playing(at(11, 27, FRI, 1, 0)), "any"); /* Thursday's night */
}

static void without_a_clock_the_last_one_plays(void **state)
{
    (void)state;
    CivilTime unknown = at(12, 20, SUN, 9, 0);
    unknown.known = false;
    assert_string_equal(playing(unknown), "any");
    assert_null(site_playlist(site_default(), &unknown));
}

static void a_text_is_found_in_the_nearest_language(void **state)
{
    (void)state;
    Word written[] = {{"en", "Hello"}, {"fr", "Bonjour"}, {"zh-Hans", "你好"}}, plain[] = {{"", "Ada"}};
    const List words = {written, 3}, name = {plain, 1}, none = {0};
    assert_string_equal(words_in(&words, "fr").text, "Bonjour");
    assert_string_equal(words_in(&words, "fr-CA").text, "Bonjour");
    assert_string_equal(words_in(&words, "zh").text, "你好");
    assert_string_equal(words_in(&words, "ar").text, "Hello");
    assert_string_equal(words_in(&words, "ar").lang, "en"); /* so that it keeps its own direction */
    assert_string_equal(words_in(&name, "ar").text, "Ada");
    assert_string_equal(words_in(&name, "ar").lang, "ar");
    assert_null(words_in(&none, "en").text);
    assert_true(words_have(&words, "fr-CA") && words_have(&name, "ar"));
    assert_false(words_have(&words, "ar") || words_have(&none, "en"));
}

static void the_greeting_changes_with_the_day(void **state)
{
    (void)state;
    List welcome[3] = {{0}};
    Site site = {.welcome = welcome, .welcome_count = 3};
    CivilTime today = at(12, 31, THU, 9, 0), later = at(12, 31, THU, 18, 0),
              tomorrow = {.date = {2027, 1, 1}, .known = true};
    assert_ptr_equal(site_welcome(&site, &today), site_welcome(&site, &later));
    ptrdiff_t step = site_welcome(&site, &tomorrow) - site_welcome(&site, &today);
    assert_true(step == 1 || step == -2);
    CivilTime leap = {.date = {2028, 2, 29}, .known = true}, after = {.date = {2028, 3, 1}, .known = true};
    step = site_welcome(&site, &after) - site_welcome(&site, &leap);
    assert_true(step == 1 || step == -2);
    assert_null(site_welcome(site_default(), &today));
}

static void what_is_left_out_keeps_its_default(void **state)
{
    (void)state;
    Diags diags = {0};
    Site *site = site_open("tests/packs/good/clinic", &diags);
    assert_non_null(site);
    assert_int_equal(diags.count, 0);
    assert_true(site->features.listen && !site->features.search && !site->features.sticks_install_signed);
    assert_int_equal(site->idle.reading_s, 60);
    assert_int_equal(((Playlist *)site->playlists.items)[0].weight, PLAYLIST_WEIGHT_MAX);
    assert_true(site_offers(site, "ar") && !site_offers(site, "uk") && site_offers(site_default(), "uk"));
    assert_non_null(site_line(site, "local"));
    assert_null(site_line(site, "nowhere"));
    assert_int_equal(site->directory->count, 4);
    int ada = directory_find(site->directory, "ada"), zoe = directory_find(site->directory, "zoe-gagnon");
    assert_true(ada == 0 && zoe == 3);
    assert_int_equal(site->directory->people[0].distance_hm, 12);
    assert_int_equal(site->directory->people[0].fee_to, 150);
    assert_int_equal(site->directory->people[2].wait_weeks, 0);
    assert_int_equal(site->directory->people[3].wait_weeks, -1);
    site_close(site);
    diags_free(&diags);
    assert_int_equal(site_default()->idle.reading_s, 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_playlist_that_fits_plays),
        cmocka_unit_test(hours_past_midnight_belong_to_their_evening),
        cmocka_unit_test(without_a_clock_the_last_one_plays),
        cmocka_unit_test(a_text_is_found_in_the_nearest_language),
        cmocka_unit_test(the_greeting_changes_with_the_day),
        cmocka_unit_test(what_is_left_out_keeps_its_default),
    };
    return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
