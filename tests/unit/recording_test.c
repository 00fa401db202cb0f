/* Recordings: what they say they are, and that they are heard. Uses SDL's audio driver that writes to a file instead of
 * a loudspeaker, as fast as a device would take it. */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/fs.h"
#include "gfx/recording_header.h"
#include "pack/pack.h"
#include "platform/platform.h"
#include "platform/sound/sound.h"
#include "platform/sound/speaker.h"

#define OPUS "tests/packs/good/recorded/audio/one-en.opus"
#define VORBIS "tests/packs/good/recorded/audio/two-en.ogg"

enum { HEARD = 1000 };

static char heard_file[] = "/tmp/hearth-recording-XXXXXX", made_file[] = "/tmp/hearth-made-XXXXXX";
static Arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void nap(long ms) { nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL); }

static Bytes read_whole(const char *path)
{
    Bytes file;
    assert_int_equal(fs_read(&arena, path, RECORDING_BYTES_MAX, &file), FS_OK);
    return file;
}

/* A copy of the Opus recording, to be damaged. */
static char *copy_of(Bytes file) { return arena_copy_bytes(&arena, file.data, file.count); }

static const char *written(const char *bytes, size_t count)
{
    FILE *file = fopen(made_file, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
    return made_file;
}

static void a_header_says_what_it_is_and_how_long(void **state)
{
    (void)state;
    Bytes opus = read_whole(OPUS), vorbis = read_whole(VORBIS);
    assert_string_equal(recording_codec(opus), ".opus");
    assert_string_equal(recording_codec(vorbis), ".ogg");
    assert_in_range(recording_length_ms(opus), 22700, 23100);
    assert_in_range(recording_length_ms(vorbis), 5000, 9000);
    assert_int_equal(recording_file_length_ms(OPUS), recording_length_ms(opus));
    assert_int_equal(recording_file_length_ms(VORBIS), recording_length_ms(vorbis));
}

static void what_is_none_is_refused_before_a_decoder_sees_it(void **state)
{
    (void)state;
    Bytes opus = read_whole(OPUS);
    assert_int_equal(recording_file_length_ms("/tmp"), 0);
    assert_int_equal(recording_file_length_ms("/tmp/hearth-no-such-file.ogg"), 0);
    assert_int_equal(recording_file_length_ms(written("", 0)), 0);
    assert_int_equal(recording_file_length_ms(written("ID3 an MP3", 10)), 0);
    for (size_t count = 0; count < 64; count++) assert_int_equal(recording_length_ms((Bytes){opus.data, count}), 0);
    char *damaged = copy_of(opus);
    memcpy(damaged + 28, "OpusTail", 8);
    assert_int_equal(recording_length_ms((Bytes){damaged, opus.count}), 0);
}

static void one_without_an_end_is_none(void **state)
{
    (void)state;
    Bytes opus = read_whole(OPUS);
    char *endless = copy_of(opus);
    size_t page = opus.count - 4;
    while (memcmp(endless + page, "OggS", 4) != 0) page--;
    memset(endless + page + 6, 0xFF, 8); /* how Ogg says that it is not known */
    assert_int_equal(recording_length_ms((Bytes){endless, opus.count}), 0);
    memset(endless + page + 6, 0, 8);
    endless[page + 10] = 1; /* 2^32 samples: a day */
    assert_int_equal(recording_length_ms((Bytes){endless, opus.count}), 0);
}

static void times_are_read(void **state)
{
    (void)state;
    assert_int_equal(audio_time_ms("0:00"), 0);
    assert_int_equal(audio_time_ms("1:07.5"), 67500);
    assert_int_equal(audio_time_ms("12:30"), 750000);
    assert_int_equal(audio_time_ms("0:02.125"), 2125);
    static const char *const wrong[] = {"",      "7",       "1:7",   "1:60",      "1:07.",   ":07",
                                        "1:07s", "1:07:00", "-1:07", "1:07.1234", "1000:00", "1:07,5"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) assert_int_equal(audio_time_ms(wrong[i]), -1);
}

/* The loudest of what has been written from byte `from` on: 16 bits a sample. */
static int loudest(long from)
{
    int16_t samples[4096];
    int most = 0;
    size_t got;
    FILE *file = fopen(heard_file, "rb");
    assert_true(file && fseek(file, from, SEEK_SET) == 0);
    while ((got = fread(samples, sizeof(samples[0]), ARRAY_LEN(samples), file)) > 0)
        for (size_t i = 0; i < got; i++) most = abs(samples[i]) > most ? abs(samples[i]) : most;
    fclose(file);
    return most;
}

static long written_bytes(void)
{
    struct stat about;
    assert_int_equal(stat(heard_file, &about), 0);
    return (long)(about.st_size / 4 * 4);
}

static Platform *platform;

static Speaker *speaker_start(void)
{
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", heard_file, 1);
    platform = platform_open(&(PlatformOptions){.hidden = true, .window_w = 64, .window_h = 64});
    return speaker_open(platform, platform_now_ms());
}

static void speaker_end(Speaker *speaker)
{
    speaker_close(speaker);
    platform_close(platform);
}

/* Waits until it is, or is not, playing: at most two seconds. */
static bool comes_to_play(const Speaker *speaker, bool wanted)
{
    for (int i = 0; i < 200 && speaker_plays(speaker) != wanted; i++) nap(10);
    return speaker_plays(speaker) == wanted;
}

static void check_heard(const char *path)
{
    Speaker *speaker = speaker_start();
    int64_t length_ms = speaker_play(speaker, path);
    assert_true(llabs(length_ms - recording_file_length_ms(path)) < 100);
    nap(600);
    assert_true(speaker_plays(speaker) && loudest(0) > HEARD);

    speaker_pause(speaker);
    nap(200); /* what is in the buffers */
    long at = written_bytes();
    nap(200);
    assert_true(speaker_plays(speaker) && loudest(at) == 0);
    speaker_go_on(speaker);
    nap(600);
    assert_true(loudest(at) > HEARD);

    speaker_volume(speaker, 0);
    nap(200);
    at = written_bytes();
    nap(300);
    assert_int_equal(loudest(at), 0);
    speaker_volume(speaker, 100);

    speaker_stop(speaker, platform_now_ms());
    assert_false(speaker_plays(speaker));
    nap(200);
    at = written_bytes();
    nap(200);
    assert_int_equal(loudest(at), 0);
    speaker_end(speaker);
}

static void opus_is_heard_until_it_is_stopped(void **state)
{
    (void)state;
    check_heard(OPUS);
}

static void vorbis_is_heard_until_it_is_stopped(void **state)
{
    (void)state;
    check_heard(VORBIS);
}

static void it_is_entered_anywhere_and_comes_to_its_end(void **state)
{
    (void)state;
    static const char *const paths[] = {OPUS, VORBIS};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        Speaker *speaker = speaker_start();
        int64_t length_ms = speaker_play(speaker, paths[i]);
        speaker_seek(speaker, length_ms - 600);
        assert_true(speaker_plays(speaker));
        nap(200);
        assert_true(speaker_plays(speaker));
        assert_true(comes_to_play(speaker, false));
        speaker_end(speaker);
    }
}

static void a_damaged_one_ends_or_does_not_begin(void **state)
{
    (void)state;
    static const char *const paths[] = {OPUS, VORBIS};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        Bytes file = read_whole(paths[i]);
        char *damaged = copy_of(file);
        memset(damaged + 60, 0x55, file.count - 120 - 60);
        memcpy(damaged + file.count - 60, "OggS\0\0\0\0\x01\0\0\0\0\0", 14);
        Speaker *speaker = speaker_start();
        int64_t before_ms = platform_now_ms();
        int64_t length_ms = speaker_play(speaker, written(damaged, file.count));
        assert_true(platform_now_ms() - before_ms < 1000);
        assert_true(length_ms == 0 || comes_to_play(speaker, false));
        speaker_end(speaker);
    }
}

int main(void)
{
    int heard = mkstemp(heard_file), made = mkstemp(made_file);
    if (heard < 0 || made < 0) return 1;
    close(heard);
    close(made);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_header_says_what_it_is_and_how_long),
        cmocka_unit_test(what_is_none_is_refused_before_a_decoder_sees_it),
        cmocka_unit_test(one_without_an_end_is_none),
        cmocka_unit_test(times_are_read),
        cmocka_unit_test(opus_is_heard_until_it_is_stopped),
        cmocka_unit_test(vorbis_is_heard_until_it_is_stopped),
        cmocka_unit_test(it_is_entered_anywhere_and_comes_to_its_end),
        cmocka_unit_test(a_damaged_one_ends_or_does_not_begin),
    };
    int failed = cmocka_run_group_tests(tests, NULL, tear_down);
    unlink(heard_file);
    unlink(made_file);
    return failed;
}
