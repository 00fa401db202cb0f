#include "app/idle.h"

#include <string.h>

#include "base/utf8.h"

enum { FIRST_UNSPACED = 0x2E80, LAST_UNSPACED = 0x9FFF, CHARACTERS_A_WORD = 2 }; /* Chinese characters and their like */

int idle_count_words(const Scene *scene)
{
    int words = 0, unspaced = 0;
    for (size_t i = 0; i < scene->item_count; i++) {
        if (scene->items[i].kind != ITEM_TEXT) continue;
        const char *text = scene->items[i].line->text;
        size_t length = strlen(text), step;
        bool in_word = false;
        uint32_t c;
        for (; (step = utf8_decode(text, length, &c)) > 0; text += step, length -= step) {
            bool alone = c >= FIRST_UNSPACED && c <= LAST_UNSPACED, starts = c != ' ' && !alone && !in_word;
            words += starts ? 1 : 0;
            unspaced += alone ? 1 : 0;
            in_word = c != ' ' && !alone;
        }
    }
    return words + unspaced / CHARACTERS_A_WORD;
}

int64_t idle_delay_ms(const Site *site, ScreenId screen, int words)
{
    int64_t least_ms = (screen == SCREEN_CRISIS ? site->idle.crisis_s : site->idle.reading_s) * (int64_t)1000;
    int64_t reading_ms = IDLE_PAUSE_MS + words * (int64_t)60000 / IDLE_SLOW_WORDS_A_MINUTE;
    int64_t delay_ms = reading_ms > least_ms ? reading_ms : least_ms;
    /* A delay that the clinic has set is kept, even above the upper limit. */
    int64_t most_ms = least_ms > IDLE_LONGEST_MS ? least_ms : IDLE_LONGEST_MS;
    return delay_ms < most_ms ? delay_ms : most_ms;
}

static IdleStep step_at(IdleStep step, int64_t due_ms, int64_t now_ms, int64_t *deadline_ms)
{
    *deadline_ms = due_ms;
    return now_ms >= due_ms ? step : IDLE_NOTHING;
}

IdleStep idle_step(const Site *site, const IdleFacts *facts, int64_t now_ms, int64_t *deadline_ms)
{
    *deadline_ms = INT64_MAX;
    if (facts->warned_ms != 0)
        return step_at(IDLE_LEAVE, facts->warned_ms + site->idle.countdown_s * (int64_t)1000, now_ms, deadline_ms);
    if (!facts->visitor && !facts->traces) return IDLE_NOTHING;
    int64_t due_ms = facts->last_input_ms + idle_delay_ms(site, facts->screen, facts->words);
    /* Behind Hide nothing can be lost, and the question would tell others that a visitor was reading. */
    bool ask = facts->visitor && facts->screen != SCREEN_HIDDEN;
    return step_at(ask ? IDLE_ASK : IDLE_LEAVE, due_ms, now_ms, deadline_ms);
}
