#include "staff/clock_floor.h"

#include <stdio.h>
#include <string.h>

#include "pack/check/check.h"
#include "store/state/seen.h"

enum { DAY_S = 86400, PAGES_LOOKED_AT = 40 };

/* The day the compiler ran ("Nov 24 2026"); SOURCE_DATE_EPOCH moves it for reproducible packages. */
Date clock_made_day(void)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char month[4];
    Date made = {0};
    if (sscanf(__DATE__, "%3s %2d %4d", month, &made.day, &made.year) != 3) return (Date){0};
    const char *at = strstr(months, month);
    made.month = at ? (int)(at - months) / 3 + 1 : 1;
    return made;
}

/* Of the first pages of each pack: a release is reviewed as a whole, and reading all would keep the first picture
 * waiting. */
static Date newest_review(const Library *library)
{
    Date newest = {0};
    for (size_t i = 0; i < library->count; i++) {
        Pack *pack = library->packs[i];
        const Section *sections = pack->sections.items;
        size_t looked = 0;
        for (size_t s = 0; s < pack->sections.count; s++) {
            const PageEntry *entries = sections[s].pages.items;
            for (size_t p = 0; p < sections[s].pages.count && looked < PAGES_LOOKED_AT; p++, looked++) {
                const Page *page = pack_page(pack, entries[p].id, pack->languages.items[0]);
                if (page && date_compare(page->reviewed, newest) > 0) newest = page->reviewed;
            }
        }
    }
    return newest;
}

int64_t clock_floor_of(Date made, Date reviewed, Date seen)
{
    Date newest = date_later_of(seen, date_later_of(made, reviewed));
    int64_t noon_s = date_is_set(newest) ? civil_seconds(newest, 12, 0) : 0;
    return noon_s > DAY_S ? noon_s - DAY_S : 0;
}

int64_t clock_floor_s(const Library *library, const char *state_dir, Date made)
{
    return clock_floor_of(made, newest_review(library), seen_load(state_dir));
}
