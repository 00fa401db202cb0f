#include "unit.h"

#include "store/state/settings.h"
#include "store_fixture.h"

static const char *value_now(Kiosk *kiosk, const char *key)
{
    Settings *settings = ARENA_NEW(&kiosk->arena, Settings);
    settings_load(&kiosk->arena, kiosk->state, settings);
    return settings_get(settings, key);
}

static void what_is_set_stays_until_it_is_taken_out(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    assert_null(value_now(&kiosk, "volume"));
    assert_true(settings_set(kiosk.state, "volume", "35", &kiosk.diags));
    assert_true(settings_set(kiosk.state, "hidden/small/one", "yes", &kiosk.diags));
    assert_true(settings_set(kiosk.state, "name", "Kiosk 03, entrée", &kiosk.diags));
    assert_true(settings_set(kiosk.state, "volume", "", &kiosk.diags));
    assert_string_equal(value_now(&kiosk, "volume"), "");
    assert_string_equal(value_now(&kiosk, "name"), "Kiosk 03, entrée");
    assert_true(settings_set(kiosk.state, "hidden/small/one", NULL, &kiosk.diags));
    assert_true(settings_set(kiosk.state, "hidden/small/one", NULL, &kiosk.diags));
    assert_null(value_now(&kiosk, "hidden/small/one"));
    kiosk_remove(&kiosk);
}

static void damage_sets_nothing_and_is_told(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Bytes file;
    assert_true(settings_set(kiosk.state, "volume", "35", &kiosk.diags));
    CHECK(fs_read(&kiosk.arena, kiosk_path(&kiosk, "state/settings"), 999, &file) == FS_OK);
    for (size_t i = 0; i < file.count; i++) {
        char *changed = arena_copy(&kiosk.arena, file.data);
        changed[i] = (char)(changed[i] ^ 1);
        kiosk_write(&kiosk, "state/settings", changed);
        Settings *settings = ARENA_NEW(&kiosk.arena, Settings);
        settings_load(&kiosk.arena, kiosk.state, settings);
        if (!settings->is_damaged) fail_msg("byte %zu", i);
        assert_int_equal(settings->count, 0);
    }
    assert_true(settings_set(kiosk.state, "volume", "40", &kiosk.diags));
    assert_string_equal(value_now(&kiosk, "volume"), "40");
    kiosk_remove(&kiosk);
}

static void there_is_an_end_to_settings(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    for (int i = 0; i < SETTINGS_MAX; i++)
        assert_true(settings_set(kiosk.state, arena_format(&kiosk.arena, "key-%d", i), "x", &kiosk.diags));
    assert_false(settings_set(kiosk.state, "one-more", "x", &kiosk.diags));
    assert_true(kiosk_says(&kiosk, "disk"));
    assert_string_equal(value_now(&kiosk, "key-199"), "x");
    kiosk_remove(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_set_stays_until_it_is_taken_out),
        cmocka_unit_test(damage_sets_nothing_and_is_told),
        cmocka_unit_test(there_is_an_end_to_settings),
    };
    return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
