/* diag.h - collects the problems found in files that authors wrote, instead of stopping at the first.
 *
 * Every problem names its place in the author's file, what is wrong, and what to write instead, in
 * words for an author who is no programmer. */
#ifndef HEARTH_DIAG_H
#define HEARTH_DIAG_H

#include <stdio.h>

#include "base/arena.h"

/* A place in a file. line 0 means the whole file; file "" means no file. Columns count characters. */
typedef struct Mark {
    const char *file;
    int line, column; /* from 1 */
} Mark;

typedef enum DiagLevel { DIAG_ERROR, DIAG_WARNING, DIAG_NOTE } DiagLevel;

typedef struct Diag {
    DiagLevel level;
    const char *code; /* stable, kebab-case: "unknown-key" */
    Mark at;
    const char *message;
    const char *hint; /* what to do; "" if there is nothing to add */
} Diag;

enum { DIAGS_MAX = 2000 }; /* further problems are counted, not kept */

/* Zero-initialised is empty and ready. Owns its text: diags_free(). */
typedef struct Diags {
    Arena arena;
    Diag *items;
    size_t count, capacity;
    size_t errors, warnings; /* all, also those past DIAGS_MAX */
} Diags;

/* Records a problem. `code` must be a string literal; the rest is copied. Returns false, always, so
 * that a check can end in `return diag_error(...)`. */
bool diag_error(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...) PRINTF_LIKE(5, 6);
/* As diag_error(), for what may stay as it is: it does not stop an installation. */
bool diag_warn(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...) PRINTF_LIKE(5, 6);
/* Something worth knowing that is no fault: it does not change an exit status. */
void diag_note(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...) PRINTF_LIKE(5, 6);

void diags_sort(Diags *diags); /* by file, line, column; keeps the order of equals */
/* "file:line:column: code: what is wrong; hint", one a line, in the present order. */
void diags_print(const Diags *diags, FILE *out);
/* Prints them in the present order as a JSON list of objects. */
void diags_print_json(const Diags *diags, FILE *out);
/* Frees all, and makes *diags empty again. */
void diags_free(Diags *diags);

#endif
