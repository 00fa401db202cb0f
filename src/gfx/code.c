#include "gfx/code.h"

#include <string.h>

#include <qrcodegen/qrcodegen.h>

enum { VERSION_MAX = 6, VERSION_CONTACT_MAX = 10 };

/* Extended channel interpretation 26: "what follows is UTF-8" (AIM ITS/04-023). Without it some readers guess, wrongly.
 */
enum { ECI_UTF8 = 26 };

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80) return false;
    return true;
}

static const uint8_t *code_up_to(Arena *arena, const char *text, size_t bytes_max, int version_max, int *module_count)
{
    uint8_t eci[4], data[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_CONTACT_MAX)];
    uint8_t scratch[sizeof(data)], code[sizeof(data)];
    size_t count = strlen(text);
    if (count > bytes_max) return NULL;
    memcpy(data, text, count);
    struct qrcodegen_Segment segments[] = {
        qrcodegen_makeEci(ECI_UTF8, eci),
        {qrcodegen_Mode_BYTE, (int)count, data, (int)count * 8},
    };
    size_t skip = is_ascii(text) ? 1 : 0;
    if (!qrcodegen_encodeSegmentsAdvanced(segments + skip, ARRAY_LEN(segments) - skip, qrcodegen_Ecc_MEDIUM,
                                          qrcodegen_VERSION_MIN, version_max, qrcodegen_Mask_AUTO, false, scratch,
                                          code))
        return NULL;
    int side = qrcodegen_getSize(code);
    uint8_t *modules = ARENA_ARRAY(arena, uint8_t, (size_t)side * (size_t)side);
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++) modules[y * side + x] = qrcodegen_getModule(code, x, y) ? 1 : 0;
    *module_count = side;
    return modules;
}

const uint8_t *code_make(Arena *arena, const char *text, int *module_count)
{
    return code_up_to(arena, text, CODE_BYTES_MAX, VERSION_MAX, module_count);
}

const uint8_t *code_make_contact(Arena *arena, const char *text, int *module_count)
{
    return code_up_to(arena, text, CODE_CONTACT_BYTES_MAX, VERSION_CONTACT_MAX, module_count);
}
