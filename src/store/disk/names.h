/* names.h - which files may be in a pack, by name alone.
 *
 * A name may have letters, digits, '.', '-' and '_', needs a known ending, and must not be one that Windows opens as a
 * device (con, nul, com1): then it means the same file on every system that a stick passes through. */
#ifndef HEARTH_NAMES_H
#define HEARTH_NAMES_H

#include "base/fs.h"
#include "base/diag.h"

typedef enum FileKind {
    FILE_NONE,
    FILE_YAML,
    FILE_PICTURE,
    FILE_AUDIO,
    FILE_TEXT, /* tables, notes, licences */
    FILE_MANIFEST,
    FILE_SIGNATURE,
} FileKind;

enum { NAME_BYTES_MAX = 64 };

/* True for files that systems and editors leave behind, and for our own report: they are neither read nor copied. */
bool name_is_litter(const char *name);
/* The kind of a file at the top of a pack or in a folder of it, and the most bytes it may have. FILE_NONE, with a
 * problem reported at `at`, if it may not be in a pack. */
FileKind name_file_kind(const char *name, bool at_top, uint64_t *bytes_max, Mark at, Diags *diags);
/* False, with a problem reported, if no folder of a pack may be called that. */
bool name_is_folder(const char *name, Mark at, Diags *diags);
/* The name, or as much of it as can be printed on one line. In `arena`. */
MUST_USE char *name_shown(Arena *arena, const char *name);
bool name_is_archive(const char *name); /* .zip and its kin */

#endif
