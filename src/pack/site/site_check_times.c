/* site_check_times.c - hours, days and dates of a clinic's pack, and what its playlists name. */
#include <string.h>

#include "pack/site/site_check.h"
#include "text/text.h"

static const char *clock_text(SiteCheck *check, int minute)
{
    return arena_format(&check->arena, "%02d:%02d", minute / 60, minute % 60);
}

void rule_opening_hours(SiteCheck *check)
{
    const List *list = &check->site->clinic.hours;
    const OpenHours *hours = list->items;
    for (size_t i = 0; i < list->count; i++) {
        if (hours[i].open < 0 || hours[i].close < 0) continue;
        if (hours[i].open >= hours[i].close)
            diag_error(check->diags, hours[i].at, "opening-hours", "write the earlier hour after open",
                       "it opens at %s and closes at %s", clock_text(check, hours[i].open),
                       clock_text(check, hours[i].close));
        for (size_t j = 0; j < i; j++)
            if (hours[j].days & hours[i].days && hours[j].open < hours[i].close && hours[i].open < hours[j].close)
                diag_error(check->diags, hours[i].at, "opening-hours", "keep each hour of a day once",
                           "these hours overlap with others on the same day");
    }
}

void rule_closed_date(SiteCheck *check)
{
    const TextList *closed = &check->site->clinic.closed;
    Date date;
    for (size_t i = 0; i < closed->count; i++)
        if (closed->items[i] && !date_read(closed->items[i], &date))
            diag_error(check->diags, closed->marks[i], "closed-date", "write it as 2026-12-25", "\"%s\" is no date",
                       closed->items[i]);
}

void rule_time_zone(SiteCheck *check)
{
    const char *zone = check->site->clinic.time_zone;
    if (!zone || (strchr(zone, '/') && text_time_zone_exists(zone))) return;
    size_t count;
    const char **zones = text_time_zones(&check->arena, &count);
    const char *nearest = schema_nearest(zone, zones, count);
    diag_error(check->diags, site_key(check, "clinic"), "time-zone",
               arena_format(&check->arena, "write time-zone: %s", nearest ? nearest : "America/Toronto"),
               "there is no time zone \"%s\"", zone);
}

/* True if `minute` lies in hours that may go past midnight. */
static bool hours_have(int from, int until, int minute)
{
    return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

void rule_brightness_hours(SiteCheck *check)
{
    const List *list = &check->site->display.brightness;
    const Brightness *hours = list->items;
    for (size_t i = 0; i < list->count; i++) {
        if (hours[i].from < 0 || hours[i].until < 0) continue;
        if (hours[i].from == hours[i].until)
            diag_error(check->diags, hours[i].at, "brightness-hours", "write another end",
                       "these hours end when they begin");
        for (size_t j = 0; j < i; j++) {
            if (hours[j].from < 0 || hours[j].until < 0) continue;
            if (hours_have(hours[i].from, hours[i].until, hours[j].from) ||
                hours_have(hours[j].from, hours[j].until, hours[i].from))
                diag_error(check->diags, hours[i].at, "brightness-hours", "let one begin when the other ends",
                           "from %s on there are two levels", clock_text(check, hours[i].from));
            else
                continue;
            break;
        }
    }
}

void rule_playlist_dates(SiteCheck *check)
{
    const Playlist *playlists = check->site->playlists.items;
    for (size_t i = 0; i < check->site->playlists.count; i++) {
        const Playlist *list = &playlists[i];
        if (date_is_set(list->dates.from) && date_is_set(list->dates.until) &&
            date_compare(list->dates.from, list->dates.until) > 0)
            diag_error(check->diags, list->at, "playlist-dates", "write the earlier date after from",
                       "these dates end before they begin");
        if ((list->from < 0) != (list->until < 0))
            diag_error(check->diags, list->at, "playlist-dates", "write both from and until, or neither",
                       "one end of its hours is missing");
        if (list->from >= 0 && list->from == list->until)
            diag_error(check->diags, list->at, "playlist-dates",
                       "write another end, or leave both out for the whole day", "its hours end when they begin");
    }
}

static bool has_limits(const Playlist *list)
{
    return date_is_set(list->dates.from) || list->days != 0 || list->from >= 0 || list->until >= 0;
}

void rule_playlist_last(SiteCheck *check)
{
    const Playlist *playlists = check->site->playlists.items;
    size_t count = check->site->playlists.count;
    for (size_t i = 0; i + 1 < count; i++)
        if (!has_limits(&playlists[i]))
            diag_error(check->diags, playlists[i].at, "playlist-last", "move it to the end",
                       "it has no limits, so nothing after it ever plays");
    if (count > 0 && has_limits(&playlists[count - 1]))
        diag_error(check->diags, playlists[count - 1].at, "playlist-last",
                   "add one without dates, days and hours at the end",
                   "the last playlist has limits, so at other times there would be nothing to play");
}

static const char *nearest_page(SiteCheck *check, const char *id)
{
    size_t count = 0, room = 1;
    for (size_t i = 0; i < check->library->count; i++) room += check->library->packs[i]->sections.count + 1;
    const char **ids = ARENA_ARRAY(&check->arena, const char *, room * 2000);
    for (size_t i = 0; i < check->library->count; i++) {
        const Pack *pack = check->library->packs[i];
        const Section *sections = pack->sections.items;
        for (size_t s = 0; s <= pack->sections.count; s++) {
            const List *list = s < pack->sections.count ? &sections[s].pages : &pack->articles;
            for (size_t p = 0; p < list->count && p < 2000; p++)
                if (((const PageEntry *)list->items)[p].id) ids[count++] = ((const PageEntry *)list->items)[p].id;
        }
    }
    const char *nearest = schema_nearest(id, ids, count);
    return nearest ? arena_format(&check->arena, "did you mean \"%s\"?", nearest)
                   : "write the id of a page of a pack on this screen";
}

typedef void PageFn(SiteCheck *check, Mark at, const char *ref, Pack *pack, const char *id);

static void pages_each(SiteCheck *check, PageFn *each)
{
    const Playlist *playlists = check->site->playlists.items;
    if (check->library->count == 0) return;
    for (size_t i = 0; i < check->site->playlists.count; i++)
        for (size_t p = 0; p < playlists[i].pages.count; p++) {
            const char *ref = playlists[i].pages.items[p], *id = NULL;
            if (!ref) continue;
            Pack *pack = library_page(check->library, ref, &id);
            each(check, playlists[i].pages.marks[p], ref, pack, id);
        }
}

static void page_exists(SiteCheck *check, Mark at, const char *ref, Pack *pack, const char *id)
{
    (void)id;
    if (!pack) diag_error(check->diags, at, "playlist-page", nearest_page(check, ref), "there is no page \"%s\"", ref);
}

static void page_speaks(SiteCheck *check, Mark at, const char *ref, Pack *pack, const char *id)
{
    const Page *page = pack ? pack_page(pack, id, pack->languages.items[0]) : NULL;
    if (!page) return;
    for (size_t i = 0; i < page->attract.count; i++)
        if (((const AttractLine *)page->attract.items)[i].public_room) return;
    diag_warn(check->diags, at, "playlist-silent",
              "give the page an attract line with public: yes, or take it out of the list",
              "\"%s\" has no line for the loop, so it is never shown there", ref);
}

void rule_playlist_page(SiteCheck *check) { pages_each(check, page_exists); }
void rule_playlist_silent(SiteCheck *check) { pages_each(check, page_speaks); }
