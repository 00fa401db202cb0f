/* Any bytes are a manifest or one problem; a manifest is written back byte for byte, and its paths stay inside. */
#include <string.h>

#include "pack/pack_load.h"
#include "store/trust/manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_manifest(Arena *arena, const Manifest *manifest, const uint8_t *data, size_t size)
{
    Bytes again = manifest_text(arena, manifest);
    CHECK(again.count == size && memcmp(again.data, data, size) == 0);
    CHECK(pack_id_is_valid(manifest->id) && version_is_valid(manifest->version));
    CHECK(manifest->counter <= COUNTER_MAX);
    CHECK(manifest->next_key_count <= MANIFEST_NEXT_KEYS_MAX);
    CHECK(manifest->count > 0);
    for (size_t i = 0; i < manifest->count; i++) {
        CHECK(fs_path_is_inside(manifest->files[i].path));
        CHECK(manifest_find(manifest, manifest->files[i].path) == &manifest->files[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Diags diags = {0};
    Manifest manifest;
    bool ok = manifest_parse(&arena, "m", (Bytes){(const char *)data, size}, &manifest, &diags);
    CHECK(diags.errors == (ok ? 0 : 1));
    if (ok) check_manifest(&arena, &manifest, data, size);
    diags_free(&diags);
    arena_free(&arena);
    return 0;
}
