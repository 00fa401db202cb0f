/* Any table of mounts lists sticks below the folder only, sorted, each once. */
#include <string.h>

#include "platform/mounts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char root[] = "/run/hearth/sticks";
    Arena arena = {0};
    Sticks sticks = {0};
    mounts_parse(root, arena_copy_bytes(&arena, (const char *)data, size), &arena, &sticks);
    CHECK(sticks.count <= STICKS_MAX);
    for (size_t i = 0; i < sticks.count; i++) {
        const Stick *stick = &sticks.items[i];
        CHECK(stick->name[0] && !strchr(stick->name, '/') && strncmp(stick->path, root, strlen(root)) == 0);
        CHECK(i == 0 || strcmp(sticks.items[i - 1].name, stick->name) < 0);
    }
    arena_free(&arena);
    return 0;
}
