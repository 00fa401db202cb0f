#include "ui/player.h"

static void phase_enter(Player *player, PlayerPhase phase, int64_t length_ms, int64_t now_ms)
{
    player->phase = phase;
    player->since_ms = now_ms;
    player->paused_ms = now_ms;
    player->length_ms = length_ms;
}

static int64_t phase_ms(const Player *player, int64_t now_ms)
{
    return (player->paused ? player->paused_ms : now_ms) - player->since_ms;
}

void player_start(Player *player, int sentence, int count, int64_t now_ms)
{
    *player = (Player){.sentence = sentence, .count = count};
    if (sentence >= 0 && sentence < count) phase_enter(player, PLAYER_WAITING, 0, now_ms);
}

void player_stop(Player *player) { *player = (Player){0}; }

void player_say(Player *player, int64_t length_ms, int64_t rest_ms, int64_t now_ms)
{
    if (player->phase != PLAYER_WAITING) return;
    player->rest_ms = rest_ms;
    player->failures = 0;
    phase_enter(player, PLAYER_SAYING, length_ms, now_ms);
}

void player_pass(Player *player, int64_t now_ms)
{
    if (player->phase == PLAYER_WAITING) phase_enter(player, PLAYER_RESTING, 0, now_ms);
}

void player_fail(Player *player, int64_t now_ms)
{
    if (player->phase != PLAYER_WAITING) return;
    player->failures++;
    player_pass(player, now_ms);
}

void player_pause(Player *player, int64_t now_ms)
{
    if (player->phase == PLAYER_OFF || player->paused) return;
    player->paused = true;
    player->paused_ms = now_ms;
}

void player_go_on(Player *player, int64_t now_ms)
{
    if (!player->paused) return;
    player->paused = false;
    player->since_ms += now_ms - player->paused_ms;
}

bool player_skip(Player *player, int step, int64_t now_ms)
{
    if (player->phase == PLAYER_OFF) return false;
    bool restart = step < 0 && player->phase == PLAYER_SAYING && phase_ms(player, now_ms) > PLAYER_RESTART_MS;
    int target = restart ? player->sentence : player->sentence + step;
    if (target < 0) target = 0;
    if (target >= player->count) return false;
    player->sentence = target;
    phase_enter(player, PLAYER_WAITING, 0, now_ms);
    return true;
}

void player_seek(Player *player, int64_t ms, int64_t now_ms)
{
    if (player->phase != PLAYER_SAYING) return;
    player->since_ms = now_ms - ms;
    player->paused_ms = now_ms;
}

int64_t player_said_ms(const Player *player, int64_t now_ms)
{
    return player->phase == PLAYER_SAYING ? phase_ms(player, now_ms) : 0;
}

PlayerEvent player_tick(Player *player, int64_t now_ms)
{
    if (now_ms < player_deadline_ms(player)) return PLAYER_NOTHING;
    if (player->phase == PLAYER_SAYING) {
        phase_enter(player, PLAYER_RESTING, player->rest_ms, now_ms);
        return PLAYER_NOTHING;
    }
    if (player->sentence + 1 >= player->count || player->failures >= PLAYER_FAILURES_MAX) {
        player_stop(player);
        return PLAYER_ENDED;
    }
    player->sentence++;
    phase_enter(player, PLAYER_WAITING, 0, now_ms);
    return PLAYER_NEXT;
}

int64_t player_deadline_ms(const Player *player)
{
    bool waits = player->phase == PLAYER_SAYING || player->phase == PLAYER_RESTING;
    return waits && !player->paused ? player->since_ms + player->length_ms : INT64_MAX;
}

double player_share(const Player *player, int64_t now_ms)
{
    if (player->phase == PLAYER_RESTING) return 1;
    if (player->phase != PLAYER_SAYING || player->length_ms <= 0) return 0;
    double share = (double)phase_ms(player, now_ms) / (double)player->length_ms;
    return share > 1 ? 1 : share;
}

bool player_is_saying(const Player *player) { return player->phase != PLAYER_OFF && !player->paused; }
