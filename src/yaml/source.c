#include "yaml/source.h"

#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

typedef enum Encoding { ENCODING_UTF_8, ENCODING_UTF_16_LE, ENCODING_UTF_16_BE } Encoding;

typedef struct Reader {
    const unsigned char *bytes;
    size_t count, at;
    Encoding encoding;
} Reader;

/* A byte order mark says which; without one, a zero byte beside the first letter does. */
static Reader reader_new(const char *text, size_t count)
{
    const unsigned char *bytes = (const unsigned char *)text;
    Reader reader = {bytes, count, 0, ENCODING_UTF_8};
    if (count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        reader.at = 3;
    } else if (count >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        reader.at = 2;
        reader.encoding = ENCODING_UTF_16_LE;
    } else if (count >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        reader.at = 2;
        reader.encoding = ENCODING_UTF_16_BE;
    } else if (count >= 2 && bytes[0] != 0 && bytes[1] == 0) {
        reader.encoding = ENCODING_UTF_16_LE;
    } else if (count >= 2 && bytes[0] == 0 && bytes[1] != 0) {
        reader.encoding = ENCODING_UTF_16_BE;
    }
    return reader;
}

/* The letter that Windows means by a byte (code page 1252). */
static uint32_t windows_letter(unsigned char byte)
{
    static const uint16_t from_0x80[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    };
    return byte >= 0x80 && byte < 0xA0 ? from_0x80[byte - 0x80] : byte;
}

/* One 16-bit unit; half a unit at the very end is no character. */
static bool unit_at(const Reader *reader, size_t at, uint32_t *unit)
{
    if (reader->count < 2 || at > reader->count - 2) return false;
    unsigned low = reader->bytes[at], high = reader->bytes[at + 1];
    *unit = reader->encoding == ENCODING_UTF_16_LE ? high << 8 | low : low << 8 | high;
    return true;
}

static FaultKind reader_next_unit(Reader *reader, uint32_t *character)
{
    uint32_t unit, second;
    *character = 0xFFFD;
    if (!unit_at(reader, reader->at, &unit)) {
        reader->at = reader->count;
        return FAULT_HALF;
    }
    reader->at += 2;
    if (unit >= 0xDC00 && unit <= 0xDFFF) return FAULT_HALF;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        if (!unit_at(reader, reader->at, &second) || second < 0xDC00 || second > 0xDFFF) return FAULT_HALF;
        reader->at += 2;
        unit = 0x10000 + ((unit - 0xD800) << 10 | (second - 0xDC00));
    }
    *character = unit;
    return FAULT_NONE;
}

/* Reads one character. One that is broken comes as what it probably was. */
static FaultKind reader_next_raw(Reader *reader, uint32_t *character)
{
    if (reader->encoding != ENCODING_UTF_8) return reader_next_unit(reader, character);
    const unsigned char *at = reader->bytes + reader->at;
    size_t step = utf8_decode((const char *)at, reader->count - reader->at, character);
    reader->at += step > 0 ? step : 1;
    if (step > 0) return FAULT_NONE;
    *character = windows_letter(*at);
    return FAULT_ENCODING;
}

/* As reader_next_raw, with every kind of line end as one '\n'. */
static FaultKind reader_next(Reader *reader, uint32_t *character)
{
    FaultKind fault = reader_next_raw(reader, character);
    if (*character != '\r') return fault;
    Reader after = *reader;
    uint32_t following = 0;
    if (reader->at < reader->count) (void)reader_next_raw(&after, &following);
    if (following == '\n') *reader = after;
    *character = '\n';
    return FAULT_NONE;
}

static bool is_word_byte(unsigned char byte) { return byte >= 0x80 || isalnum(byte) || byte == '\'' || byte == '-'; }

/* The word around the byte at `at`, read as Windows would. */
static const char *windows_word(Arena *arena, const Reader *reader, size_t at)
{
    enum { SIDE_BYTES = 24 };
    size_t start = at, end = at + 1;
    while (start > 0 && at - start < SIDE_BYTES && is_word_byte(reader->bytes[start - 1])) start--;
    while (end < reader->count && end - at < SIDE_BYTES && is_word_byte(reader->bytes[end])) end++;
    char *word = arena_alloc(arena, (end - start) * 3 + 1);
    size_t used = 0;
    while (start < end) {
        uint32_t character;
        size_t step = utf8_decode((const char *)reader->bytes + start, end - start, &character);
        if (step == 0) character = windows_letter(reader->bytes[start]);
        start += step > 0 ? step : 1;
        used += utf8_encode(character, word + used);
    }
    return word;
}

/* What is known while reading a line. */
typedef struct LineStart {
    bool is_blank; /* nothing but spaces so far */
    bool is_odd;   /* and some of them are tabs or odd spaces */
} LineStart;

/* Follows the start of a line; a blank or comment line cannot mislead anybody about indentation. */
static void line_start_take(LineStart *start, uint32_t character, Source *source, int line)
{
    if (!start->is_blank || character == ' ') return;
    if (character == '\t' || is_odd_space(character)) {
        start->is_odd = true;
        return;
    }
    start->is_blank = false;
    if (start->is_odd && character != '#' && source->guess_line == 0) source->guess_line = line;
}

static void source_add_line(Source *source, size_t byte, size_t index)
{
    source->lines[source->line_count++] = (SourceLine){(uint32_t)byte, (uint32_t)index};
}

static size_t count_line_ends(const char *bytes, size_t count)
{
    size_t ends = 0;
    for (size_t i = 0; i < count; i++) ends += bytes[i] == '\n' || bytes[i] == '\r';
    return ends;
}

static FaultKind fault_in_line(FaultKind fault, uint32_t character, LineStart start)
{
    if (fault != FAULT_NONE) return fault;
    fault = fault_of(character);
    return fault == FAULT_NONE && start.is_blank && is_odd_space(character) ? FAULT_SPACE : fault;
}

void source_open(Source *source, Arena *arena, const char *name, const char *bytes, size_t count, Diags *diags)
{
    Reader reader = reader_new(bytes, count);
    char *text = arena_alloc(arena, mem_product(count, 3) + 1); /* a Windows byte may need three */
    *source = (Source){.name = name, .text = text, .arena = arena};
    source->lines = ARENA_ARRAY(arena, SourceLine, count_line_ends(bytes, count) + 1);
    source_add_line(source, 0, 0);
    LineStart start = {.is_blank = true};
    for (size_t index = 0; reader.at < reader.count; index++) {
        size_t from = reader.at;
        uint32_t character;
        FaultKind fault = reader_next(&reader, &character);
        if (character == '\n') {
            text[source->count++] = '\n';
            source_add_line(source, source->count, index + 1);
            start = (LineStart){.is_blank = true};
            continue;
        }
        Mark at = source_mark(source, index);
        line_start_take(&start, character, source, at.line);
        fault = fault_in_line(fault, character, start);
        if (fault != FAULT_NONE && !source_knows_fault(source, fault, at.line)) {
            const char *word = fault == FAULT_ENCODING ? windows_word(arena, &reader, from) : "";
            source_fault(source, fault, character, word, at, diags);
        }
        if (fault != FAULT_NONE && fault != FAULT_ENCODING) character = ' ';
        source->count += utf8_encode(character, text + source->count);
    }
}

Mark source_mark(const Source *source, size_t index)
{
    size_t low = 0, high = source->line_count;                  /* the line is in [low, high) */
    if (source->lines[high - 1].index <= index) low = high - 1; /* the usual case while reading */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->lines[middle].index <= index)
            low = middle;
        else
            high = middle;
    }
    return (Mark){source->name, (int)low + 1, (int)(index - source->lines[low].index) + 1};
}

const char *source_at(const Source *source, size_t index)
{
    const SourceLine *line = &source->lines[source_mark(source, index).line - 1];
    const char *at = source->text + line->byte;
    for (size_t i = line->index; i < index && *at; i++) {
        uint32_t character;
        at += utf8_decode(at, (size_t)(source->text + source->count - at), &character);
    }
    return at;
}

const char *source_line(const Source *source, int line, size_t *length)
{
    const char *start = source->text + source->lines[line - 1].byte;
    *length = strcspn(start, "\n");
    return start;
}
