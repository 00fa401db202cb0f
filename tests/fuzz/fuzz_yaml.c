/* Any bytes make a tree or a list of problems, and both hold what ynode.h promises. */
#include <string.h>

#include "base/utf8.h"
#include "yaml/ynode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(const char *text)
{
    CHECK(text != NULL);
    size_t length = strlen(text);
    CHECK(length <= YAML_SCALAR_BYTES_MAX);
    CHECK(utf8_valid_length(text, length) == length);
    for (size_t i = 0; i < length; i++) CHECK((unsigned char)text[i] >= 0x20 || text[i] == '\n');
}

static void check_mark(Mark mark)
{
    CHECK(strcmp(mark.file, "f") == 0);
    CHECK(mark.line >= 1 && mark.column >= 1);
}

static void check_node(const YNode *node, YKind parent, int depth)
{
    CHECK(depth <= YAML_DEPTH_MAX);
    check_mark(node->at);
    CHECK((node->key != NULL) == (parent == Y_MAP));
    if (node->key) {
        check_text(node->key);
        CHECK(node->key[0] != '\0');
        check_mark(node->key_at);
    }
    CHECK((node->text != NULL) == (node->kind == Y_TEXT));
    if (node->text) check_text(node->text);
    size_t count = 0;
    for (const YNode *child = node->first; child; child = child->next, count++)
        check_node(child, node->kind, depth + 1);
    CHECK(count == node->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Diags diags = {0};
    const YNode *root = yaml_parse(&arena, "f", (const char *)data, size, &diags);
    CHECK((root == NULL) == (diags.errors > 0));
    if (root) check_node(root, Y_LIST, 0);
    for (size_t i = 0; i < diags.count; i++) {
        const Diag *diag = &diags.items[i];
        CHECK(diag->message[0] && utf8_valid_length(diag->message, strlen(diag->message)) == strlen(diag->message));
        CHECK(utf8_valid_length(diag->hint, strlen(diag->hint)) == strlen(diag->hint));
        check_mark(diag->at);
    }
    diags_free(&diags);
    arena_free(&arena);
    return 0;
}
