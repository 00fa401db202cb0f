/* Any tree fills the structs of every kind of file of a pack, or says what is wrong, and never both. */
#include <string.h>

#include "base/utf8.h"
#include "pack/pack.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_schema(const Schema *schema, const YNode *root)
{
    Arena arena = {0};
    Diags diags = {0};
    void *out = arena_alloc(&arena, schema->size);
    bool ok = schema_load(schema, &arena, root, out, &diags);
    CHECK(ok == (diags.errors == 0));
    for (size_t i = 0; i < diags.count; i++) {
        const Diag *diag = &diags.items[i];
        CHECK(diag->message[0] && diag->hint[0] && diag->at.line >= 1 && diag->at.column >= 1);
        CHECK(utf8_valid_length(diag->message, strlen(diag->message)) == strlen(diag->message));
        CHECK(utf8_valid_length(diag->hint, strlen(diag->hint)) == strlen(diag->hint));
    }
    diags_free(&diags);
    arena_free(&arena);
}

static void check_blocks(const YNode *root)
{
    for (const YNode *node = root->first; node; node = node->next) {
        Arena arena = {0};
        Diags diags = {0};
        Block block = {0};
        bool ok = block_load(node, &arena, &block, &diags);
        CHECK(ok == (diags.errors == 0));
        CHECK(!ok || (block.type && block.props));
        diags_free(&diags);
        arena_free(&arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Diags diags = {0};
    const YNode *root = yaml_parse(&arena, "f", (const char *)data, size, &diags);
    if (root) {
        size_t count;
        const Schema *const *schemas = pack_schemas(&count);
        for (size_t i = 0; i < count; i++) check_schema(schemas[i], root);
        check_blocks(root);
    }
    diags_free(&diags);
    arena_free(&arena);
    return 0;
}
