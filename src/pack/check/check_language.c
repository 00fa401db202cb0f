/* check_language.c - marks, quotation marks, spaces and letters. */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "pack/check/check.h"
#include "yaml/excerpt.h"

static bool file_is_french(const CheckFile *file)
{
    return strncmp(file->lang, "fr", 2) == 0 && (file->lang[2] == '\0' || file->lang[2] == '-');
}

/* Reports each place in a text where `next` finds something; `next` gives the byte, or SIZE_MAX at the end. */
typedef size_t NextFn(const char *text, size_t from);

typedef struct Typo {
    const char *code, *hint, *message; /* message: what it is, before the words around it */
    NextFn *next;
} Typo;

/* A few words up to and past the byte, to know it by. */
static const char *around(Arena *arena, const char *text, size_t at)
{
    size_t start = at, words = 0;
    while (start > 0 && words < 2 && text[start - 1] != '\n') words += text[--start] == ' ' ? 1 : 0;
    while (text[start] == ' ' || utf8_is_inside(text[start])) start++;
    return excerpt(arena, text + start, strlen(text + start), 30);
}

static void typo_check(Check *check, const CheckFile *file, const CheckText *text, const Typo *typo)
{
    for (size_t at = typo->next(text->text, 0); at != SIZE_MAX; at = typo->next(text->text, at + 1))
        diag_warn(check->diags, check_find(file, text, text->text + at, strlen(text->text + at)), typo->code,
                  typo->hint, "%s in \"%s\"", typo->message, around(&check->file_arena, text->text, at));
}

static size_t next_of(const char *text, size_t from, const char *set)
{
    size_t at = from + strcspn(text + from, set);
    return text[at] ? at : SIZE_MAX;
}

static size_t exclamation_next(const char *text, size_t from) { return next_of(text, from, "!"); }
static size_t straight_next(const char *text, size_t from) { return next_of(text, from, "\"'"); }

/* A plain space, or none where there must be one that does not break, at a guillemet or before a colon. */
static size_t french_space_next(const char *text, size_t from)
{
    for (size_t at = from; text[at]; at++) {
        if (text[at] != ' ') continue;
        const char *after = text + at + 1;
        if (strchr(":;?!", *after) && *after && !strchr("/)(-", after[1] ? after[1] : ' ')) return at;
        if (str_starts(after, "»")) return at;
        if (at >= 2 && str_starts(text + at - 2, "«")) return at;
    }
    return SIZE_MAX;
}

void rule_exclamation(Check *check, const CheckFile *file)
{
    static const Typo typo = {"exclamation", "end the sentence with a full stop", "an exclamation mark",
                              exclamation_next};
    for (size_t i = 0; i < file->text_count; i++) typo_check(check, file, &file->texts[i], &typo);
}

void rule_straight_quote(Check *check, const CheckFile *file)
{
    static const Typo typo = {"straight-quote", "write « and », or ’ for an apostrophe", "a straight quotation mark",
                              straight_next};
    if (!file_is_french(file)) return;
    for (size_t i = 0; i < file->text_count; i++)
        if (file->texts[i].use != TEXT_CODE) typo_check(check, file, &file->texts[i], &typo);
}

void rule_french_space(Check *check, const CheckFile *file)
{
    static const Typo typo = {"french-space", "use a no-break space there, so that the line does not end before it",
                              "a space that may break", french_space_next};
    if (!file_is_french(file)) return;
    for (size_t i = 0; i < file->text_count; i++)
        if (file->texts[i].use != TEXT_CODE) typo_check(check, file, &file->texts[i], &typo);
}

void rule_no_face(Check *check, const CheckFile *file)
{
    if (!check->options->text) return;
    for (size_t i = 0; i < file->text_count; i++) {
        const CheckText *text = &file->texts[i];
        size_t at = 0;
        uint32_t missing = text_first_uncovered(check->options->text, file->lang, text->text, &at);
        if (missing == 0) continue;
        char shown[5] = {0};
        utf8_encode(missing, shown);
        diag_error(check->diags, check_find(file, text, text->text + at, strlen(text->text + at)), "no-face",
                   "write it another way", "no font on this screen has \"%s\" (U+%04X)", shown, (unsigned)missing);
    }
}
