/* code.h - QR codes (ISO/IEC 18004) made on the device, so that a page goes home without a network.
 *
 * Level M, at most version 6 (41 modules a side): what a phone reads from 60 cm at the sizes of the design. */
#ifndef HEARTH_CODE_H
#define HEARTH_CODE_H

#include "base/arena.h"

enum {
    CODE_BYTES_MAX = 105,
    CODE_CONTACT_BYTES_MAX = 212, /* of a contact: version 10, 57 modules a side */
    CODE_QUIET_MODULES = 4,
};

/* One byte a module, 1 is black, row by row; *module_count along one side. NULL if `text` is longer than
 * CODE_BYTES_MAX bytes. */
const uint8_t *code_make(Arena *arena, const char *text, int *module_count);
/* The same for a contact of up to CODE_CONTACT_BYTES_MAX bytes, which is drawn large. */
const uint8_t *code_make_contact(Arena *arena, const char *text, int *module_count);

#endif
