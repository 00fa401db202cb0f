#include "gfx/code.h"

#include <string.h>

#include <qrcodegen/qrcodegen.h>

enum { VERSION_MAX = 6 };

const uint8_t *code_make(Arena *arena, const char *text, int *module_count)
{
    uint8_t data[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MAX)], code[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MAX)];
    size_t count = strlen(text);
    if (count > CODE_BYTES_MAX) return NULL;
    memcpy(data, text, count);
    if (!qrcodegen_encodeBinary(data, count, code, qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN, VERSION_MAX,
                                qrcodegen_Mask_AUTO, false))
        return NULL;
    int side = qrcodegen_getSize(code);
    uint8_t *modules = ARENA_ARRAY(arena, uint8_t, (size_t)side * (size_t)side);
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++) modules[y * side + x] = qrcodegen_getModule(code, x, y) ? 1 : 0;
    *module_count = side;
    return modules;
}
