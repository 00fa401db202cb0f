#include "base/utf8.h"

size_t utf8_decode(const char *text, size_t length, uint32_t *character)
{
    if (length == 0) return 0;
    const unsigned char *s = (const unsigned char *)text;
    if (s[0] < 0x80) {
        *character = s[0];
        return 1;
    }
    size_t count = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || count > length) return 0;
    static const unsigned char lead_mask[] = {0, 0, 0x1F, 0x0F, 0x07};
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = s[0] & lead_mask[count];
    for (size_t i = 1; i < count; i++) {
        if (!utf8_is_inside(text[i])) return 0;
        value = value << 6 | (s[i] & 0x3Fu);
    }
    if (value < smallest[count] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
    *character = value;
    return count;
}

size_t utf8_valid_length(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint32_t character;
        size_t step = utf8_decode(text + at, length - at, &character);
        if (step == 0) return at;
        at += step;
    }
    return length;
}

size_t utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        if (!utf8_is_inside(*text)) count++;
    return count;
}

const char *utf8_next(const char *text)
{
    if (*text == '\0') return text;
    do text++;
    while (utf8_is_inside(*text));
    return text;
}

size_t utf8_prev(const char *text, size_t at) { return at > 0 ? utf8_floor(text, at - 1) : 0; }

size_t utf8_floor(const char *text, size_t at)
{
    while (at > 0 && utf8_is_inside(text[at])) at--;
    return at;
}

size_t utf8_ceil(const char *text, size_t at)
{
    while (utf8_is_inside(text[at])) at++;
    return at;
}
