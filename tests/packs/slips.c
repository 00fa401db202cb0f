/* slips.c - makes one-line slips in packs that are right, checks each, and holds the answer to its promises: it never
 * crashes or hangs, it says a cure, and it says it where the slip is.
 *
 * Usage: slips COUNT SEED FOLDER... Each FOLDER is a pack or a clinic's. Prints TAP, and how each kind of slip ended.
 * The same SEED makes the same slips. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/mem.h"
#include "base/str.h"
#include "pack/check/check.h"
#include "pack/site/site.h"

enum { FILES_MAX = 1000, FILE_BYTES_MAX = 256 * 1024, HANG_S = 20, TOLD_MAX = 20 };
/* A quote that is never closed, or a line that has lost its head, is only met further down. */
enum { ASTRAY_MOST_IN_1000 = 5 };

/* A file that slips are made in, and the smallest folder in which the checker looks at it. */
typedef struct Subject {
    const char *from;   /* the file, as it is shipped */
    const char *at;     /* its path in the folder made for the check */
    const char *lang;   /* of a page; NULL for files that hold a pack or a clinic together */
    const char *source; /* the folder that it comes from */
    bool is_site;
    Bytes text;
    Diags before; /* what is said of it as it is */
} Subject;

typedef enum Ending { SAID_HERE, SAID_ABOVE, SAID_OF_FILE, SAID_ASTRAY, SAME_TEXT, OTHER_TEXT, ENDINGS } Ending;
static const char *const ending_names[] = {"said here", "above", "of file", "astray", "no change", "allowed"};

typedef struct Slips {
    Arena arena;
    Subject subjects[FILES_MAX];
    size_t subject_count;
    const char *dir; /* the folder made for the check */
    uint32_t random;
    size_t without_cure, told;
} Slips;

/* What was being done when it ended badly: for the signal handler, which may use nothing else. */
static char doing[512];

static void died(int signal)
{
    static const char crash[] = "not ok 1 - no slip crashes the checker: ", hang[] = "not ok 1 - no slip hangs: ";
    const char *start = signal == SIGALRM ? hang : crash;
    if (write(STDOUT_FILENO, start, strlen(start)) < 0 || write(STDOUT_FILENO, doing, strlen(doing)) < 0) _exit(3);
    _exit(2);
}

/* xorshift32 (Marsaglia 2003). */
static size_t below(Slips *slips, size_t limit)
{
    uint32_t x = slips->random;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    slips->random = x;
    return limit > 0 ? x % limit : 0;
}

/* A line that is being spoilt, with room to grow. */
typedef struct Line {
    char text[16 * 1024];
    size_t length;
} Line;

static void line_insert(Line *line, size_t at, const char *text)
{
    size_t length = strlen(text);
    if (line->length + length >= sizeof(line->text)) return;
    memmove(line->text + at + length, line->text + at, line->length - at + 1);
    memcpy(line->text + at, text, length);
    line->length += length;
}

static void line_take(Line *line, size_t at, size_t length)
{
    memmove(line->text + at, line->text + at + length, line->length - at - length + 1);
    line->length -= length;
}

static size_t indent_of(const char *line) { return strspn(line, " "); }

/* A place between characters, somewhere after the indentation. */
static size_t any_place(Slips *slips, const Line *line)
{
    size_t indent = indent_of(line->text), at = indent + below(slips, line->length - indent + 1);
    while (at < line->length && ((unsigned char)line->text[at] & 0xC0) == 0x80) at++;
    return at;
}

static size_t character_length(const char *at)
{
    size_t length = 1;
    while (((unsigned char)at[length] & 0xC0) == 0x80) length++;
    return *at ? length : 0;
}

static void slip_letter_lost(Slips *slips, Line *line)
{
    size_t at = any_place(slips, line);
    line_take(line, at, character_length(line->text + at));
}

static void slip_letter_twice(Slips *slips, Line *line)
{
    size_t at = any_place(slips, line), length = character_length(line->text + at);
    char letter[8] = {0};
    memcpy(letter, line->text + at, length);
    line_insert(line, at, letter);
}

static void slip_letters_changed_round(Slips *slips, Line *line)
{
    size_t at = any_place(slips, line), first = character_length(line->text + at);
    size_t second = first > 0 ? character_length(line->text + at + first) : 0;
    char swapped[16] = {0};
    memcpy(swapped, line->text + at + first, second);
    memcpy(swapped + second, line->text + at, first);
    memcpy(line->text + at, swapped, first + second);
}

static void slip_cut(Slips *slips, Line *line)
{
    size_t at = any_place(slips, line);
    line_take(line, at, line->length - at);
}

static void slip_unquoted(Slips *slips, Line *line)
{
    (void)slips;
    char *quote = strpbrk(line->text, "\"'[]{}");
    if (quote) line_take(line, (size_t)(quote - line->text), 1);
}

static void slip_all_unquoted(Slips *slips, Line *line)
{
    (void)slips;
    for (char *quote; (quote = strchr(line->text, '"'));) line_take(line, (size_t)(quote - line->text), 1);
}

static void slip_indented(Slips *slips, Line *line)
{
    static const char *const more[] = {" ", "  ", "\t"};
    line_insert(line, 0, more[below(slips, ARRAY_LEN(more))]);
}

static void slip_outdented(Slips *slips, Line *line)
{
    size_t indent = indent_of(line->text);
    line_take(line, 0, indent > 0 ? 1 + below(slips, indent) : 0);
}

static void slip_sign(Slips *slips, Line *line)
{
    static const char *const signs[] = {",", ": ", " #",       "\"", "'", "“", "- ", "[",
                                        "}", ";",  "\xC2\xA0", "%",  "*", "&", "\\"};
    line_insert(line, any_place(slips, line), signs[below(slips, ARRAY_LEN(signs))]);
}

static void slip_kind(Slips *slips, Line *line)
{
    static const char *const values[] = {" 7",          " [a, b]", " {a: b}", "",      " yes",
                                         " 2026-02-30", " ~",      " \"\"",   " null", " 12:75"};
    char *colon = strstr(line->text, ":");
    size_t at = colon ? (size_t)(colon - line->text) + 1 : line->length;
    line_take(line, at, line->length - at);
    line_insert(line, at, values[below(slips, ARRAY_LEN(values))]);
}

static void slip_cell(Slips *slips, Line *line)
{
    static const char *const cells[] = {"7", "", "#N/A", "TRUE", "Oct-12", "a;b;c", "\"", "-", "1e9"};
    size_t from = any_place(slips, line);
    while (from > 0 && !strchr(",;", line->text[from - 1])) from--;
    line_take(line, from, strcspn(line->text + from, ",;"));
    line_insert(line, from, cells[below(slips, ARRAY_LEN(cells))]);
}

typedef enum Whole { WITHIN, DELETED, DOUBLED, SWAPPED } Whole;
typedef struct SlipKind {
    const char *name;
    void (*spoil)(Slips *slips, Line *line); /* a line; NULL: it is deleted, doubled or swapped as a whole */
    Whole whole;
} SlipKind;

static const SlipKind kinds[] = {
    {"line deleted", NULL, DELETED},
    {"line doubled", NULL, DOUBLED},
    {"lines swapped", NULL, SWAPPED},
    {"line cut", slip_cut, WITHIN},
    {"letter lost", slip_letter_lost, WITHIN},
    {"letter twice", slip_letter_twice, WITHIN},
    {"letters swapped", slip_letters_changed_round, WITHIN},
    {"one quote or bracket lost", slip_unquoted, WITHIN},
    {"no quotes", slip_all_unquoted, WITHIN},
    {"indented", slip_indented, WITHIN},
    {"less indented", slip_outdented, WITHIN},
    {"sign too many", slip_sign, WITHIN},
    {"other type", slip_kind, WITHIN},
    {"other cell", slip_cell, WITHIN},
};

static const char *line_start(const Bytes *text, size_t line)
{
    const char *at = text->data;
    for (size_t i = 1; i < line; i++) at = strchr(at, '\n') + 1;
    return at;
}

static size_t line_count(const Bytes *text)
{
    size_t count = 0;
    for (const char *at = text->data; *at; at++) count += *at == '\n';
    return count;
}

/* The text with the slip in its line `line`. */
static const char *slip_make(Slips *slips, Arena *arena, const Subject *subject, const SlipKind *kind, size_t line)
{
    const char *from = line_start(&subject->text, line), *end = strchr(from, '\n') + 1;
    const char *before = arena_copy_bytes(arena, subject->text.data, (size_t)(from - subject->text.data));
    const char *next = *end ? strchr(end, '\n') + 1 : end;
    const char *this_line = arena_copy_bytes(arena, from, (size_t)(end - from));
    if (kind->whole == DELETED) return arena_format(arena, "%s%s", before, end);
    if (kind->whole == DOUBLED) return arena_format(arena, "%s%s%s%s", before, this_line, this_line, end);
    if (kind->whole == SWAPPED)
        return arena_format(arena, "%s%s%s%s", before, arena_copy_bytes(arena, end, (size_t)(next - end)), this_line,
                            next);
    Line *spoilt = ARENA_NEW(arena, Line);
    spoilt->length = (size_t)(end - from) - 1;
    if (spoilt->length > sizeof(spoilt->text) / 2) spoilt->length = sizeof(spoilt->text) / 2;
    memcpy(spoilt->text, from, spoilt->length);
    kind->spoil(slips, spoilt);
    return arena_format(arena, "%s%s\n%s", before, spoilt->text, end);
}

static void file_write(const Slips *slips, const char *path, const char *text)
{
    Arena arena = {0};
    const char *full = fs_join(&arena, slips->dir, path), *slash = strrchr(path, '/');
    if (slash) (void)mkdir(fs_join(&arena, slips->dir, arena_copy_bytes(&arena, path, (size_t)(slash - path))), 0700);
    FILE *file = fopen(full, "we");
    CHECK(file != NULL);
    CHECK(fputs(text, file) >= 0 && fclose(file) == 0);
    arena_free(&arena);
}

static void file_copy(Slips *slips, const char *dir, const char *name)
{
    Arena arena = {0};
    Bytes bytes;
    if (fs_read(&arena, fs_join(&arena, dir, name), FILE_BYTES_MAX, &bytes) == FS_OK)
        file_write(slips, name, bytes.data);
    arena_free(&arena);
}

static void folder_empty(const Slips *slips)
{
    Arena arena = {0};
    CHECK(system(arena_format(&arena, "rm -rf '%s' && mkdir '%s'", slips->dir, slips->dir)) == 0);
    arena_free(&arena);
}

/* A pack of one page, with the crisis lines of the pack that the page is from. */
static void page_folder_make(Slips *slips, const Subject *subject)
{
    Arena arena = {0};
    Bytes pack;
    CHECK(fs_read(&arena, fs_join(&arena, subject->source, "pack.yaml"), FILE_BYTES_MAX, &pack) == FS_OK);
    const char *crisis = strstr(pack.data, "\ncrisis:");
    const char *id = strchr(subject->at, '/') + 1;
    file_write(slips, "pack.yaml",
               arena_format(&arena,
                            "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [%s]\nsections:\n  - id: start\n"
                            "    colour: growth\n    pages: [{id: %s}]%s",
                            subject->lang, arena_copy_bytes(&arena, id, strcspn(id, ".")), crisis ? crisis : "\n"));
    file_copy(slips, subject->source, arena_format(&arena, "%s/pack.yaml", subject->lang));
    arena_free(&arena);
}

/* All that holds a pack or a clinic together, without its pages. */
static void frame_folder_make(Slips *slips, const Subject *subject)
{
    Arena arena = {0};
    const char **names;
    size_t count;
    if (!fs_list(&arena, subject->source, &names, &count)) count = 0;
    for (size_t i = 0; i < count; i++) {
        if (str_ends(names[i], ".yaml") || str_ends(names[i], ".csv")) file_copy(slips, subject->source, names[i]);
        const char *words = arena_format(&arena, "%s/pack.yaml", names[i]);
        if (fs_is_file(fs_join(&arena, subject->source, words))) file_copy(slips, subject->source, words);
    }
    arena_free(&arena);
}

static void folder_make(Slips *slips, const Subject *subject)
{
    folder_empty(slips);
    if (subject->lang)
        page_folder_make(slips, subject);
    else
        frame_folder_make(slips, subject);
}

static void check(const Slips *slips, const Subject *subject, const char *text, Diags *diags)
{
    static const Library alone = {0};
    const CheckOptions options = {.today = {2026, 11, 24}};
    file_write(slips, subject->at, text);
    if (subject->is_site)
        site_close(site_check(slips->dir, &options, &alone, diags));
    else
        pack_close(pack_check(slips->dir, &options, diags));
}

static bool same_words(const Diag *a, const Diag *b)
{
    return strcmp(a->code, b->code) == 0 && strcmp(a->at.file, b->at.file) == 0 && strcmp(a->message, b->message) == 0;
}

static size_t count_of(const Diags *diags, const Diag *like)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++) count += same_words(&diags->items[i], like);
    return count;
}

/* SAID_ABOVE: where the text that the slip stands in begins, or a list or map around it: a key that is missing has no
 * line of its own. */
static Ending place_of(const char *text, size_t slip, size_t line)
{
    if (line == 0) return SAID_OF_FILE;
    if (line + 1 >= slip && line <= slip + 1) return SAID_HERE;
    const Bytes bytes = {text, strlen(text)};
    size_t count = line_count(&bytes), indent = SIZE_MAX, first = 0;
    for (size_t i = slip + 1 < count ? slip + 1 : count; i > 0; i--) {
        const char *at = line_start(&bytes, i);
        size_t own = indent_of(at);
        if (at[own] == '\n' || at[own] == '#' || own > indent) continue;
        if (own < indent && (first == line || i == line)) return SAID_ABOVE;
        indent = own;
        first = i;
    }
    return first == line ? SAID_ABOVE : SAID_ASTRAY;
}

/* As place_of(), of each line that the sentence names. */
static Ending place_said(const char *text, size_t slip, const char *sentence, Ending best)
{
    for (const char *at = sentence; (at = strstr(at, "line ")); at++) {
        Ending ending = place_of(text, slip, strtoul(at + strlen("line "), NULL, 10));
        if (ending != SAID_OF_FILE && ending < best) best = ending;
    }
    return best;
}

static bool is_same_tree(const YNode *a, const YNode *b)
{
    if (!a || !b) return a == b;
    if (a->kind != b->kind || a->count != b->count) return false;
    if ((a->key && strcmp(a->key, b->key) != 0) || (a->text && strcmp(a->text, b->text) != 0)) return false;
    for (const YNode *x = a->first, *y = b->first; x && y; x = x->next, y = y->next)
        if (!is_same_tree(x, y)) return false;
    return true;
}

static Ending silence_kind(Arena *arena, const Subject *subject, const char *text)
{
    Diags unheard = {0};
    const YNode *a = yaml_parse(arena, "a", subject->text.data, subject->text.count, &unheard);
    const YNode *b = yaml_parse(arena, "b", text, strlen(text), &unheard);
    diags_free(&unheard);
    bool is_same = str_ends(subject->at, ".csv") ? strcmp(text, subject->text.data) == 0 : is_same_tree(a, b);
    return is_same ? SAME_TEXT : OTHER_TEXT;
}

/* The best that was said; what was said before the slip, too, does not count. */
static Ending ending_find(Slips *slips, Arena *arena, const Subject *subject, const char *text, size_t line,
                          const Diags *diags)
{
    Ending best = ENDINGS;
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        if (count_of(diags, diag) <= count_of(&subject->before, diag)) continue;
        bool is_here = str_ends(diag->at.file, subject->at);
        Ending ending = is_here ? place_of(text, line, (size_t)diag->at.line) : SAID_OF_FILE;
        if (is_here) ending = place_said(text, line, diag->message, place_said(text, line, diag->hint, ending));
        if (ending < best) best = ending;
        if (diag->level == DIAG_ERROR && (!diag->hint[0] || !diag->message[0])) {
            printf("# no cure: %s: %s\n", diag->code, diag->message);
            slips->without_cure++;
        }
    }
    return best == ENDINGS ? silence_kind(arena, subject, text) : best;
}

static void astray_tell(Slips *slips, const Subject *subject, const SlipKind *kind, size_t line, const char *text,
                        const Diags *diags)
{
    if (slips->told++ >= TOLD_MAX) return;
    const Bytes bytes = {text, strlen(text)};
    const char *at = line <= line_count(&bytes) ? line_start(&bytes, line) : "";
    printf("# astray: %s in %s:%zu: %.*s\n", kind->name, subject->from, line, (int)strcspn(at, "\n"), at);
    for (size_t i = 0; i < diags->count; i++)
        if (count_of(diags, &diags->items[i]) > count_of(&subject->before, &diags->items[i]))
            printf("#   %d:%d: %s; %s\n", diags->items[i].at.line, diags->items[i].at.column, diags->items[i].message,
                   diags->items[i].hint);
}

static Ending slip_try(Slips *slips, const Subject *subject, const SlipKind *kind, size_t line)
{
    Arena arena = {0};
    Diags diags = {0};
    const char *text = slip_make(slips, &arena, subject, kind, line);
    snprintf(doing, sizeof(doing), "%s, line %zu of %s\n", kind->name, line, subject->from);
    alarm(HANG_S);
    check(slips, subject, text, &diags);
    alarm(0);
    Ending ending = ending_find(slips, &arena, subject, text, line, &diags);
    if (ending == SAID_ASTRAY) astray_tell(slips, subject, kind, line, text, &diags);
    diags_free(&diags);
    arena_free(&arena);
    return ending;
}

static void subject_add(Slips *slips, const char *source, const char *at, bool is_site)
{
    if (slips->subject_count == FILES_MAX) return;
    Subject *subject = &slips->subjects[slips->subject_count];
    const char *slash = strchr(at, '/');
    *subject = (Subject){.from = fs_join(&slips->arena, source, at), .at = at, .source = source, .is_site = is_site};
    if (fs_read(&slips->arena, subject->from, FILE_BYTES_MAX, &subject->text) != FS_OK) return;
    if (slash && !str_ends(at, "/pack.yaml")) subject->lang = arena_copy_bytes(&slips->arena, at, (size_t)(slash - at));
    slips->subject_count++;
}

static void folder_add(Slips *slips, const char *source, const char *below_it, bool is_site)
{
    const char **names;
    size_t count;
    if (!fs_list(&slips->arena, fs_join(&slips->arena, source, below_it), &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        const char *at = below_it[0] ? fs_join(&slips->arena, below_it, names[i]) : names[i];
        if (str_ends(at, ".yaml") || str_ends(at, ".csv"))
            subject_add(slips, source, at, is_site);
        else if (!below_it[0] && fs_is_dir(fs_join(&slips->arena, source, at)))
            folder_add(slips, source, at, is_site);
    }
}

/* Makes `count` slips, as many in each file as another, and counts how each kind ended. */
static void slips_run(Slips *slips, size_t count, size_t endings[ARRAY_LEN(kinds)][ENDINGS])
{
    for (size_t s = 0; s < slips->subject_count; s++) {
        Subject *subject = &slips->subjects[s];
        size_t share = count * (s + 1) / slips->subject_count - count * s / slips->subject_count;
        folder_make(slips, subject);
        check(slips, subject, subject->text.data, &subject->before);
        for (size_t i = 0; i < share; i++) {
            size_t kind = below(slips, ARRAY_LEN(kinds)), line = 1 + below(slips, line_count(&subject->text));
            endings[kind][slip_try(slips, subject, &kinds[kind], line)]++;
        }
        diags_free(&subject->before);
    }
}

static size_t table_print(size_t endings[ARRAY_LEN(kinds)][ENDINGS])
{
    size_t astray = 0;
    printf("# %-26s", "");
    for (int e = 0; e < ENDINGS; e++) printf(" %10s", ending_names[e]);
    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        printf("\n# %-26s", kinds[k].name);
        for (int e = 0; e < ENDINGS; e++) printf(" %10zu", endings[k][e]);
        astray += endings[k][SAID_ASTRAY];
    }
    printf("\n");
    return astray;
}

static void result(int number, bool is_good, const char *what)
{
    printf("%sok %d - %s\n", is_good ? "" : "not ", number, what);
}

int main(int argc, char **argv)
{
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM};
    static size_t endings[ARRAY_LEN(kinds)][ENDINGS];
    char dir[] = "/tmp/hearth-slips-XXXXXX";
    if (argc < 4 || !mkdtemp(dir)) {
        printf("not ok 1 - usage: slips COUNT SEED FOLDER...\n");
        return 2;
    }
    for (size_t i = 0; i < ARRAY_LEN(deadly); i++) (void)signal(deadly[i], died);
    Slips *slips = mem_alloc(sizeof(*slips));
    size_t count = strtoul(argv[1], NULL, 10);
    slips->dir = fs_join(&slips->arena, dir, "pack");
    slips->random = (uint32_t)strtoul(argv[2], NULL, 10) * 2654435761u + 1;
    for (int i = 3; i < argc; i++) folder_add(slips, argv[i], "", site_is_dir(argv[i]));
    slips_run(slips, count, endings);
    size_t astray = table_print(endings);
    result(1, slips->subject_count > 0,
           arena_format(&slips->arena, "%zu slips in %zu files crash and hang nothing", count, slips->subject_count));
    result(2, slips->without_cure == 0, "each problem comes with its cure");
    bool is_near = astray * 1000 <= count * ASTRAY_MOST_IN_1000;
    result(3, is_near, arena_format(&slips->arena, "and is said where the slip is, but for %zu", astray));
    CHECK(system(arena_format(&slips->arena, "rm -rf '%s'", dir)) == 0);
    bool is_good = slips->subject_count > 0 && slips->without_cure == 0 && is_near;
    arena_free(&slips->arena);
    free(slips);
    return is_good ? 0 : 1;
}
