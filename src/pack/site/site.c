#include "pack/site/site.h"

#include <string.h>

#include "pack/check/check.h"
#include "pack/site/site_load.h"

const Site *site_default(void)
{
    static const Site site = {
        .features = {.articles = true,
                     .find_a_therapist = true,
                     .ready_to_start = true,
                     .reflection = true,
                     .search = true,
                     .breathing = true,
                     .listen = true,
                     .take_home_code = true,
                     .all_topics = true},
        .idle = {.reading_s = 90, .crisis_s = 180, .countdown_s = 30, .staff_s = 300},
        .switches = {.first = SWITCH_KEY_SPACE, .second = SWITCH_KEY_ENTER, .every_ms = 2000, .settle_ms = 150},
        .display = {.language = "en", .volume = 35, .sound_from = -1, .sound_until = -1},
    };
    return &site;
}

/* "zh" of "zh-Hans". */
static size_t primary_length(const char *lang) { return strcspn(lang, "-"); }

static bool same_primary(const char *a, const char *b)
{
    size_t length = primary_length(a);
    return length == primary_length(b) && strncmp(a, b, length) == 0;
}

/* The best text for `lang`, and how good it is: 2 in it, 1 in the same language as it is written elsewhere, 0 in
 * another. */
static const Word *words_best(const List *words, const char *lang, int *how_good)
{
    const Word *items = words->items, *best = NULL;
    *how_good = -1;
    for (size_t i = 0; i < words->count; i++) {
        int good = items[i].lang[0] == '\0' || strcmp(items[i].lang, lang) == 0 ? 2
                   : same_primary(items[i].lang, lang)                          ? 1
                                                                                : 0;
        if (!items[i].text || good <= *how_good) continue;
        *how_good = good;
        best = &items[i];
    }
    return best;
}

Word words_in(const List *words, const char *lang)
{
    int how_good;
    const Word *best = words_best(words, lang, &how_good);
    if (!best) return (Word){lang, NULL};
    return (Word){best->lang[0] ? best->lang : lang, best->text};
}

bool words_have(const List *words, const char *lang)
{
    int how_good;
    return words_best(words, lang, &how_good) && how_good > 0;
}

const LocalLine *site_line(const Site *site, const char *id)
{
    const LocalLine *lines = site->crisis.items;
    for (size_t i = 0; i < site->crisis.count; i++)
        if (lines[i].id && strcmp(lines[i].id, id) == 0) return &lines[i];
    return NULL;
}

static bool range_has(const DateRange *range, Date date)
{
    if (!date_is_set(range->from)) return true;
    return date_compare(range->from, date) <= 0 && date_compare(date, range->until) <= 0;
}

/* Hours past midnight belong to the evening that they began in: its day counts. */
static bool playlist_fits(const Playlist *playlist, const CivilTime *time)
{
    int minute = civil_minute(time);
    bool always = playlist->from < 0 || playlist->until < 0,
         past_midnight = !always && playlist->from > playlist->until;
    bool early = past_midnight && minute < playlist->until;
    bool in_hours = always || early || (minute >= playlist->from && (past_midnight || minute < playlist->until));
    int weekday = (time->weekday + (early ? 6 : 0)) % 7;
    return in_hours && range_has(&playlist->dates, time->date) &&
           (playlist->days == 0 || (playlist->days & 1u << weekday));
}

size_t site_hours_today(const Site *site, const CivilTime *time, OpenHours *out, size_t most)
{
    const OpenHours *hours = site->clinic.hours.items;
    size_t count = 0;
    DateText today = date_text(time->date);
    for (size_t i = 0; i < site->clinic.closed.count; i++)
        if (strcmp(site->clinic.closed.items[i], today.text) == 0) return 0;
    for (size_t i = 0; i < site->clinic.hours.count && count < most; i++)
        if (hours[i].days & 1u << time->weekday) out[count++] = hours[i];
    return count;
}

const Playlist *site_playlist(const Site *site, const CivilTime *time)
{
    const Playlist *playlists = site->playlists.items;
    if (site->playlists.count == 0) return NULL;
    for (size_t i = 0; time->known && i < site->playlists.count; i++)
        if (playlist_fits(&playlists[i], time)) return &playlists[i];
    return &playlists[site->playlists.count - 1];
}

const List *site_welcome(const Site *site, const CivilTime *time)
{
    if (site->welcome_count == 0) return NULL;
    int day = time->known ? date_day_number(time->date) : 0;
    return &site->welcome[(size_t)day % site->welcome_count];
}

bool site_offers(const Site *site, const char *lang)
{
    const TextList *offered = &site->display.languages_offered;
    for (size_t i = 0; i < offered->count; i++)
        if (strcmp(offered->items[i], lang) == 0) return true;
    return offered->count == 0;
}

Pack *library_page(const Library *library, const char *ref, const char **id)
{
    PagePlace place;
    if (strchr(ref, '/')) {
        Pack *pack = library_find(library, ref, id);
        return pack && pack_find(pack, *id, &place) ? pack : NULL;
    }
    *id = ref;
    for (size_t i = 0; i < library->count; i++)
        if (pack_find(library->packs[i], ref, &place)) return library->packs[i];
    return NULL;
}
