#include "store/disk/lines.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { LINE_BYTES_MAX = 2048 };

static bool line_is_plain(const char *line, size_t length)
{
    if (length > LINE_BYTES_MAX || utf8_valid_length(line, length) != length) return false;
    for (size_t i = 0; i < length; i++)
        if (((unsigned char)line[i] < 0x20 && line[i] != '\t') || line[i] == 0x7F) return false;
    return true;
}

char *lines_next(Lines *lines, Arena *arena)
{
    if (lines_at_end(lines)) return NULL;
    const char *start = lines->bytes.data + lines->at;
    const char *end = memchr(start, '\n', lines->bytes.count - lines->at);
    size_t length = end ? (size_t)(end - start) : lines->bytes.count - lines->at;
    size_t shown = end && length > 0 && start[length - 1] == '\r' ? length - 1 : length;
    if (!line_is_plain(start, shown)) return NULL;
    lines->at += length + (end ? 1 : 0);
    lines->number++;
    return arena_copy_bytes(arena, start, shown);
}

bool lines_at_end(const Lines *lines) { return lines->at >= lines->bytes.count; }

const char *line_after(const char *line, const char *word)
{
    size_t length = strlen(word);
    return strncmp(line, word, length) == 0 && line[length] == ' ' ? line + length + 1 : NULL;
}

const char *line_word(char **rest)
{
    char *word = *rest;
    size_t length = strcspn(word, " ");
    *rest = word + length + (word[length] == ' ' ? 1 : 0);
    word[length] = '\0';
    return word;
}

bool line_number(const char *text, uint64_t most, uint64_t *out)
{
    uint64_t value = 0;
    if (text[0] == '\0' || (text[0] == '0' && text[1] != '\0')) return false;
    for (const char *c = text; *c; c++) {
        if (*c < '0' || *c > '9') return false;
        uint64_t digit = (uint64_t)(*c - '0');
        if (value > (most - digit) / 10) return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

void line_put(LineWriter *writer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CHECK(length >= 0);
    size_t needed = writer->count + (size_t)length + 1;
    if (needed > writer->capacity) {
        writer->capacity = needed * 2;
        writer->data = mem_resize(writer->data, writer->capacity);
    }
    vsnprintf(writer->data + writer->count, (size_t)length + 1, format, again);
    va_end(again);
    writer->count += (size_t)length;
}

Bytes line_bytes(const LineWriter *writer) { return (Bytes){writer->data ? writer->data : "", writer->count}; }

void line_free(LineWriter *writer)
{
    free(writer->data);
    *writer = (LineWriter){0};
}
