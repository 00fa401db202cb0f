/* listen_recording.c - a recording has no sentences of its own: they are laid over it. Its page may say when some of
 * them begin; between those, and without any, each takes its share by its length. */
#include "app/listen_recording.h"

#include <string.h>

#include "app/listen.h"
#include "app/listen_offer.h"
#include "base/fs.h"
#include "base/utf8.h"

enum {
    PARAGRAPH_REST_CHARACTERS = 12, /* a reader pauses between paragraphs for about as long as these take */
    BROKEN_OFF_MS = 2000, /* an end up to this much too early is no fault: headers count samples that decoders drop */
};

static Listening *listening_of(App *app) { return &app->own_state->session.listening; }

static int sentence_count(const App *app) { return (int)app->listener.speech.count; }

/* How long a sentence takes, in characters. */
static int64_t sentence_weight(const Sentence *sentence)
{
    return (int64_t)utf8_count(sentence->text) + (sentence->ends_paragraph ? PARAGRAPH_REST_CHARACTERS : 1);
}

/* The first sentence from number `from` on that begins with these words; the number of sentences if there is none. */
static int sentence_find(const App *app, int from, const char *words)
{
    int i = from;
    while (i < sentence_count(app) && strncmp(listen_sentence(app, i)->text, words, strlen(words)) != 0) i++;
    return i;
}

/* Sentences [first, end) share the time between. */
static void sentences_spread(App *app, int first, int end, int64_t from_ms, int64_t to_ms)
{
    int64_t all = 0, before = 0;
    for (int i = first; i < end; i++) all += sentence_weight(listen_sentence(app, i));
    for (int i = first; i < end; i++) {
        app->listener.starts_ms[i] = from_ms + (to_ms - from_ms) * before / all;
        before += sentence_weight(listen_sentence(app, i));
    }
}

void recording_plan(App *app)
{
    Pack *pack;
    const Page *page = listen_page(app, &pack);
    int64_t length_ms = listening_of(app)->player.length_ms, from_ms = 0;
    int count = sentence_count(app), first = 0;
    app->listener.starts_ms = ARENA_ARRAY(&app->listener.speech.arena, int64_t, (size_t)count + 1);
    const AudioTime *times = page ? page->audio_times.items : NULL;
    for (size_t i = 0; page && i < page->audio_times.count; i++) {
        int64_t at_ms = audio_time_ms(times[i].at);
        int found = sentence_find(app, first, times[i].words);
        if (found == count || at_ms < from_ms || at_ms >= length_ms) continue;
        sentences_spread(app, first, found, from_ms, at_ms);
        first = found;
        from_ms = at_ms;
    }
    sentences_spread(app, first, count, from_ms, length_ms);
    app->listener.starts_ms[count] = length_ms;
}

/* The page that stands in `share` of the present sentence. */
static int page_of(const Sentence *sentence, double share)
{
    bool overleaf = sentence->turn_byte > 0 && share >= (double)sentence->turn_byte / (double)strlen(sentence->text);
    return speech_page(sentence) + (overleaf ? 1 : 0);
}

static void go_to(App *app, int sentence)
{
    Listening *listening = listening_of(app);
    int64_t start_ms = app->listener.starts_ms[sentence];
    if (start_ms != player_said_ms(&listening->player, app->now_ms)) speaker_seek(app->listener.speaker, start_ms);
    player_seek(&listening->player, start_ms, app->now_ms);
    listening->read = sentence;
    listen_show_page(app, speech_page(listen_sentence(app, sentence)));
    app->dirty = true;
}

bool recording_start(App *app)
{
    Arena scratch = {0};
    Pack *pack;
    Listening *listening = listening_of(app);
    const Page *page = listen_page(app, &pack);
    bool named = page && page->audio && fs_path_is_inside(page->audio);
    int64_t length_ms = named ? speaker_play(app->listener.speaker, fs_join(&scratch, pack->dir, page->audio)) : 0;
    arena_free(&scratch);
    listen_collect(app);
    if (length_ms <= 0 || sentence_count(app) == 0) return false;
    listening->recorded = true;
    player_start(&listening->player, 0, 1, app->now_ms);
    player_say(&listening->player, length_ms, 0, app->now_ms);
    recording_plan(app);
    go_to(app, listen_first(app));
    return true;
}

void recording_skip(App *app, int step)
{
    Listening *listening = listening_of(app);
    int64_t into_ms = player_said_ms(&listening->player, app->now_ms) - app->listener.starts_ms[listening->read];
    bool again = step < 0 && into_ms > PLAYER_RESTART_MS;
    int sentence = int_max(0, listening->read + (again ? 0 : step));
    if (sentence >= sentence_count(app)) return;
    player_go_on(&listening->player, app->now_ms);
    speaker_go_on(app->listener.speaker);
    go_to(app, sentence);
}

bool recording_tick(App *app)
{
    Listening *listening = listening_of(app);
    const int64_t *starts_ms = app->listener.starts_ms;
    if (listening->player.phase != PLAYER_SAYING || listening->player.paused) return true;
    int64_t said_ms = player_said_ms(&listening->player, app->now_ms);
    if (!speaker_plays(app->listener.speaker)) return said_ms + BROKEN_OFF_MS >= listening->player.length_ms;
    int sentence = listening->read;
    while (sentence + 1 < sentence_count(app) && said_ms >= starts_ms[sentence + 1]) sentence++;
    if (sentence != listening->read) app->dirty = true;
    listening->read = sentence;
    int64_t takes_ms = starts_ms[sentence + 1] - starts_ms[sentence];
    double share = takes_ms > 0 ? (double)(said_ms - starts_ms[sentence]) / (double)takes_ms : 1;
    int page = page_of(listen_sentence(app, sentence), share);
    if (page > app->state->session.place.page_number) listen_show_page(app, page);
    return true;
}
