/* atoms.c - numbers, addresses and Latin words: found once, for two uses.
 *
 * A number (9-8-8, 1-800-668-8258, (416) 555-0176) is never split across lines and is always read left to right.
 * By the rules of Unicode alone, digits joined by hyphens after an Arabic letter are shown in reverse: 8-8-9. So
 * wherever right-to-left letters are near, each number is isolated; in a right-to-left paragraph, runs of Latin
 * words, links and addresses are too, so that their dots, slashes and brackets stay with them. */
#include <unicode/uchar.h>

#include "text/number.h"
#include "text/paragraph.h"

enum {
    HYPHEN = 0x2010,
    NO_BREAK_HYPHEN = 0x2011,
    LETTERLESS_MAX = 64, /* characters without a letter after which something is no word or link any more */
    DEPTH_MAX = 4        /* brackets within brackets that a phrase may have */
};

typedef struct Atom {
    UnitRange range;
    bool has_latin; /* letters; else it is a number */
} Atom;

static bool is_digit(UChar32 c) { return c >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER; }
static bool digit_at(const Paragraph *p, int32_t at) { return is_digit(paragraph_char(p, at)); }

static bool is_latin(UChar32 c)
{
    if (c < 0 || !u_isalpha(c)) return false;
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(c, &error) == USCRIPT_LATIN;
}

static uint32_t unit_at(const void *text, size_t at, size_t *length)
{
    const Paragraph *p = text;
    UChar32 c = paragraph_char(p, (int32_t)at);
    *length = c < 0 ? 0 : (size_t)(paragraph_next(p, (int32_t)at) - (int32_t)at);
    return (uint32_t)c;
}

/* True if group `i` is joined to the one before it without a space: "9-8-8", "12:30", "2026-11-24". */
static bool is_tied(const WrittenNumber *number, size_t i)
{
    const NumberGroup *group = &number->groups[i];
    bool is_single = group->before[1] == SIGN_NONE;
    return is_single && group->before[0] != SIGN_SPACE && group->before[0] != SIGN_OPEN &&
           group->before[0] != SIGN_CLOSE;
}

/* Returns the first group from `i` on that is not tied to the one before it. Notes any tie but a dot. */
static size_t tied_end(const WrittenNumber *number, size_t i, bool *has_hyphens)
{
    while (i < number->count && is_tied(number, i)) *has_hyphens |= number->groups[i++].before[0] != SIGN_DOT;
    return i;
}

/* True if group `i` stands after a space, alone or as an area code with another group behind it. */
static bool is_spaced(const WrittenNumber *number, size_t i)
{
    const NumberGroup *group = &number->groups[i];
    if (group->before[0] != SIGN_SPACE) return false;
    return group->before[1] == SIGN_NONE || number_is_area_code(number, i);
}

/* The number that starts at `at`; an empty range if none does. */
static UnitRange find_number(const Paragraph *p, int32_t at)
{
    const NumberText text = {p, unit_at};
    WrittenNumber number;
    const UnitRange none = {at, at};
    if (!number_read(&text, (size_t)at, &number)) return none;
    bool has_hyphens = false, opens = number.groups[0].before[0] == SIGN_OPEN;
    if (opens && !number_is_area_code(&number, 0)) return none;
    size_t tied = tied_end(&number, opens ? 2 : 1, &has_hyphens), whole = tied;
    /* Further groups after a space, while there was no hyphen yet: "9-8-8 1-800..." is two numbers. */
    while (!has_hyphens && whole < number.count && number_digit_count(&number, whole) < PHONE_DIGITS_MAX &&
           is_spaced(&number, whole)) {
        size_t first = whole + (number_is_area_code(&number, whole) ? 1 : 0);
        size_t next = tied_end(&number, first + 1, &has_hyphens);
        if (number_digit_count(&number, next) - number_digit_count(&number, first) < 2) break;
        whole = next;
    }
    size_t count = number_digit_count(&number, whole) >= PHONE_DIGITS_MIN ? whole : tied;
    return (UnitRange){at, (int32_t)number_end(&number, count)};
}

/* What may stand inside a Latin word, link or address when more of it follows. */
static bool joins_latin(UChar32 c)
{
    switch (c) {
    case '-':
    case '\'':
    case 0x2019:
    case '.':
    case '_':
    case '@':
    case ':':
    case '/':
    case '?':
    case '=':
    case '&':
    case '%':
    case '#':
    case '+':
    case '~':
    case ',':
    case HYPHEN:
    case NO_BREAK_HYPHEN: return true;
    default: return false;
    }
}

static bool is_latin_mark(UChar32 c) { return c >= 0x300 && c <= 0x36F; }

static bool is_word_start(const Paragraph *p, int32_t at)
{
    UChar32 c = paragraph_char(p, at);
    return is_latin(c) || is_digit(c);
}

/* The word, link or address from `at`; an empty range if there is no Latin letter in it. */
static UnitRange find_latin(const Paragraph *p, int32_t at)
{
    int32_t end = at;
    bool letters = false;
    for (int32_t i = at; i < p->length; i = paragraph_next(p, i)) {
        UChar32 c = paragraph_char(p, i);
        if (!letters && i - at > LETTERLESS_MAX) break;
        if (is_latin(c) || is_latin_mark(c) || is_digit(c)) {
            letters = letters || is_latin(c);
            end = paragraph_next(p, i);
        } else if (c == '/' && letters) {
            end = i + 1;
        } else if (!joins_latin(c)) {
            break;
        }
    }
    return (UnitRange){at, letters ? end : at};
}

static bool find_atom(const Paragraph *p, int32_t from, Atom *atom)
{
    for (int32_t at = from; at < p->length; at = paragraph_next(p, at)) {
        UnitRange latin = is_word_start(p, at) ? find_latin(p, at) : (UnitRange){at, at};
        UnitRange number = find_number(p, at);
        bool has_latin = latin.end >= number.end;
        *atom = (Atom){has_latin ? latin : number, has_latin};
        if (atom->range.end > at) return true;
    }
    return false;
}

static bool is_right_to_left(UChar32 c)
{
    UCharDirection direction = u_charDirection(c);
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_ARABIC_NUMBER;
}

bool paragraph_has_rtl(const Paragraph *p)
{
    for (int32_t i = 0; i < p->length; i = paragraph_next(p, i))
        if (is_right_to_left(paragraph_char(p, i))) return true;
    return false;
}

/* A character between two atoms that may be inside one isolate with them. A sentence's end may not, nor a mark that
 * belongs to another script (an Arabic comma). */
static bool may_join(UChar32 c)
{
    if (c == '\n' || c == '!' || c == '?' || c == ';' || u_isalnum(c) || is_right_to_left(c)) return false;
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode own = uscript_getScript(c, &error);
    return own <= USCRIPT_INHERITED && !uscript_hasScript(c, USCRIPT_ARABIC);
}

static int bracket_step(UChar32 c)
{
    switch (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN: return 1;
    case U_BPT_CLOSE: return -1;
    default: return 0;
    }
}

/* True if everything in [start, end) may be joined and no bracket closes that was not opened; follows *depth. */
static bool gap_joins(const Paragraph *p, int32_t start, int32_t end, int *depth)
{
    for (int32_t i = start; i < end; i = paragraph_next(p, i)) {
        UChar32 c = paragraph_char(p, i);
        if (!may_join(c)) return false;
        *depth += bracket_step(c);
        if (*depth < 0 || *depth > DEPTH_MAX) return false;
    }
    return true;
}

/* The atoms from `first` on that read as one phrase: "Cognitive Behavioural Therapy (CBT)". Ends where its brackets
 * are balanced. Two numbers never join: a list of them keeps the order of the paragraph. */
static UnitRange join_atoms(const Paragraph *p, Atom first)
{
    UnitRange whole = first.range;
    Atom last = first, next;
    int depth = 0;
    int32_t end = first.range.end;
    while (find_atom(p, end, &next)) {
        if (!(last.has_latin || next.has_latin) || !gap_joins(p, end, next.range.start, &depth)) break;
        end = next.range.end;
        for (; depth > 0 && bracket_step(paragraph_char(p, end)) < 0; end = paragraph_next(p, end)) depth--;
        if (depth == 0) whole.end = end;
        last = next;
    }
    return whole;
}

/* Arabic-Indic digits (not the Extended ones of Persian and Urdu) count as Arabic numbers: an isolate does not keep
 * groups of them in order, an override does. */
static bool has_arabic_number(const Paragraph *p, UnitRange range)
{
    for (int32_t i = range.start; i < range.end; i++)
        if (u_charDirection(p->text[i]) == U_ARABIC_NUMBER) return true;
    return false;
}

static void add_isolate(Paragraph *p, UnitRange range)
{
    p->isolates[p->isolate_count++] = (Isolate){range, has_arabic_number(p, range)};
}

static bool has_only_latin_digits(const Paragraph *p, UnitRange range)
{
    for (int32_t i = range.start; i < range.end; i = paragraph_next(p, i))
        if (digit_at(p, i) && p->text[i] > '9') return false;
    return true;
}

static void mark_number(Paragraph *p, UnitRange range)
{
    bool latin = has_only_latin_digits(p, range);
    for (int32_t i = range.start; i < range.end; i++) {
        p->units[i].in_number = true;
        p->units[i].in_latin_digits = latin;
    }
}

static void find_numbers(Paragraph *p, bool isolate)
{
    for (int32_t at = 0; at < p->length;) {
        UnitRange range = find_number(p, at);
        at = range.end > at ? range.end : paragraph_next(p, at);
        if (range.end == range.start) continue;
        mark_number(p, range);
        if (isolate) add_isolate(p, range);
    }
}

static void isolate_phrases(Paragraph *p)
{
    Atom atom;
    for (int32_t at = 0; find_atom(p, at, &atom);) {
        UnitRange range = join_atoms(p, atom);
        add_isolate(p, range);
        at = range.end;
    }
}

void atoms_find(Paragraph *p)
{
    bool isolate_numbers = !p->lang->rtl && paragraph_has_rtl(p);
    if (p->lang->rtl || isolate_numbers) p->isolates = ARENA_ARRAY(p->arena, Isolate, (size_t)p->length);
    find_numbers(p, isolate_numbers);
    if (p->lang->rtl) isolate_phrases(p);
}
