/* report.h - what the kiosk made of a stick, as a text file that any computer shows properly. */
#ifndef HEARTH_REPORT_H
#define HEARTH_REPORT_H

#include "store/stick/stick.h"

#define REPORT_NAME "HEARTH-REPORT.txt"
enum { REPORT_PROBLEMS_MAX = 200, REPORT_FIRST_PROBLEMS = 3 };

/* The whole report, with Windows line ends and a byte order mark, so that Notepad shows it. `when` may be zero. */
MUST_USE Bytes report_text(Arena *arena, const StickReport *report, Date when);
/* Writes it to the top of the stick, in the place of an older one. False with errno: the stick may be locked. */
MUST_USE bool report_write(const char *root, Bytes text);

/* The first errors, or NULL past the last one or past REPORT_FIRST_PROBLEMS. */
const Diag *report_first_problem(const FoundPack *pack, size_t i);

#endif
