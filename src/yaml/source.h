/* source.h - the bytes of a YAML file as clean UTF-8 whose every character has a line and a column.
 *
 * Everything that can be wrong with single characters is found here, before libyaml looks: bytes that are not
 * UTF-8, tabs, control and direction characters. Each is reported at its place and replaced by one character
 * that libyaml accepts, so that it can go on and find what else is wrong. */
#ifndef HEARTH_SOURCE_H
#define HEARTH_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"

typedef enum FaultKind {
    FAULT_NONE,
    FAULT_ENCODING, /* a byte that is not UTF-8 */
    FAULT_HALF,     /* half a pair of UTF-16 */
    FAULT_TAB,
    FAULT_SPACE, /* indentation by a character that only looks like a space */
    FAULT_CONTROL,
    FAULT_DIRECTION, /* turns the direction of the text after it */
    FAULT_INVISIBLE, /* a byte order mark inside the text */
    FAULT_LOST,      /* U+FFFD: what a bad conversion leaves of a letter */
    FAULT_KINDS
} FaultKind;

/* How often a kind was found. Past a handful of lines, one sentence stands for the rest. */
typedef struct FaultCount {
    int lines, last_line;
    Mark first_unsaid;
} FaultCount;

typedef struct SourceLine {
    uint32_t byte, index; /* where it starts, in bytes and in characters */
} SourceLine;

typedef struct Source {
    const char *name;
    const char *text; /* valid UTF-8, NUL-terminated, no byte order mark */
    size_t count;
    SourceLine *lines;
    size_t line_count;
    /* The first line that starts with a tab or an odd space, or 0. From there on, how far a line is indented
     * is a guess, and so is what libyaml says. */
    int guess_line;
    FaultCount faults[FAULT_KINDS];
    SourceLine cursor; /* how far source_check_escapes() has come; only moves on */
    Arena *arena;
} Source;

/* Reads at most YAML_FILE_BYTES_MAX bytes. `name` and `arena` outlive the source. */
void source_open(Source *source, Arena *arena, const char *name, const char *bytes, size_t count, Diags *diags);
/* The place of the character at `index`; past the end, of the end. */
Mark source_mark(const Source *source, size_t index);
/* The byte at which that character starts. */
const char *source_at(const Source *source, size_t index);
/* Line `line` (from 1) without its end. */
const char *source_line(const Source *source, int line, size_t *length);

/* faults.c: what can be wrong with a single character. */

/* What is wrong with `character` wherever it stands. */
FaultKind fault_of(uint32_t character);
/* A space that cannot indent: no-break, thin, figure ... */
bool is_odd_space(uint32_t character);
/* True if a fault of this kind was counted on that line already, so that it need not be reported again. */
bool source_knows_fault(const Source *source, FaultKind kind, int line);
/* Reports a fault that is not known yet. `word` is for FAULT_ENCODING: the word that it stands in. */
void source_fault(Source *source, FaultKind kind, uint32_t character, const char *word, Mark at, Diags *diags);
/* Returns false, and reports the cure, for what word processors and browsers save: rich text, documents, web pages. */
MUST_USE bool source_is_plain(const char *name, const char *bytes, size_t count, Diags *diags);
/* Says what source_fault() kept back. */
void source_close(Source *source, Diags *diags);

/* escapes.c: reports faults that were written as escapes, as in "\u0007", at their own line and column. The text
 * from `start` to `end` is double-quoted, libyaml made `value` of it, and later calls come from further on. */
void source_check_escapes(Source *source, const char *value, size_t length, size_t start, size_t end, Diags *diags);

#endif
