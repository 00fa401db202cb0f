/* content.h - what the commands that handle packs share: exit statuses, what is printed, secrets from a terminal. */
#ifndef HEARTH_CONTENT_H
#define HEARTH_CONTENT_H

#include "store/content_check.h"

/* Today by this machine's clock; year 0 if it cannot be right. */
Date content_today(void);
/* Prints problems on stderr; warnings, too, if `all`. */
void content_print_problems(Diags *diags, bool all);
/* What a command ends with after such a verdict. */
int content_exit(Verdict verdict);
/* Prints what would change, or has changed. */
void content_print_diff(const PackDiff *diff);

/* Asks for a secret on the terminal without showing it, or reads one line where standard input is no terminal. False if
 * there was none, or it does not fit. */
MUST_USE bool secret_ask(const char *question, char *out, size_t size);

#endif
