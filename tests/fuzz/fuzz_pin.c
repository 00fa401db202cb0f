/* Any bytes are a PIN file or a damaged one, and any text is a recovery code or has a slip in it. */
#include <string.h>

#include "store/state/pin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    PinFile file;
    if (pin_file_parse(&arena, (Bytes){(const char *)data, size}, &file)) {
        CHECK(file.pin && file.recovery);
        CHECK(strlen(file.pin) < size && strlen(file.recovery) < size);
    }
    const char *text = arena_copy_bytes(&arena, (const char *)data, size);
    int slip = recovery_slip(text);
    CHECK(slip >= 0 && slip <= RECOVERY_GROUPS + 1);
    const char *objection = pin_objection(text);
    CHECK(objection || (strlen(text) >= PIN_DIGITS_MIN && strlen(text) <= PIN_DIGITS_MAX));
    arena_free(&arena);
    return 0;
}
