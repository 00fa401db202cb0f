/* Any bytes are settings as they were written, or a damaged file; what is read can be written and read again. */
#include <string.h>

#include "store/state/settings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Settings *settings = ARENA_NEW(&arena, Settings), *again = ARENA_NEW(&arena, Settings);
    if (settings_parse(&arena, (Bytes){(const char *)data, size}, settings)) {
        CHECK(settings->count <= SETTINGS_MAX);
        CHECK(settings_parse(&arena, settings_text(&arena, settings), again) && again->count == settings->count);
        for (size_t i = 0; i < settings->count; i++) {
            CHECK(strcmp(settings->items[i].key, again->items[i].key) == 0);
            CHECK(strcmp(settings->items[i].value, again->items[i].value) == 0);
        }
    }
    arena_free(&arena);
    return 0;
}
