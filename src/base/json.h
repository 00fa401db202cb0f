/* json.h - the little of JSON that we write. */
#ifndef HEARTH_JSON_H
#define HEARTH_JSON_H

#include <stdio.h>

/* Prints `text`, valid UTF-8, as a JSON string, quotes and all. */
void json_print_text(const char *text, FILE *out);

#endif
