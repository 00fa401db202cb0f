#include "app/listen.h"

#include <string.h>

#include "app/listen_offer.h"
#include "app/handlers.h"
#include "app/listen_recording.h"
#include "app/session.h"
#include "app/reading_position.h"

enum { NOTICE_MS = 5000 };

/* Percent of the usual speed, from -LISTEN_SPEED_MAX. */
static const int speeds[] = {60, 80, 100, 130, 160};

static Listening *listening_of(App *app) { return &app->own_state->session.listening; }

static void fetched_forget(Listener *listener)
{
    for (int i = 0; i < SPEAKER_SLOTS; i++) listener->fetched[i] = -1;
}

void listen_open(App *app, Speaker *speaker)
{
    app->listener = (Listener){.speaker = speaker};
    fetched_forget(&app->listener);
}

void listen_close(App *app)
{
    listen_wipe(app);
    speaker_close(app->listener.speaker);
    app->listener = (Listener){0};
}

void listen_wipe(App *app)
{
    speaker_stop(app->listener.speaker, app->now_ms);
    speech_wipe(&app->listener.speech);
    app->listener.starts_ms = NULL;
    fetched_forget(&app->listener);
    app->listener.eyes_wants = false;
    memset(&app->listener.eyes_place, 0, sizeof(app->listener.eyes_place));
    memset(&app->listener.place, 0, sizeof(app->listener.place));
    speaker_look_again(app->listener.speaker); /* a device that was plugged in since the last visitor */
}

/* ------------------------------------------------------------------------------------------------ what is said */

void listen_repaginate(App *app)
{
    Listening *listening = listening_of(app);
    if (!listening->on || listening->notice != LISTEN_NOTICE_NONE) return;
    listen_collect(app);
    if (listening->recorded)
        recording_plan(app);
    else
        listening->player.count = (int)app->listener.speech.count;
    const Sentence *sentence = listen_sentence(app, listening_sentence(listening));
    if (sentence)
        app->own_state->session.place.page_number = speech_page(sentence);
    else
        listen_stop(app);
    app->listener.place = app->state->session.place;
    app->dirty = true;
}

static int slot_of(int sentence) { return sentence % SPEAKER_SLOTS; }

static void fetch(App *app, int index)
{
    const Sentence *sentence = listen_sentence(app, index);
    int slot = slot_of(index);
    if (!sentence || listening_of(app)->recorded || app->listener.fetched[slot] == index) return;
    Arena scratch = {0};
    const char *text = text_spoken(&scratch, sentence->lang, sentence->text);
    int speed = speeds[listening_of(app)->speed + LISTEN_SPEED_MAX];
    speaker_fetch(app->listener.speaker, slot, sentence->lang, text, speed, app->now_ms);
    app->listener.fetched[slot] = index;
    arena_wipe(&scratch);
}

/* ------------------------------------------------------------------------------------------------ beginning and end */

/* Shows or hides the bar. Its height changes how the text is cut into pages, so the reading position is kept. */
static void bar_set(App *app, bool on)
{
    ReadingPosition position = position_read(app);
    listening_of(app)->on = on;
    app->own_state->session.place.page_number = position_page(app, &position);
    session_turn_end(app);
    app->dirty = true;
}

void listen_show_page(App *app, int page)
{
    if (page != app->state->session.place.page_number) session_turn(app, page, 0);
    app->listener.place = app->state->session.place;
}

/* The page that the sentence begins on. */
static void page_follow(App *app)
{
    const Sentence *sentence = listen_sentence(app, listening_of(app)->player.sentence);
    if (sentence) listen_show_page(app, speech_page(sentence));
}

static void voice_start(App *app, int sentence)
{
    Listening *listening = listening_of(app);
    player_start(&listening->player, sentence, (int)app->listener.speech.count, app->now_ms);
    if (listening->player.phase == PLAYER_OFF)
        listen_stop(app);
    else {
        page_follow(app);
        fetch(app, sentence);
    }
}

static void listen_start(App *app)
{
    Listening *listening = listening_of(app);
    if (!listen_offered(app)) return;
    listen_stop(app);
    speaker_volume(app->listener.speaker, view_listen_volume(app->site, listening));
    bar_set(app, true);
    app->listener.place = app->state->session.place;
    if (!recording_start(app)) voice_start(app, listen_first(app));
}

/* Silences the voice. The speed and the volume that the visitor has chosen are kept. */
static void voice_end(App *app)
{
    Listening *listening = listening_of(app);
    speaker_stop(app->listener.speaker, app->now_ms);
    speech_wipe(&app->listener.speech);
    app->listener.starts_ms = NULL;
    fetched_forget(&app->listener);
    player_stop(&listening->player);
    listening->recorded = false;
    listening->read = 0;
    app->dirty = true;
}

void listen_stop(App *app)
{
    if (!listening_of(app)->on) return;
    voice_end(app);
    listening_of(app)->notice = LISTEN_NOTICE_NONE;
    listening_of(app)->close_ms = 0;
    bar_set(app, false);
}

/* Ends reading; the bar says why, and goes after NOTICE_MS. */
static void end_with(App *app, ListenNotice notice)
{
    voice_end(app);
    listening_of(app)->notice = notice;
    listening_of(app)->close_ms = app->now_ms + NOTICE_MS;
}

void apply_listen_pause(App *app, Action action)
{
    (void)action;
    Listening *listening = listening_of(app);
    if (listening->player.phase == PLAYER_OFF) return;
    if (listening->player.paused) {
        player_go_on(&listening->player, app->now_ms);
        speaker_go_on(app->listener.speaker);
    } else {
        player_pause(&listening->player, app->now_ms);
        speaker_pause(app->listener.speaker);
    }
    app->dirty = true;
}

static void listen_skip(App *app, int step)
{
    Player *player = &listening_of(app)->player;
    if (listening_of(app)->recorded) {
        recording_skip(app, step);
        return;
    }
    if (!player_skip(player, step, app->now_ms)) return;
    player_go_on(player, app->now_ms);
    /* The next sentence is still to be made: the present one is stopped at once. */
    speaker_stop(app->listener.speaker, app->now_ms);
    fetched_forget(&app->listener);
    fetch(app, player->sentence);
    page_follow(app);
    app->dirty = true;
}

/* The present sentence begins anew: half of it in another speed would be hard to follow. */
void apply_listen_speed(App *app, Action action)
{
    Listening *listening = listening_of(app);
    int speed = int_clamp(listening->speed + action.value, -LISTEN_SPEED_MAX, LISTEN_SPEED_MAX);
    if (speed == listening->speed || listening->recorded || listening->player.phase == PLAYER_OFF) return;
    listening->speed = speed;
    listen_skip(app, 0);
}

void apply_listen_volume(App *app, Action action)
{
    Listening *listening = listening_of(app);
    if (!listening->on) return;
    int before = view_listen_volume(app->site, listening);
    listening->volume += action.value;
    if (view_listen_volume(app->site, listening) == before) listening->volume -= action.value;
    speaker_volume(app->listener.speaker, view_listen_volume(app->site, listening));
    app->dirty = true;
}

void apply_listen_skip(App *app, Action action) { listen_skip(app, action.value); }

void apply_listen_stop(App *app, Action action)
{
    (void)action;
    listen_stop(app);
}

void apply_listen(App *app, Action action)
{
    (void)action;
    const Listening *listening = listening_of(app);
    if (listening->on && listening->notice == LISTEN_NOTICE_NONE)
        listen_stop(app);
    else
        listen_start(app);
}

/* ------------------------------------------------------------------------------------------------ time */

static bool place_same(const Place *a, const Place *b)
{
    return a->screen == b->screen && strcmp(a->ref, b->ref) == 0 && a->page_number == b->page_number &&
           a->accordion == b->accordion && strcmp(a->filter, b->filter) == 0;
}

void listen_stop_if_left(App *app)
{
    const Session *session = &app->state->session;
    bool asked = session->overlay == OVERLAY_STILL_READING;
    if (session->listening.on && (asked || !place_same(&session->place, &app->listener.place))) listen_stop(app);
}

/* A sentence that goes on overleaf takes the page with it. */
static void turn_if_due(App *app)
{
    const Player *player = &listening_of(app)->player;
    const Sentence *sentence = listen_sentence(app, player->sentence);
    if (player->phase != PLAYER_SAYING || !sentence || sentence->turn_byte == 0) return;
    double share = player_share(player, app->now_ms);
    int page = speech_page(sentence) + 1;
    bool due = share >= (double)sentence->turn_byte / (double)strlen(sentence->text);
    if (due && page > app->state->session.place.page_number) listen_show_page(app, page);
}

/* After a recording that broke off, the voice reads the rest, if it speaks the language. */
static void recording_leave(App *app)
{
    Listening *listening = listening_of(app);
    int sentence = listening->read;
    speaker_stop(app->listener.speaker, app->now_ms);
    listening->recorded = false;
    if (speaker_speaks(app->listener.speaker, listen_sentence(app, sentence)->lang))
        voice_start(app, sentence);
    else
        end_with(app, LISTEN_NOTICE_ENDED);
}

static void sound_take(App *app)
{
    Player *player = &listening_of(app)->player;
    int slot = slot_of(player->sentence);
    const Sentence *sentence = listen_sentence(app, player->sentence);
    if (player->phase != PLAYER_WAITING || player->paused || !sentence) return;
    /* A name in a language that no voice here has: no fault of the voice. */
    if (!speaker_speaks(app->listener.speaker, sentence->lang)) {
        player_pass(player, app->now_ms);
        return;
    }
    fetch(app, player->sentence);
    switch (speaker_state(app->listener.speaker, slot)) {
    case SPEAKER_READY:
        player_say(player, speaker_say(app->listener.speaker, slot),
                   sentence->ends_paragraph ? PLAYER_PARAGRAPH_REST_MS : PLAYER_REST_MS, app->now_ms);
        fetch(app, player->sentence + 1);
        app->dirty = true;
        break;
    case SPEAKER_NOTHING:
    case SPEAKER_FAILED: player_fail(player, app->now_ms); break;
    case SPEAKER_COMING: break;
    }
}

static void player_run(App *app)
{
    Player *player = &listening_of(app)->player;
    switch (player_tick(player, app->now_ms)) {
    case PLAYER_NOTHING: break;
    case PLAYER_NEXT:
        page_follow(app);
        app->dirty = true;
        break;
    case PLAYER_ENDED: end_with(app, LISTEN_NOTICE_ENDED); return;
    }
    if (!listening_of(app)->recorded) {
        turn_if_due(app);
        sound_take(app);
    } else if (!recording_tick(app))
        recording_leave(app);
    /* A visitor who listens touches nothing: that counts as input until the page is read. */
    if (player_is_saying(player)) app->own_state->session.last_input_ms = app->now_ms;
}

void listen_tick(App *app)
{
    Listening *listening = listening_of(app);
    if (!app->listener.speaker) return;
    if (speaker_tick(app->listener.speaker, app->now_ms)) app->dirty = true;
    if (!listening->on) return;
    bool ended = listening->notice != LISTEN_NOTICE_NONE;
    if (ended && app->now_ms >= listening->close_ms)
        listen_stop(app);
    else if (!ended && !listen_may_be_heard(app))
        end_with(app, LISTEN_NOTICE_HEADPHONES);
    else if (!ended)
        player_run(app);
}

/* While a sentence is said that goes on overleaf, or a recording, the page may have to be turned in the middle. */
static int64_t turn_deadline_ms(const App *app)
{
    enum { LOOK_MS = 250 };
    const Listening *listening = &app->state->session.listening;
    if (listening->player.phase != PLAYER_SAYING || listening->player.paused) return INT64_MAX;
    const Sentence *sentence = listen_sentence(app, listening->player.sentence);
    bool turns = listening->recorded || (sentence && sentence->turn_byte > 0 &&
                                         speech_page(sentence) == app->state->session.place.page_number);
    return turns ? app->now_ms + LOOK_MS : INT64_MAX;
}

int64_t listen_deadline_ms(const App *app)
{
    const Listening *listening = &app->state->session.listening;
    if (!app->listener.speaker) return INT64_MAX;
    int64_t deadlines_ms[] = {
        speaker_deadline_ms(app->listener.speaker, app->now_ms),
        player_deadline_ms(&listening->player),
        turn_deadline_ms(app),
        listening->on && listening->notice != LISTEN_NOTICE_NONE ? listening->close_ms : INT64_MAX,
    };
    int64_t earliest_ms = INT64_MAX;
    for (size_t i = 0; i < ARRAY_LEN(deadlines_ms); i++) earliest_ms = int64_min(earliest_ms, deadlines_ms[i]);
    return earliest_ms;
}
