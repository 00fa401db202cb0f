/* soak.c - half a year in the waiting room: visits all day long, nights in which nothing happens, and what must not
 * grow.
 *
 * Usage: soak DAYS VISITS_A_DAY PACK. A day goes from nine in the morning on; past the last visit its hours are
 * skipped, as if the machine had slept through them. After 24.85 days a count of milliseconds leaves 31 bits,
 * after 49.7 days 32. Prints TAP. */
#include <dirent.h>
#include <malloc.h>
#include <string.h>

#include "app/apply.h"
#include "visitor.h"

enum {
    TURNS_A_VISIT = 10,
    WARM_UP_DAYS_PART = 2, /* caches, and what malloc keeps between blocks, are full after a month of visits */
    PAGE_KB = 4,
    GROWTH_MOST_KB = 512,
    COARSE_MS = 300,
    LOOK_MS = 5000,
    DAYS_MAX = 2000
};

typedef struct Soak {
    Visitor visitor;
    long visits, turns;
    size_t page;                                /* how many were read */
    double rss_kb[DAYS_MAX], heap_kb[DAYS_MAX]; /* at the end of each day */
} Soak;

static double resident_kb(void)
{
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &size, &resident) != 2) exit(1);
    fclose(file);
    return (double)resident * PAGE_KB;
}

/* What malloc has handed out: without its own waste, which goes up and down. */
static double heap_kb(void)
{
    struct mallinfo2 info = mallinfo2();
    return (double)(info.uordblks + info.hblkhd) / 1024;
}

static int entries_of(const char *dir)
{
    int count = 0;
    DIR *folder = opendir(dir);
    if (!folder) exit(1);
    while (readdir(folder)) count++;
    closedir(folder);
    return count;
}

/* Each page of the sections in turn, for ever. */
static void next_ref(Soak *soak, char ref[REF_MAX])
{
    const Pack *pack = soak->visitor.app.library.packs[0];
    const Section *sections = pack->sections.items;
    size_t pages = 0;
    for (size_t i = 0; i < pack->sections.count; i++) pages += sections[i].pages.count;
    size_t wanted = soak->page++ % pages;
    const Section *section = sections;
    for (; wanted >= section->pages.count; section++) wanted -= section->pages.count;
    const PageEntry *entries = section->pages.items;
    snprintf(ref, REF_MAX, "%s/%s", pack->id, entries[wanted].id);
}

/* Reads a page to its end and back, with larger letters now and then; leaves by Hide, or simply walks away. */
static void visit(Soak *soak)
{
    Visitor *visitor = &soak->visitor;
    const Session *session = &visitor->app.state->session;
    char ref[REF_MAX];
    visitor_tap(visitor, visitor->app.viewport.w / 2, visitor->app.viewport.h / 3);
    next_ref(soak, ref);
    visitor_read(visitor, ref);
    if (soak->visits % 5 == 1) visitor_tap_node(visitor, "dock.contrast");
    if (soak->visits % 7 == 2) app_apply(&visitor->app, (Action){.kind = ACTION_SET_TEXT_STEP, .value = 2});
    for (int i = 0; i < TURNS_A_VISIT; i++) {
        int before = session->place.page_number;
        visitor_key(visitor, i < TURNS_A_VISIT / 2 ? KEY_PAGE_DOWN : KEY_PAGE_UP);
        if (session->place.page_number != before) soak->turns++;
    }
    if (soak->visits % 3 == 0) visitor_tap_node(visitor, "dock.hide");
    for (int64_t most_ms = 600000; most_ms > 0 && session->place.screen != SCREEN_ATTRACT; most_ms -= LOOK_MS)
        visitor_wait(visitor, LOOK_MS);
    soak->visits++;
}

static uint64_t picture_of(Soak *soak, const char *ref)
{
    Visitor *visitor = &soak->visitor;
    app_apply(&visitor->app, (Action){.kind = ACTION_LEAVE});
    visitor_wait(visitor, 2000);
    visitor_read(visitor, ref);
    visitor_wait(visitor, 2000);
    uint64_t picture = visitor_picture(visitor);
    app_apply(&visitor->app, (Action){.kind = ACTION_LEAVE});
    visitor_wait(visitor, 2000);
    return picture;
}

/* kB a day by least squares, from day `from` on. */
static double slope_kb(const double *kb, int from, int days)
{
    double n = days - from, x_sum = 0, y_sum = 0, xx_sum = 0, xy_sum = 0;
    for (int day = from; day < days; day++) {
        x_sum += day;
        y_sum += kb[day];
        xx_sum += (double)day * day;
        xy_sum += day * kb[day];
    }
    double spread = n * xx_sum - x_sum * x_sum;
    return spread > 0 ? (n * xy_sum - x_sum * y_sum) / spread : 0;
}

static int tests, failures;
static void say(bool holds, const char *what)
{
    printf("%sok %d - %s\n", holds ? "" : "not ", ++tests, what);
    if (!holds) failures++;
}

static void report_growth(const Soak *soak, int days)
{
    int from = days / WARM_UP_DAYS_PART;
    double rss = slope_kb(soak->rss_kb, from, days) * (days - from),
           heap = slope_kb(soak->heap_kb, from, days) * (days - from);
    printf("# %d days, %ld visits, %ld page turns; after the first %d days memory grew by %.0f kB (resident), %.0f kB "
           "(in use), %.2f kB a"
           " thousand turns\n",
           days, soak->visits, soak->turns, from, rss, heap, rss * 1000 / (double)(soak->turns + 1));
#ifndef __SANITIZE_ADDRESS__ /* which keeps what was freed, to look at it */
    say(rss <= GROWTH_MOST_KB, "resident memory does not grow");
#endif
    say(heap <= GROWTH_MOST_KB, "what is in use does not grow");
}

int main(int argc, char **argv)
{
    int days = argc == 4 ? (int)strtol(argv[1], NULL, 10) : 0, visits = argc == 4 ? (int)strtol(argv[2], NULL, 10) : 0;
    if (days < 4 || days > DAYS_MAX || visits < 1) return EXIT_USAGE;
    Soak *soak = calloc(1, sizeof(*soak));
    if (!soak) return 1;
    Visitor *visitor = &soak->visitor;
    visitor_open(visitor, (const char *const *)argv + 3, 1, 800, 480);
    visitor->coarse_ms = COARSE_MS;
    char ref[REF_MAX];
    next_ref(soak, ref);
    uint64_t picture = picture_of(soak, ref);
    int files = entries_of("/proc/self/fd"), threads = entries_of("/proc/self/task");
    bool same = true, at_rest = true;
    for (int day = 0; day < days; day++) {
        for (int i = 0; i < visits; i++) visit(soak);
        visitor_wait(visitor, 60000);
        at_rest = at_rest && visitor->app.state->session.place.screen == SCREEN_ATTRACT;
        visitor_skip(visitor, (day + 1) * (int64_t)VISITOR_DAY_MS - visitor->now_ms);
        if (day % 25 == 0 || day == days - 1) same = same && picture_of(soak, ref) == picture;
        soak->rss_kb[day] = resident_kb();
        soak->heap_kb[day] = heap_kb();
    }
    report_growth(soak, days);
    say(entries_of("/proc/self/fd") == files, "as many files are open as on the first day");
    say(entries_of("/proc/self/task") == threads, "as many threads run as on the first day");
    say(same, "a page looks the same, pixel by pixel, on the first day, every 25 days, and on the last");
    say(at_rest, "each day ends with the loop");
    say(visitor->app.scratch.used_bytes == 0, "nothing is left in the memory for a moment");
    visitor_close(visitor);
    free(soak);
    printf("1..%d\n", tests);
    return failures > 0;
}
