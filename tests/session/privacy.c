/* privacy.c - what a visit leaves in memory and on the display. Usage: privacy EMPTY_DIR. Prints TAP.
 *
 * Each page of a pack holds a word of its own. A visitor, who is a process of its own, reads some of the pages,
 * searches, and types a PIN, and goes; then this process looks through all of the visitor's memory. A page that was
 * read must not be found there any more often than one that was never opened, and what was typed not at all. */
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "app/apply.h"
#include "memory_search.h"
#include "store/state/pin.h"
#include "visitor.h"

enum {
    PAGES = 60,
    READ_FROM = 20, /* pages that are read: from this one */
    READ_TO = 40,   /* up to this one */
    UNSEEN_TO = 46, /* pages from there up to this one are never seen, nor among the results of a search */
    FOUND = 50,     /* a page that the visitor searches for, sees among the results, and does not open */
    TYPED = 100,    /* a word on no page, which the visitor searches for as well */
    IN_LOOP = 4
};

/* Stops of the visitor's process, for its memory to be looked at, and what it saw itself until then. */
typedef struct Report {
    bool found_it, same_picture, forgot, panel_opened;
} Report;

static void page_write(int page)
{
    char name[64], secret[32];
    word_of(page, secret);
    snprintf(name, sizeof(name), "en/page-%d.yaml", page);
    FILE *file = fopen(name, "w");
    if (!file) _exit(1);
    fprintf(file, "title: Page %d\nsummary: A plain page about %s and more.\nline: Plain\nreviewed: 2026-11-24\n", page,
            secret);
    if (page < IN_LOOP) fputs("attract:\n  - {line: Come in, text: There is a page here., public: yes}\n", file);
    fprintf(file, "take-home: |\n  Say %s today.\nparts:\n", secret);
    fprintf(file, "  - title: Part 0\n    blocks:\n      - picture: {image: images/%s.svg, alt: A dot}\n", secret);
    for (int part = 1; part <= 4; part++)
        fprintf(file,
                "  - title: Part %d\n    blocks:\n      - text: |\n          One line of text that speaks of %s, and "
                "of the **garden**.\n"
                "      - list:\n          - Water the %s once.\n          - Wait a day.\n",
                part, secret, secret);
    fclose(file);
    snprintf(name, sizeof(name), "images/%s.svg", secret);
    file = fopen(name, "w");
    if (!file) _exit(1);
    fputs("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"3\" "
          "fill=\"#2C5A4C\"/></svg>\n",
          file);
    fclose(file);
}

static void pack_write(const char *dir)
{
    if (chdir(dir) != 0 || mkdir("pack", 0755) != 0 || chdir("pack") != 0 || mkdir("en", 0755) != 0 ||
        mkdir("images", 0755) != 0)
        _exit(1);
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
}

/* By another process, so that nothing of it was ever in the visitor's. */
static void by_another(const char *dir, void (*write_it)(const char *dir))
{
    int status = 1;
    pid_t child = fork();
    if (child == 0) {
        write_it(dir);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0) exit(1);
}

static void state_write(const char *dir)
{
    char state[PATH_MAX], digits[NUMBER_DIGITS + 1] = "";
    PinGuard guard;
    RecoveryCode code;
    Diags diags = {0};
    snprintf(state, sizeof(state), "%s/state", dir);
    for (size_t i = 0; i < NUMBER_DIGITS; i++) digits[i] = (char)(numbers_shifted[1][i] - 1);
    if (mkdir(state, 0700) != 0) _exit(1);
    pin_open(&guard, state, 0);
    if (!pin_set(&guard, digits, &code, &diags)) _exit(1);
}

/* -- the visitor ------------------------------------------------------------------------------------------------- */

static void stop_here(Visitor *visitor)
{
    visitor_wait(visitor, 2000);
    raise(SIGSTOP);
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

static void type_letter(Visitor *visitor, char letter)
{
    visitor_event(visitor, (Event){.kind = EVENT_KEY_DOWN, .types = {letter}});
    visitor_event(visitor, (Event){.kind = EVENT_KEY_UP, .types = {letter}});
    visitor_wait(visitor, 100);
}

/* Types the word with this code, a letter at a time, so that no other copy of it is made here. */
static void search_for(Visitor *visitor, int code)
{
    app_apply(&visitor->app, (Action){.kind = ACTION_OPEN_SCREEN, .value = SCREEN_SEARCH});
    app_apply(&visitor->app, (Action){.kind = ACTION_SEARCH_FOR, .id = ""});
    while (!visitor->app.state->session.search.ready) { /* the thread that makes the index wakes the program */
        Event event;
        (void)platform_wait(visitor->platform, platform_now_ms() + 1000, &event);
        visitor_wait(visitor, 100);
    }
    visitor_wait(visitor, 700);
    for (size_t i = 0; word_letter(code, i); i++) type_letter(visitor, word_letter(code, i));
    visitor_wait(visitor, 700);
}

static void type_pin(Visitor *visitor, const char *shifted)
{
    app_apply(&visitor->app, (Action){.kind = ACTION_STAFF});
    visitor_wait(visitor, 700);
    for (size_t i = 0; i < NUMBER_DIGITS; i++) type_letter(visitor, (char)(shifted[i] - 1));
}

static void visit(const char *dir, Report *report)
{
    char pack[PATH_MAX], state[PATH_MAX];
    const char *packs[] = {pack};
    snprintf(pack, sizeof(pack), "%s/pack", dir);
    snprintf(state, sizeof(state), "%s/state", dir);
    const StaffOptions staff = {.packs = {.state_dir = state, .paths = packs, .path_count = 1}, .at_once = true};
    Visitor visitor;
    visitor_open_with(&visitor, packs, 1, 1024, 600, &staff);
    visitor.app.background = true; /* with the threads that the player has */
    visitor.coarse_ms = 50;
    visitor.clock_stands = true;
    app_apply(&visitor.app, (Action){.kind = ACTION_HIDE});
    visitor_wait(&visitor, 2000);
    uint64_t hidden = visitor_picture(&visitor);
    app_apply(&visitor.app, (Action){.kind = ACTION_LEAVE});
    visitor_wait(&visitor, 2000);

    read_some(&visitor);
    search_for(&visitor, FOUND);
    report->found_it = visitor.app.state->session.search.results.count > 0;
    search_for(&visitor, TYPED);
    stop_here(&visitor);
    type_pin(&visitor, numbers_shifted[0]);
    app_apply(&visitor.app, (Action){.kind = ACTION_HIDE});
    stop_here(&visitor);
    report->same_picture = visitor_picture(&visitor) == hidden;

    app_apply(&visitor.app, (Action){.kind = ACTION_LEAVE});
    read_some(&visitor);
    search_for(&visitor, FOUND);
    search_for(&visitor, TYPED);
    type_pin(&visitor, numbers_shifted[1]);
    visitor_wait(&visitor, 5000);
    report->panel_opened = visitor.app.state->session.place.screen == SCREEN_STAFF;
    visitor_wait(&visitor, 900000);
    report->forgot = visitor.app.state->session.place.screen == SCREEN_ATTRACT;
    stop_here(&visitor);
    visitor_close(&visitor);
}

/* -- who looks ---------------------------------------------------------------------------------------------------- */

static int tests, failures;
static void say(bool holds, const char *what)
{
    printf("%sok %d - %s\n", holds ? "" : "not ", ++tests, what);
    if (!holds) failures++;
}

/* Waits until the visitor has stopped, looks, and lets it go on. Ends this program if that cannot be. */
static void look(pid_t visitor, Finds *finds)
{
    int status;
    if (waitpid(visitor, &status, WUNTRACED) != visitor || !WIFSTOPPED(status)) {
        puts("Bail out! the visitor's process has ended");
        exit(1);
    }
    if (!process_search(visitor, finds)) {
        kill(visitor, SIGKILL);
        printf("ok %d # SKIP this machine does not let a process look into its child\n1..%d\n", tests + 1, tests + 1);
        exit(failures > 0);
    }
    kill(visitor, SIGCONT);
}

static int most(const int *counts, int from, int to)
{
    int found = 0;
    for (int i = from; i < to; i++) found = counts[i] > found ? counts[i] : found;
    return found;
}

static void compare(const Finds *finds, const char *when, int number)
{
    static const char *const encodings[WIDTHS] = {"UTF-8", "UTF-16", "UTF-32"};
    char what[200];
    printf("# %s: %zu MB in %d threads\n", when, finds->bytes >> 20, finds->threads);
    for (size_t w = 0; w < WIDTHS; w++) {
        const int *words = finds->words[w];
        int read = most(words, READ_FROM, READ_TO), others = most(words, READ_TO, UNSEEN_TO);
        printf(
            "# %s: a page that was read %d, one that was not %d, one that was searched for %d, a word on no page %d, "
            "a PIN %d\n",
            encodings[w], read, others, words[FOUND], words[TYPED], finds->numbers[w][number]);
        snprintf(what, sizeof(what), "%s no page that was read or found can be told from the others (%s)", when,
                 encodings[w]);
        say(read <= others && words[FOUND] <= others, what);
        snprintf(what, sizeof(what), "%s neither a word nor a PIN that was typed is left (%s)", when, encodings[w]);
        say(words[TYPED] == 0 && finds->numbers[w][number] == 0, what);
    }
}

/* Text in units of each width is found. */
static bool sees_each_width(void)
{
    static Finds finds;
    for (size_t w = 0; w < WIDTHS; w++) {
        size_t width = (size_t)1 << w;
        unsigned char text[LONGEST * 2] = {0};
        for (size_t i = 0; word_letter(TYPED, i); i++) {
            uint32_t letter = (uint32_t)word_letter(TYPED, i);
            memcpy(text + 1 + i * width, &letter, width);
        }
        bytes_search(text, LONGEST, &finds);
        if (finds.words[w][TYPED] != 1) return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    if (argc != 2) return EXIT_USAGE;
#ifdef __SANITIZE_ADDRESS__
    puts("ok 1 # skip: the sanitizer's memory keeps what was freed, to look at it\n1..1");
    return 0;
#endif
    by_another(argv[1], pack_write);
    by_another(argv[1], state_write);
    fflush(stdout);
    Report *report = mmap(NULL, sizeof(*report), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pid_t visitor = report == MAP_FAILED ? -1 : fork();
    if (visitor < 0) return 1;
    if (visitor == 0) {
        visit(argv[1], report);
        exit(0);
    }
    static Finds finds;
    look(visitor, &finds);
    say(sees_each_width() && report->found_it && finds.words[0][READ_TO - 1] > 0 && finds.words[0][TYPED] > 0,
        "while a page is read and a word is typed, they are found: this test can see");
    look(visitor, &finds);
    compare(&finds, "after Hide", 0);
    look(visitor, &finds);
    say(report->same_picture, "what is seen after Hide is what was seen before any visit");
    say(report->panel_opened && report->forgot, "left alone, also in the staff panel, it forgets");
    compare(&finds, "after the visitor walked away", 1);
    int status;
    say(waitpid(visitor, &status, 0) == visitor && status == 0, "the visitor's process ends well");
    printf("1..%d\n", tests);
    return failures > 0;
}
