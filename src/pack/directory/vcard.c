/* vcard.c - a person's contact for a phone: vCard 3.0 (RFC 2426), small enough for a code that is easy to scan. */
#include <string.h>

#include "pack/site/site.h"

/* Backslash, comma, semicolon and line ends have a meaning of their own there. */
static char *escaped(Arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1), *at = out;
    for (; *text; text++) {
        if (strchr("\\,;", *text)) *at++ = '\\';
        *at++ = *text;
        if (*text == '\n') memcpy(at - 1, "\\n", 2), at++;
    }
    return out;
}

/* "Surname;Given names": the last word is taken for the surname, and a title before the name stays with the rest.
 * Phones show FN, which is the name as it was written. */
static const char *name_parts(Arena *arena, const char *name)
{
    const char *space = strrchr(name, ' ');
    if (!space) return escaped(arena, name);
    const char *given = arena_copy_bytes(arena, name, (size_t)(space - name));
    return arena_format(arena, "%s;%s", escaped(arena, space + 1), escaped(arena, given));
}

static void line_add(char **card, const char *property, const char *value, size_t bytes_max, Arena *arena)
{
    static const char end[] = "END:VCARD\r\n";
    if (!value || !value[0]) return;
    char *longer = arena_format(arena, "%s%s:%s\r\n", *card, property, value);
    if (strlen(longer) + strlen(end) <= bytes_max) *card = longer;
}

static const char *escaped_or_null(Arena *arena, const char *text) { return text ? escaped(arena, text) : NULL; }

char *therapist_vcard(const Therapist *therapist, const char *lang, size_t bytes_max, Arena *arena)
{
    char *card = arena_copy(arena, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
    line_add(&card, "N", name_parts(arena, therapist->name), bytes_max, arena);
    line_add(&card, "FN", escaped(arena, therapist->name), bytes_max, arena);
    line_add(&card, "TEL", escaped_or_null(arena, therapist->phone), bytes_max, arena);
    line_add(&card, "EMAIL", escaped_or_null(arena, therapist->email), bytes_max, arena);
    const char *profession = therapist->profession ? words_in(&therapist->profession->name, lang).text : NULL;
    line_add(&card, "TITLE", escaped_or_null(arena, profession), bytes_max, arena);
    const char *street = therapist->place ? arena_format(arena, ";;%s", escaped(arena, therapist->place)) : NULL;
    line_add(&card, "ADR", street, bytes_max, arena);
    line_add(&card, "URL", therapist->web, bytes_max, arena);
    return arena_format(arena, "%sEND:VCARD\r\n", card);
}
