#include "yaml/source.h"

#include <string.h>
#include <strings.h>

#include "yaml/ynode.h"

/* More lines than these say nothing new. */
enum { FAULT_LINES_MAX = 10 };

typedef struct Fault {
    const char *code;
    const char *message;
    bool says_number;     /* of the character, for somebody who wants to look it up */
    const char *of_lines; /* "3 more lines ..." */
    const char *hint;
} Fault;

static const Fault faults[FAULT_KINDS] = {
    [FAULT_ENCODING] =
        {"not-utf8", "this file is not saved as UTF-8, and here it should read", false, NULL,
         "save it again as UTF-8 (Notepad: Save As, Encoding: UTF-8), then look that all words are right"},
    [FAULT_HALF] = {"broken-character", "there is half a character here", false, "have half a character",
                    "type it again"},
    [FAULT_TAB] = {"tab", "there is a tab character here, and only spaces may be used", false, "have a tab character",
                   "delete it and press the space bar instead, two spaces for each step to the right"},
    [FAULT_SPACE] = {"odd-space", "this line starts with a character that only looks like a space", true,
                     "start with a character that only looks like a space",
                     "delete the gap before the first letter and press the space bar instead"},
    [FAULT_CONTROL] = {"control-character", "there is an invisible control character here", true,
                       "have an invisible control character", "delete it, or the word around it, and type that again"},
    [FAULT_DIRECTION] = {"direction-character",
                         "there is an invisible character here that turns the direction of the text", true,
                         "have an invisible character that turns the direction of the text",
                         "delete it, or the word around it, and type that again"},
    [FAULT_INVISIBLE] = {"invisible-character", "there is an invisible character here", true,
                         "have an invisible character", "delete it, or the word around it, and type that again"},
    [FAULT_LOST] = {"lost-letter", "a letter was lost here when the file was saved or copied", false,
                    "have lost a letter", "type the letter again in place of \"\xEF\xBF\xBD\""},
};

FaultKind fault_of(uint32_t c)
{
    if (c == '\t') return FAULT_TAB;
    if (c < 0x20 && c != '\n') return FAULT_CONTROL;
    if (c >= 0x7F && c < 0xA0) return FAULT_CONTROL;
    if (c == 0x2028 || c == 0x2029 || (c & 0xFFFE) == 0xFFFE) return FAULT_CONTROL;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return FAULT_DIRECTION;
    if (c == 0xFEFF) return FAULT_INVISIBLE;
    if (c == 0xFFFD) return FAULT_LOST;
    return FAULT_NONE;
}

/* Not U+3000: Chinese paragraphs rightly start with it. */
bool is_odd_space(uint32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F; }

bool source_knows_fault(const Source *source, FaultKind kind, int line)
{
    return source->faults[kind].last_line == line;
}

void source_fault(Source *source, FaultKind kind, uint32_t character, const char *word, Mark at, Diags *diags)
{
    const Fault *fault = &faults[kind];
    FaultCount *count = &source->faults[kind];
    count->last_line = at.line;
    count->lines++;
    if (count->lines == FAULT_LINES_MAX + 1) count->first_unsaid = at;
    if (kind == FAULT_ENCODING) { /* one cure for the whole file, so it is said once */
        if (count->lines == 1) diag_error(diags, at, fault->code, fault->hint, "%s \"%s\"", fault->message, word);
    } else if (count->lines <= FAULT_LINES_MAX && fault->says_number) {
        diag_error(diags, at, fault->code, fault->hint, "%s (U+%04X)", fault->message, (unsigned)character);
    } else if (count->lines <= FAULT_LINES_MAX) {
        diag_error(diags, at, fault->code, fault->hint, "%s", fault->message);
    }
}

void source_close(Source *source, Diags *diags)
{
    for (int kind = FAULT_NONE + 1; kind < FAULT_KINDS; kind++) {
        const FaultCount *count = &source->faults[kind];
        if (count->lines <= FAULT_LINES_MAX || !faults[kind].of_lines) continue;
        diag_error(diags, count->first_unsaid, faults[kind].code, faults[kind].hint,
                   "more lines from here on that %s: %d", faults[kind].of_lines, count->lines - FAULT_LINES_MAX);
    }
}

bool source_is_plain(const char *name, const char *bytes, size_t count, Diags *diags)
{
    static const struct {
        const char *start, *message, *hint;
    } others[] = {
        {"{\\rtf", "this is rich text, not plain text",
         "open it in TextEdit, choose Format, Make Plain Text, and save it under its old name; in WordPad choose Text "
         "Document"},
        {"PK\x03\x04", "this is a document of Word, Pages or LibreOffice, or an archive, not plain text",
         "copy its words into a plain text file (Notepad, TextEdit), and save that under this name"},
        {"<!DOCTYPE", "this is a web page, not plain text", "copy its words into a plain text file"},
        {"<html", "this is a web page, not plain text", "copy its words into a plain text file"},
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        size_t length = strlen(others[i].start);
        if (count >= length && strncasecmp(bytes, others[i].start, length) == 0)
            return diag_error(diags, (Mark){name, 1, 1}, "not-plain-text", others[i].hint, "%s", others[i].message);
    }
    return true;
}
