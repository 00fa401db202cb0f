#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"

PRINTF_LIKE(6, 0)
static void diag_add(Diags *diags, DiagLevel level, Mark at, const char *code, const char *hint, const char *format,
                     va_list arguments)
{
    if (level == DIAG_ERROR) diags->errors++;
    if (level == DIAG_WARNING) diags->warnings++;
    if (diags->count >= DIAGS_MAX) return;
    diags->items = mem_grow(diags->items, diags->count, &diags->capacity, sizeof(*diags->items));
    char message[1024];
    vsnprintf(message, sizeof(message), format, arguments);
    diags->items[diags->count++] = (Diag){
        .level = level,
        .code = code,
        .at = {arena_copy(&diags->arena, at.file ? at.file : ""), at.line, at.column},
        .message = arena_copy(&diags->arena, message),
        .hint = arena_copy(&diags->arena, hint ? hint : ""),
    };
}

bool diag_error(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add(diags, DIAG_ERROR, at, code, hint, format, arguments);
    va_end(arguments);
    return false;
}

bool diag_warn(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add(diags, DIAG_WARNING, at, code, hint, format, arguments);
    va_end(arguments);
    return false;
}

void diag_note(Diags *diags, Mark at, const char *code, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add(diags, DIAG_NOTE, at, code, hint, format, arguments);
    va_end(arguments);
}

static int diag_compare(const Diag *a, const Diag *b)
{
    int order = strcmp(a->at.file, b->at.file);
    if (order != 0) return order;
    if (a->at.line != b->at.line) return a->at.line < b->at.line ? -1 : 1;
    if (a->at.column != b->at.column) return a->at.column < b->at.column ? -1 : 1;
    return 0;
}

/* Insertion sort: stable, and lists are short and nearly in order already. */
void diags_sort(Diags *diags)
{
    for (size_t i = 1; i < diags->count; i++) {
        Diag moving = diags->items[i];
        size_t place = i;
        while (place > 0 && diag_compare(&diags->items[place - 1], &moving) > 0) {
            diags->items[place] = diags->items[place - 1];
            place--;
        }
        diags->items[place] = moving;
    }
}

void diags_print(const Diags *diags, FILE *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        if (diag->at.file[0]) fprintf(out, "%s:", diag->at.file);
        if (diag->at.line > 0) fprintf(out, "%d:%d:", diag->at.line, diag->at.column);
        if (diag->at.file[0]) fputc(' ', out);
        fprintf(out, "%s: %s", diag->code, diag->message);
        if (diag->hint[0]) fprintf(out, "; %s", diag->hint);
        fputc('\n', out);
    }
    size_t kept_back = diags->errors + diags->warnings > DIAGS_MAX && diags->count == DIAGS_MAX
                           ? diags->errors + diags->warnings - DIAGS_MAX
                           : 0;
    if (kept_back > 0) fprintf(out, "... and %zu more\n", kept_back);
}

void diags_print_json(const Diags *diags, FILE *out)
{
    static const char *const levels[] = {"error", "warning", "note"};
    fputs("[", out);
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        fprintf(out, "%s\n  {\"level\": \"%s\", \"code\": \"%s\", \"file\": ", i > 0 ? "," : "", levels[diag->level],
                diag->code);
        json_print_text(diag->at.file, out);
        fprintf(out, ", \"line\": %d, \"column\": %d, \"message\": ", diag->at.line, diag->at.column);
        json_print_text(diag->message, out);
        fputs(", \"hint\": ", out);
        json_print_text(diag->hint, out);
        fputc('}', out);
    }
    fputs(diags->count > 0 ? "\n]\n" : "]\n", out);
}

void diags_free(Diags *diags)
{
    free(diags->items);
    arena_free(&diags->arena);
    *diags = (Diags){0};
}
