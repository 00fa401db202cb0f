/* Whatever stands in the state folder's own files is read as it was written, or not at all. */
#include <string.h>

#include "store/slots/slots.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Slots slots, again;
    if (size <= SLOTS_FILE_BYTES_MAX && slots_parse(&arena, (Bytes){(const char *)data, size}, &slots)) {
        CHECK(!slot_is_there(&slots.current) || slot_name_is_valid(slots.current.name));
        CHECK(!slot_is_there(&slots.previous) || slot_name_is_valid(slots.previous.name));
        CHECK(slots.bad_count <= SLOTS_BAD_MAX && slots.adopt_count <= MANIFEST_NEXT_KEYS_MAX);
        Bytes text = slots_text(&arena, &slots);
        CHECK(slots_parse(&arena, text, &again));
        CHECK(strcmp(again.current.name, slots.current.name) == 0 && again.highest == slots.highest);
    }
    arena_free(&arena);
    return 0;
}
