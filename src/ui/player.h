/* player.h - reads a list of sentences, one after the other: what is being said, since when, and what comes next.
 *
 * Knows neither words nor sound. Its caller fetches the sound of each sentence, tells how long it is, and does what
 * player_tick() asks for. A recording is one sentence that is as long as the page, and can be entered anywhere. */
#ifndef HEARTH_PLAYER_H
#define HEARTH_PLAYER_H

#include "base/base.h"

typedef enum PlayerPhase {
    PLAYER_OFF,
    PLAYER_WAITING, /* the sound of the sentence is on its way */
    PLAYER_SAYING,
    PLAYER_RESTING, /* between two sentences */
} PlayerPhase;

typedef struct Player {
    PlayerPhase phase;
    bool paused;
    int sentence, count;
    int64_t since_ms;  /* when the phase began; in a pause it has not gone on */
    int64_t paused_ms; /* when the pause began */
    int64_t length_ms; /* of what is being said, or of the rest */
    int64_t rest_ms;   /* after it */
    int failures;      /* sentences in a row that could not be said */
} Player;

enum {
    PLAYER_REST_MS = 200, /* between sentences; the voice leaves a little by itself */
    PLAYER_PARAGRAPH_REST_MS = 600,
    PLAYER_RESTART_MS = 2000, /* "back" goes to the beginning of a sentence that has been heard for longer */
    PLAYER_FAILURES_MAX = 3,
};

typedef enum PlayerEvent {
    PLAYER_NOTHING,
    PLAYER_NEXT,  /* the next sentence is wanted */
    PLAYER_ENDED, /* that was the last one, or the voice has failed */
} PlayerEvent;

/* From sentence number `sentence` of `count` on; nothing if there is none. */
void player_start(Player *player, int sentence, int count, int64_t now_ms);
/* Stops reading: the phase is PLAYER_OFF afterwards. */
void player_stop(Player *player);
/* The sound of the present sentence is there: it is said from now on, for `length_ms`, and followed by a rest. */
void player_say(Player *player, int64_t length_ms, int64_t rest_ms, int64_t now_ms);
/* It cannot be said. */
void player_fail(Player *player, int64_t now_ms);
/* There is nothing to hear in it: on to the next. */
void player_pass(Player *player, int64_t now_ms);
/* Stands still, in the middle of a sentence too; player_go_on() ends it. */
void player_pause(Player *player, int64_t now_ms);
/* Goes on after player_pause(). */
void player_go_on(Player *player, int64_t now_ms);
/* To another sentence: one back (or to the beginning of this one) or one on. True if that is possible. */
bool player_skip(Player *player, int step, int64_t now_ms);
/* The present sentence is said from there on. */
void player_seek(Player *player, int64_t ms, int64_t now_ms);

/* Moves on to the present time. Returns what the caller has to do. */
PlayerEvent player_tick(Player *player, int64_t now_ms);
/* When player_tick() next matters; INT64_MAX: never. */
int64_t player_deadline_ms(const Player *player);
/* How far the present sentence has been said. */
int64_t player_said_ms(const Player *player, int64_t now_ms);
/* How much of the present sentence has been said, 0 to 1. */
double player_share(const Player *player, int64_t now_ms);
bool player_is_saying(const Player *player); /* and not paused */

#endif
