/* search.c - what a keystroke of the search costs over many pages, beside SQLite's full-text index in the same run.
 *
 * Usage: search [PAGES]. Pages are written to a folder of their own: words of a made-up language whose frequencies fall
 * as in real ones. Queries are typed letter by letter, one word in twenty with a letter wrong; each keystroke is given
 * to both in turn, and counts everything that the screen asks for: finding, four excerpts, ideas. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef HAVE_SQLITE
#include <sqlite3.h>
#endif

#include "base/fs.h"
#include "base/mem.h"
#include "pack/search/search.h"

enum {
    PAGES = 10000,
    PACK_PAGES = 2500,
    PACKS_MAX = 8,
    WORDS = 20000,
    QUERIES = 150,
    KEYSTROKES_MAX = 8000,
    SHOWN = 4,
    TITLE_WORDS = 3,
    BODY_WORDS = 250
};

/* Time that this program computes: others on the machine may take turns with it. Nothing here waits for a disk. */
static double now_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static uint32_t random_next(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* The n-th word: syllables, so that words share beginnings as those of people do. */
static void word_write(uint32_t n, char out[32])
{
    static const char *const syllables[] = {"ka", "lo", "mi",  "ren", "sta", "vel", "tor", "ne",
                                            "pi", "du", "gra", "she", "on",  "ia",  "ful", "ble"};
    out[0] = '\0';
    uint32_t mixed = n * 2654435761u ^ n >> 7;
    for (int i = 0; i < 2 || n > 0; i++, n /= 16, mixed /= 16) {
        size_t length = strlen(out);
        snprintf(out + length, 32 - length, "%s", syllables[(i < 2 ? mixed : n) % 16]);
        if (length > 20) break;
    }
}

/* Zipf: the rank is the exponential of something uniform. */
static uint32_t rank_random(uint32_t *state)
{
    uint32_t bits = random_next(state) % 15, below = 1u << bits;
    return (below + random_next(state) % below) % WORDS;
}

static void words_print(FILE *out, uint32_t *random, int count)
{
    char word[32];
    for (int i = 0; i < count; i++) {
        word_write(rank_random(random), word);
        fprintf(out, "%s%s", i > 0 ? " " : "", word);
    }
}

static FILE *file_open(const char *dir, const char *name)
{
    char path[256];
    snprintf(path, sizeof(path), "%s/%s", dir, name);
    FILE *file = fopen(path, "w");
    CHECK(file);
    return file;
}

/* One pack of the library. */
static void pages_write(const char *dir, int number, int count)
{
    char name[96];
    uint32_t random = 12345 + (uint32_t)number;
    snprintf(name, sizeof(name), "%s/en", dir);
    CHECK(fs_make_dirs(name));
    FILE *file = file_open(dir, "pack.yaml");
    fprintf(file, "hearth: 1\nid: many-%d\nversion: 1.0.0\nlanguages: [en]\nsections:\n", number);
    for (int i = 0; i < count; i++) {
        if (i % 1000 == 0) fprintf(file, "  - id: s%d\n    colour: growth\n    pages:\n", i / 1000);
        fprintf(file, "      - {id: p%d}\n", i);
    }
    fprintf(file, "crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n");
    fclose(file);
    file = file_open(dir, "en/pack.yaml");
    fprintf(file, "title: Many\nsummary: Pages.\ncrisis:\n  line: {name: Line}\n");
    fclose(file);
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof(name), "en/p%d.yaml", i);
        file = file_open(dir, name);
        fprintf(file, "title: ");
        words_print(file, &random, TITLE_WORDS);
        fprintf(file, "\nsummary: ");
        words_print(file, &random, 7);
        fprintf(file, "\nreviewed: 2026-11-24\nparts:\n  - title: ");
        words_print(file, &random, 2);
        fprintf(file, "\n    blocks:\n      - text: ");
        words_print(file, &random, BODY_WORDS);
        fprintf(file, "\n");
        fclose(file);
    }
}

static int number_compare(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;
    return (one > other) - (one < other);
}

static double percentile(double *times, size_t count, int percent)
{
    qsort(times, count, sizeof(*times), number_compare);
    return times[(count - 1) * (size_t)percent / 100];
}

#ifdef HAVE_SQLITE
static sqlite3 *fts_build(const Library *library)
{
    sqlite3 *db;
    sqlite3_stmt *insert;
    CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
    CHECK(sqlite3_exec(db,
                       "CREATE VIRTUAL TABLE pages USING fts5(title, part, summary, body, prefix='2 3 4', "
                       "tokenize=\"unicode61 remove_diacritics 2\")",
                       NULL, NULL, NULL) == SQLITE_OK);
    CHECK(sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK);
    CHECK(sqlite3_prepare_v2(db, "INSERT INTO pages VALUES(?,?,?,?)", -1, &insert, NULL) == SQLITE_OK);
    for (int i = 0; i < (int)library->count * PACK_PAGES; i++) {
        char id[16];
        snprintf(id, sizeof(id), "p%d", i % PACK_PAGES);
        const Page *page = pack_page(library->packs[i / PACK_PAGES], id, "en");
        if (!page) continue;
        const PagePart *part = page->parts.items;
        const Block *block = part->blocks.items;
        const char *texts[] = {page->title, part->title, page->summary, *(const char *const *)block->props};
        for (int t = 0; t < 4; t++) sqlite3_bind_text(insert, t + 1, texts[t], -1, SQLITE_TRANSIENT);
        CHECK(sqlite3_step(insert) == SQLITE_DONE);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    CHECK(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
    return db;
}

/* Every word may be unfinished, titles weigh most, and the best four come with an excerpt: what we are asked for. */
static void fts_run(sqlite3_stmt *select, const char *query)
{
    char match[256] = "", words[SEARCH_QUERY_BYTES];
    snprintf(words, sizeof(words), "%s", query);
    for (char *rest = words, *word; (word = strsep(&rest, " "));) {
        size_t length = strlen(match);
        if (word[0]) snprintf(match + length, sizeof(match) - length, "\"%s\"* ", word);
    }
    sqlite3_bind_text(select, 1, match, -1, SQLITE_TRANSIENT);
    while (sqlite3_step(select) == SQLITE_ROW) (void)sqlite3_column_text(select, 1);
    sqlite3_reset(select);
}
#endif

static void ours_run(const SearchIndex *index, const char *query)
{
    Arena arena = {0};
    SearchResults results;
    const char *ideas[SEARCH_IDEAS_MAX];
    search_run(index, query, &results);
    for (int i = 0; i < results.count && i < SHOWN; i++) (void)search_hit(index, &arena, query, results.pages[i]);
    (void)search_ideas(index, &arena, query, &results, ideas);
    arena_free(&arena);
}

typedef struct Times {
    double ours[KEYSTROKES_MAX], fts[KEYSTROKES_MAX];
    size_t count;
} Times;

static void keystroke(const SearchIndex *index, void *select, const char *query, Times *times)
{
    if (times->count == KEYSTROKES_MAX) return;
    double start = now_ms();
    ours_run(index, query);
    times->ours[times->count] = now_ms() - start;
#ifdef HAVE_SQLITE
    start = now_ms();
    fts_run(select, query);
    times->fts[times->count] = now_ms() - start;
#else
    (void)select;
#endif
    times->count++;
}

static void queries_type(const SearchIndex *index, void *select, Times *times)
{
    uint32_t random = 777;
    for (int q = 0; q < QUERIES; q++) {
        char query[SEARCH_QUERY_BYTES], one[32], other[32], typed[SEARCH_QUERY_BYTES] = "";
        word_write(rank_random(&random), one);
        word_write(rank_random(&random), other);
        if (random_next(&random) % 20 == 0) other[strlen(other) / 2] = 'x';
        snprintf(query, sizeof(query), q % 3 == 0 ? "%s %s" : "%.0s%s", one, other);
        for (size_t i = 0; query[i]; i++) {
            typed[i] = query[i];
            typed[i + 1] = '\0';
            keystroke(index, select, typed, times);
        }
    }
}

static int entry_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : PAGES;
    char dir[] = "/tmp/hearth-bench-XXXXXX";
    CHECK(count > 0 && count <= 20000 && mkdtemp(dir));
    Diags diags = {0};
    Library library = {mem_alloc(PACKS_MAX * sizeof(Pack *)), 0};
    for (int left = count; left > 0; left -= PACK_PAGES) {
        char pack_dir[64];
        snprintf(pack_dir, sizeof(pack_dir), "%s/%zu", dir, library.count);
        pages_write(pack_dir, (int)library.count, left < PACK_PAGES ? left : PACK_PAGES);
        library.packs[library.count] = pack_open(pack_dir, &diags);
        if (!library.packs[library.count]) diags_print(&diags, stderr);
        CHECK(library.packs[library.count]);
        library.count++;
    }
    double start = now_ms();
    SearchIndex *index = search_build(&library, "en", NULL);
    double built_ms = now_ms() - start;
    printf("search over %zu pages, %zu different words\n", search_page_count(index), search_word_count(index));
    printf("  index: read and built in %.2f s of computing, beside the main thread; %.1f MiB\n", built_ms / 1e3,
           (double)search_bytes(index) / 1048576);
    Times *times = mem_alloc(sizeof(*times));
    void *select = NULL;
#ifdef HAVE_SQLITE
    sqlite3 *db = fts_build(&library);
    sqlite3_stmt *prepared;
    CHECK(sqlite3_prepare_v2(db,
                             "SELECT rowid, snippet(pages, -1, '<', '>', '...', 12), bm25(pages, 10.0, 5.0, 3.0, 1.0) "
                             "AS rank FROM pages "
                             "WHERE pages MATCH ? ORDER BY rank LIMIT 4",
                             -1, &prepared, NULL) == SQLITE_OK);
    select = prepared;
#endif
    queries_type(index, select, times);
    double p50 = percentile(times->ours, times->count, 50), p99 = percentile(times->ours, times->count, 99);
    printf("  a keystroke computes: p50 %.2f ms, p99 %.2f ms, of %zu (a frame has 16)\n", p50, p99, times->count);
#ifdef HAVE_SQLITE
    double fts50 = percentile(times->fts, times->count, 50), fts99 = percentile(times->fts, times->count, 99);
    printf("  SQLite FTS5, without forgiving errors: p50 %.2f ms, p99 %.2f ms; ours take %.2f and %.2f of that\n",
           fts50, fts99, p50 / fts50, p99 / fts99);
    sqlite3_finalize(prepared);
    sqlite3_close(db);
#else
    printf("  libsqlite3-dev is not installed: SQLite is left out\n");
#endif
    free(times);
    search_free(index);
    library_close(&library);
    diags_free(&diags);
    nftw(dir, entry_remove, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}
