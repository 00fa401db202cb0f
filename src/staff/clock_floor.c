#include "staff/clock_floor.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "staff/survey.h"
#include "pack/check/check.h"
#include "store/disk/durable.h"
#include "store/trust/manifest.h"

enum { DAY_S = 86400, PAGES_LOOKED_AT = 40 };
static const char seen_name[] = "seen";

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

static Date seen_day(const char *state_dir)
{
    Arena arena = {0};
    Bytes bytes;
    Date seen = {0};
    if (fs_read(&arena, fs_join(&arena, state_dir, seen_name), 64, &bytes) == FS_OK && bytes.count >= 10)
        if (!date_read(arena_copy_bytes(&arena, bytes.data, 10), &seen)) seen = (Date){0};
    arena_free(&arena);
    return seen;
}

int64_t clock_floor_of(Date made, Date reviewed, Date seen)
{
    Date newest = date_later_of(seen, date_later_of(made, reviewed));
    int64_t noon_s = date_is_set(newest) ? civil_seconds(newest, 12, 0) : 0;
    return noon_s > DAY_S ? noon_s - DAY_S : 0;
}

int64_t clock_floor_s(const Library *library, const char *state_dir, Date made)
{
    return clock_floor_of(made, newest_review(library), seen_day(state_dir));
}

int64_t clock_above_floor(int64_t wall_s, int64_t floor_s) { return wall_s >= floor_s ? wall_s : 0; }

void clock_note_seen(const char *state_dir, Date today)
{
    DateText text = date_text(today);
    Date seen = seen_day(state_dir);
    if (date_compare(today, seen) <= 0) return;
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    bool saved = durable_replace(fd, seen_name, (Bytes){text.text, strlen(text.text)}, 0644);
    (void)saved;
    close(fd);
}

void clock_forget_seen(const char *state_dir)
{
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    bool gone = durable_unlink(fd, seen_name);
    (void)gone;
    close(fd);
}
