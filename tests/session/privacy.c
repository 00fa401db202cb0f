/* privacy.c - what a visit leaves in memory and on the display. Usage: privacy EMPTY_DIR. Prints TAP.
 *
 * Each page of a pack holds a word of its own. Somebody reads some of the pages and goes; then this process looks
 * through all of its own memory. A page that was read must not be found there any more often than one that nobody ever
 * opened. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "visitor.h"

enum { PAGES = 60, READ_FROM = 20, READ_TO = 40, IN_LOOP = 4, LETTERS = 6, CHUNK = 1 << 20, OVERLAP = 256 };

/* Never in memory as it is: all letters are one further on. Words of pages begin with it. */
static const char start_shifted[] = "rvbsuajohf";

static void word_of(int page, char out[])
{
    size_t start = sizeof(start_shifted) - 1;
    for (size_t i = 0; i < start; i++) out[i] = (char)(start_shifted[i] - 1);
    for (int i = LETTERS - 1; i >= 0; i--, page /= 3) out[start + (size_t)i] = (char)('a' + page % 3);
    out[start + LETTERS] = '\0';
}

static void page_write(int page)
{
    char name[32], secret[32];
    word_of(page, secret);
    snprintf(name, sizeof(name), "en/page-%d.yaml", page);
    FILE *file = fopen(name, "w");
    if (!file) _exit(1);
    fprintf(file, "title: Page %d\nsummary: A plain page about %s and more.\nline: Plain\nreviewed: 2026-11-24\n", page,
            secret);
    if (page < IN_LOOP) fputs("attract:\n  - {line: Come in, text: There is a page here., public: yes}\n", file);
    fprintf(file, "take-home: |\n  Say %s today.\nparts:\n", secret);
    for (int part = 1; part <= 4; part++)
        fprintf(file,
                "  - title: Part %d\n    blocks:\n      - text: |\n          One line of text that speaks of %s, and "
                "of the **garden**.\n"
                "      - list:\n          - Water the %s once.\n          - Wait a day.\n",
                part, secret, secret);
    fclose(file);
}

/* By another process, so that nothing of it was ever in ours. */
static void pack_write(const char *dir)
{
    pid_t child = fork();
    if (child != 0) {
        int status = 1;
        if (child < 0 || waitpid(child, &status, 0) != child || status != 0) exit(1);
        return;
    }
    if (chdir(dir) != 0 || mkdir("en", 0755) != 0) _exit(1);
    FILE *file = fopen("pack.yaml", "w");
    if (!file) _exit(1);
    fputs("hearth: 1\nid: secrets\nversion: 1.0.0\nlanguages: [en]\nreading-grade: 12\nsections:\n  - id: all\n    "
          "colour: growth\n    pages:\n",
          file);
    for (int page = 0; page < PAGES; page++) fprintf(file, "      - {id: page-%d}\n", page);
    fputs("crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n", file);
    fclose(file);
    file = fopen("en/pack.yaml", "w");
    if (!file) _exit(1);
    fputs("title: Secrets\nsummary: Pages to tell apart.\nsections:\n  all: {title: All, line: All of them, intro: All "
          "pages.}\n"
          "library: {title: All topics, line: All, intro: Choose.}\ncrisis:\n  line: {name: Someone, note: Call.}\n",
          file);
    fclose(file);
    for (int page = 0; page < PAGES; page++) page_write(page);
    _exit(0);
}

typedef struct Finds {
    int plain[PAGES], wide[PAGES]; /* as UTF-8, and as the UTF-16 that ICU works with */
} Finds;

/* The page whose word stands at `at` with `step` bytes a letter; -1: none does. */
static int page_at(const char *at, size_t step)
{
    size_t start = sizeof(start_shifted) - 1;
    for (size_t i = 0; i < start; i++)
        if (at[i * step] != start_shifted[i] - 1 || (step == 2 && at[i * step + 1] != 0)) return -1;
    int page = 0;
    for (size_t i = start; i < start + LETTERS; i++) {
        int digit = at[i * step] - 'a';
        if (digit < 0 || digit > 2) return -1;
        page = page * 3 + digit;
    }
    return page < PAGES ? page : -1;
}

static char chunk[CHUNK + OVERLAP];

static void area_search(int memory, uintptr_t from, uintptr_t to, Finds *finds)
{
    uintptr_t own = (uintptr_t)chunk;
    for (uintptr_t at = from; at < to; at += CHUNK) {
        ssize_t got = pread(memory, chunk, (size_t)(to - at < sizeof(chunk) ? to - at : sizeof(chunk)), (off_t)at);
        for (ssize_t i = 0; i + OVERLAP / 4 < got && i < CHUNK; i++) {
            if (at + (uintptr_t)i >= own && at + (uintptr_t)i < own + sizeof(chunk))
                continue; /* the chunk before, in this buffer */
            if (chunk[i] != start_shifted[0] - 1) continue;
            int plain = page_at(chunk + i, 1), wide = page_at(chunk + i, 2);
            if (plain >= 0) finds->plain[plain]++;
            if (wide >= 0) finds->wide[wide]++;
        }
    }
    memset(chunk, 0, sizeof(chunk));
}

static void memory_search(Finds *finds)
{
    *finds = (Finds){0};
    int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    FILE *maps = fopen("/proc/self/maps", "r");
    if (memory < 0 || !maps) exit(1);
    char line[1024], rights[8];
    unsigned long from, to;
    while (fgets(line, sizeof(line), maps))
        if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) == 3 && rights[0] == 'r' && rights[1] == 'w')
            area_search(memory, from, to, finds);
    fclose(maps);
    close(memory);
}

static int most(const int *counts, int from, int to)
{
    int found = 0;
    for (int i = from; i < to; i++) found = counts[i] > found ? counts[i] : found;
    return found;
}

static int tests, failures;
static void say(bool holds, const char *what)
{
    printf("%sok %d - %s\n", holds ? "" : "not ", ++tests, what);
    if (!holds) failures++;
}

static void read_some(Visitor *visitor)
{
    for (int page = READ_FROM; page < READ_TO; page++) {
        char ref[REF_MAX];
        snprintf(ref, sizeof(ref), "secrets/page-%d", page);
        visitor_read(visitor, ref);
        visitor_key(visitor, KEY_PAGE_DOWN);
        if (page % 4 == 0) visitor_tap_node(visitor, "dock.contrast");
        app_apply(&visitor->app, (Action){.kind = ACTION_OPEN_OVERLAY, .value = OVERLAY_CODE});
        visitor_wait(visitor, 1000);
    }
}

static void compare(const char *when)
{
    char what[160];
    Finds finds;
    memory_search(&finds);
    int read = most(finds.plain, READ_FROM, READ_TO), others = most(finds.plain, READ_TO, PAGES);
    printf("# %s: a page that was read is found up to %d times, one that was not %d times; in UTF-16 %d and %d\n", when,
           read, others, most(finds.wide, READ_FROM, READ_TO), most(finds.wide, READ_TO, PAGES));
    snprintf(what, sizeof(what), "%s nothing tells a page that was read from one that was not", when);
    say(read <= others && most(finds.wide, READ_FROM, READ_TO) <= most(finds.wide, READ_TO, PAGES), what);
}

int main(int argc, char **argv)
{
    if (argc != 2) return EXIT_USAGE;
#ifdef __SANITIZE_ADDRESS__
    puts("ok 1 # skip: the sanitizer's memory keeps what was freed, to look at it\n1..1");
    return 0;
#endif
    pack_write(argv[1]);
    Visitor visitor;
    Finds finds;
    visitor_open(&visitor, (const char *const *)argv + 1, 1, 1024, 600);
    visitor.coarse_ms = 50;
    app_apply(&visitor.app, (Action){.kind = ACTION_HIDE});
    visitor_wait(&visitor, 2000);
    uint64_t hidden = visitor_picture(&visitor);
    app_apply(&visitor.app, (Action){.kind = ACTION_LEAVE});
    visitor_wait(&visitor, 2000);

    read_some(&visitor);
    memory_search(&finds);
    say(most(finds.plain, READ_TO - 1, READ_TO) > 0, "while a page is read it is found: this test can see");
    app_apply(&visitor.app, (Action){.kind = ACTION_HIDE});
    visitor_wait(&visitor, 2000);
    compare("after Hide");
    say(visitor_picture(&visitor) == hidden, "what is seen after Hide is what was seen before any visit");
    app_apply(&visitor.app, (Action){.kind = ACTION_LEAVE});
    read_some(&visitor);
    visitor_wait(&visitor, 900000);
    say(visitor.app.state.session.place.screen == SCREEN_ATTRACT, "left alone, it forgets");
    compare("after somebody walked away");
    visitor_close(&visitor);
    printf("1..%d\n", tests);
    return failures > 0;
}
