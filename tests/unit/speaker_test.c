/* The voice as a process, what comes out of it as sound, the jack's switch. Uses the real espeak-ng, and SDL's audio
 * driver that writes to a file instead of a loudspeaker. */
#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "platform/sound/chime.h"
#include "platform/platform.h"
#include "platform/sound/sound.h"
#include "platform/sound/speaker.h"
#include "platform/sound/voice.h"
#include "visit/pretend_speaker.h"

enum { WAV_HEADER = 44, RATE = 22050 };

static char heard_file[] = "/tmp/hearth-heard-XXXXXX";

static void nap(long ms) { nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL); }

static VoiceState run_to_the_end(VoiceRun *run)
{
    VoiceState state;
    while ((state = voice_look(run, platform_now_ms())) == VOICE_RUNS) nap(2);
    return state;
}

static void a_program_gets_text_and_gives_bytes(void **state)
{
    (void)state;
    static const char *const cat[] = {"cat", NULL};
    VoiceRun run = {0};
    assert_true(voice_start(&run, cat, "hello there", platform_now_ms()));
    assert_int_equal(run_to_the_end(&run), VOICE_DONE);
    assert_int_equal(run.count, strlen("hello there"));
    assert_memory_equal(run.bytes, "hello there", run.count);
    voice_end(&run);
    assert_int_equal(run.state, VOICE_NONE);
    voice_end(&run);
}

static void what_is_not_there_or_fails_is_told(void **state)
{
    (void)state;
    static const char *const missing[] = {"hearth-no-such-voice", NULL}, *const fails[] = {"false", NULL};
    VoiceRun run = {0};
    assert_false(voice_start(&run, missing, "hello", platform_now_ms()));
    assert_int_equal(run.state, VOICE_NONE);
    assert_true(voice_start(&run, fails, "hello", platform_now_ms()));
    assert_int_equal(run_to_the_end(&run), VOICE_FAILED);
    voice_end(&run);
}

static int no_child_left(void) { return waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD; }

static void a_hang_has_a_deadline_and_leaves_no_zombie(void **state)
{
    (void)state;
    static const char *const hangs[] = {"sleep", "60", NULL};
    VoiceRun run = {0};
    assert_true(voice_start(&run, hangs, "", 1000));
    pid_t pid = run.pid;
    assert_int_equal(voice_look(&run, 1000 + VOICE_TIME_MAX_MS - 1), VOICE_RUNS);
    assert_int_equal(voice_look(&run, 1000 + VOICE_TIME_MAX_MS), VOICE_FAILED);
    assert_int_equal(kill(pid, 0), -1);
    assert_true(no_child_left());
    assert_true(voice_start(&run, hangs, "", 1000));
    pid = run.pid;
    voice_end(&run); /* at once */
    assert_int_equal(kill(pid, 0), -1);
    assert_true(no_child_left());
}

static void too_much_is_cut_off(void **state)
{
    (void)state;
    static const char *const endless[] = {"yes", NULL};
    VoiceRun run = {0};
    assert_true(voice_start(&run, endless, "", platform_now_ms()));
    assert_int_equal(run_to_the_end(&run), VOICE_FAILED);
    assert_true(run.count <= VOICE_BYTES_MAX);
    assert_true(no_child_left());
    voice_end(&run);
}

static void the_child_gets_three_files_and_no_more(void **state)
{
    (void)state;
    static const char *const list[] = {"ls", "/proc/self/fd", NULL};
    int stray = open("/dev/null", O_RDONLY); /* not marked to be closed */
    VoiceRun run = {0};
    assert_true(stray > 2 && voice_start(&run, list, "", platform_now_ms()));
    assert_int_equal(run_to_the_end(&run), VOICE_DONE);
    static const char three_and_the_folder[] = "0\n1\n2\n3\n";
    assert_int_equal(run.count, strlen(three_and_the_folder));
    assert_memory_equal(run.bytes, three_and_the_folder, run.count);
    voice_end(&run);
    close(stray);
}

static void voices_are_found_by_language(void **state)
{
    (void)state;
    static const char list[] = "Pty Language       Age/Gender VoiceName          File                 Other Languages\n"
                               " 5  ar              --/M      Arabic             sem/ar\n"
                               " 5  cmn             --/M      Chinese_(Mandarin) sit/cmn\n"
                               " 5  en-gb           --/M      English            gmw/en\n"
                               " 2  en-us           --/M      English_(America)  gmw/en-US\n"
                               " 5  fr-fr           --/M      French             roa/fr\n"
                               " 5  pa              --/M      Punjabi            inc/pa\n";
    assert_string_equal(speaker_voice_of(list, "en"), "en-us");
    assert_string_equal(speaker_voice_of(list, "en-CA"), "en-us");
    assert_string_equal(speaker_voice_of(list, "fr-CA"), "fr-fr");
    assert_string_equal(speaker_voice_of(list, "zh-Hans"), "cmn");
    assert_string_equal(speaker_voice_of(list, "ar"), "ar");
    assert_string_equal(speaker_voice_of(list, "pa"), "pa");
    assert_null(speaker_voice_of(list, "tl"));
    assert_null(speaker_voice_of(list, "p"));
    assert_null(speaker_voice_of(NULL, "en"));
}

static void the_switch_of_the_jack_is_read(void **state)
{
    (void)state;
    const unsigned char none[4] = {0}, lid[4] = {1}, headphone[4] = {1 << 2};
    assert_int_equal(jack_state_of_bits(none, none), JACK_UNKNOWN);
    assert_int_equal(jack_state_of_bits(lid, lid), JACK_UNKNOWN);
    assert_int_equal(jack_state_of_bits(headphone, none), JACK_OUT);
    assert_int_equal(jack_state_of_bits(headphone, headphone), JACK_IN);
    assert_int_equal(jack_state_join(JACK_UNKNOWN, JACK_OUT), JACK_OUT);
    assert_int_equal(jack_state_join(JACK_IN, JACK_OUT), JACK_IN);
    assert_int_equal(jack_state(NULL), JACK_UNKNOWN);
}

static void never(void *context)
{
    (void)context;
    fail_msg("nothing has changed");
}

static void without_a_jack_nothing_is_known(void **state)
{
    (void)state;
    char folder[] = "/tmp/hearth-jack-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Jack *jack = jack_open(folder, never, NULL);
    assert_non_null(jack);
    assert_int_equal(jack_state(jack), JACK_UNKNOWN);
    jack_close(jack);
    jack_close(NULL);
    rmdir(folder);
}

static void a_driver_that_only_pretends_is_no_device(void **state)
{
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    assert_false(sound_device_exists());
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    assert_false(sound_device_exists());
    assert_null(sound_open());
    setenv("SDL_AUDIODRIVER", "disk", 1);
    assert_true(sound_device_exists());
}

static bool has_espeak(void)
{
    static const char *const ask[] = {"espeak-ng", "--version", NULL};
    VoiceRun run = {0};
    bool there = voice_start(&run, ask, "", platform_now_ms()) && run_to_the_end(&run) == VOICE_DONE;
    voice_end(&run);
    return there;
}

/* The loudest sample of what was written instead of being heard: 16 bits. */
static int loudest(void)
{
    int16_t samples[4096];
    int most = 0;
    size_t got;
    FILE *file = fopen(heard_file, "rb");
    assert_non_null(file);
    while ((got = fread(samples, sizeof(samples[0]), ARRAY_LEN(samples), file)) > 0)
        for (size_t i = 0; i < got; i++) most = abs(samples[i]) > most ? abs(samples[i]) : most;
    fclose(file);
    return most;
}

static void fetch(Speaker *speaker, const char *lang, const char *text, int speed)
{
    speaker_fetch(speaker, 0, lang, text, speed, platform_now_ms());
    while (speaker_state(speaker, 0) == SPEAKER_COMING) {
        nap(2);
        speaker_tick(speaker, platform_now_ms());
    }
}

static void sentences_are_spoken(void **state)
{
    (void)state;
    static const char sentence[] = "When someone you love goes quiet, your body may sound an alarm.";
    if (!has_espeak()) skip();
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", heard_file, 1);
    Platform *platform = platform_open(&(PlatformOptions){.hidden = true, .window_w = 64, .window_h = 64});
    Speaker *speaker = speaker_open(platform, platform_now_ms());
    assert_true(speaker_is_heard(speaker));
    while (!speaker_tick(speaker, platform_now_ms())) nap(2);
    assert_true(speaker_speaks(speaker, "en") && speaker_speaks(speaker, "ar") && speaker_speaks(speaker, "zh-Hans"));
    assert_false(speaker_speaks(speaker, "tl"));

    fetch(speaker, "en", sentence, 100);
    assert_int_equal(speaker_state(speaker, 0), SPEAKER_READY);
    int64_t usual_ms = speaker_say(speaker, 0);
    assert_in_range(usual_ms, 2500, 7000);
    nap(400);
    assert_true(loudest() > 1000); /* it can be heard */
    fetch(speaker, "en", sentence, 200);
    assert_in_range(speaker_say(speaker, 0), 1000, usual_ms * 3 / 4);
    fetch(speaker, "ar", "اتصل بـ 9 8 8 الآن.", 100);
    assert_in_range(speaker_say(speaker, 0), 800, 8000);
    speaker_stop(speaker, platform_now_ms());
    assert_int_equal(speaker_state(speaker, 0), SPEAKER_NOTHING);
    fetch(speaker, "tl", "Kumusta", 100);
    assert_int_equal(speaker_state(speaker, 0), SPEAKER_FAILED);

    /* Stopped while it is being made: nothing is left, nothing waits. */
    speaker_fetch(speaker, 1, "en", sentence, 100, platform_now_ms());
    int64_t before_ms = platform_now_ms();
    speaker_stop(speaker, before_ms);
    assert_true(platform_now_ms() - before_ms < 200);
    assert_true(no_child_left());
    speaker_close(speaker);
    platform_close(platform);
}

static int sample(const unsigned char *wav, size_t at)
{
    return (int16_t)(wav[WAV_HEADER + 2 * at] | wav[WAV_HEADER + 2 * at + 1] << 8);
}

static void the_chime_is_heard_and_does_not_click(void **state)
{
    (void)state;
    enum { SOFT = 20000, HEARD = 6000, STEP = 3000 };
    size_t count;
    unsigned char *wav = chime_new(&count);
    size_t samples = (count - WAV_HEADER) / 2;
    int most[2] = {0, 0};
    for (size_t i = 1; i < samples; i++) {
        int now = abs(sample(wav, i)), half = i >= samples / 2;
        most[half] = now > most[half] ? now : most[half];
        assert_true(abs(sample(wav, i) - sample(wav, i - 1)) < STEP);
    }
    assert_in_range(most[0], HEARD, SOFT);
    assert_in_range(most[1], HEARD, SOFT);
    assert_int_equal(sample(wav, 0), 0);
    assert_int_equal(sample(wav, samples - 1), 0);
    free(wav);
}

static void the_chime_needs_a_device_and_nothing_else(void **state)
{
    (void)state;
    assert_int_equal(speaker_chime(NULL), 0);
    Platform *platform = platform_open(&(PlatformOptions){.hidden = true, .window_w = 64, .window_h = 64});
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    Speaker *speaker = speaker_open(platform, platform_now_ms());
    assert_int_equal(speaker_chime(speaker), 0);
    /* Plugged in meanwhile. */
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", heard_file, 1);
    assert_int_equal(truncate(heard_file, 0), 0);
    assert_in_range(speaker_chime(speaker), 500, 1500);
    nap(400);
    assert_true(loudest() > 1000);
    speaker_close(speaker);
    platform_close(platform);
}

static void one_that_pretends_takes_its_time(void **state)
{
    (void)state;
    Speaker *speaker = pretend_speaker_new();
    assert_true(speaker_is_heard(speaker) && speaker_speaks(speaker, "tl"));
    speaker_fetch(speaker, 1, "en", "Ten chars.", 100, 0);
    assert_int_equal(speaker_say(speaker, 1), 10 * PRETEND_CHARACTER_MS);
    assert_string_equal(pretend_speaker_said(speaker), "Ten chars.");
    speaker_fetch(speaker, 0, "en", "Ten chars.", 200, 0);
    assert_string_equal(pretend_speaker_said(speaker), "Ten chars.");
    assert_int_equal(speaker_say(speaker, 0), 5 * PRETEND_CHARACTER_MS);
    assert_true(speaker_chime(speaker) > 0);
    assert_string_equal(pretend_speaker_said(speaker), "chime");
    speaker_stop(speaker, 0);
    assert_string_equal(pretend_speaker_said(speaker), "");
    pretend_speaker_set_device(speaker, false);
    assert_int_equal(speaker_chime(speaker), 0);
    speaker_close(speaker);
    speaker_close(NULL);
}

int main(void)
{
    int file = mkstemp(heard_file);
    if (file >= 0) close(file);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_gets_text_and_gives_bytes),
        cmocka_unit_test(what_is_not_there_or_fails_is_told),
        cmocka_unit_test(a_hang_has_a_deadline_and_leaves_no_zombie),
        cmocka_unit_test(too_much_is_cut_off),
        cmocka_unit_test(the_child_gets_three_files_and_no_more),
        cmocka_unit_test(voices_are_found_by_language),
        cmocka_unit_test(the_switch_of_the_jack_is_read),
        cmocka_unit_test(without_a_jack_nothing_is_known),
        cmocka_unit_test(a_driver_that_only_pretends_is_no_device),
        cmocka_unit_test(sentences_are_spoken),
        cmocka_unit_test(the_chime_is_heard_and_does_not_click),
        cmocka_unit_test(the_chime_needs_a_device_and_nothing_else),
        cmocka_unit_test(one_that_pretends_takes_its_time),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(heard_file);
    return failed;
}
