/* fuzz_csv.c - any bytes as a table of people: read, loaded and searched, or refused with its place. */
#include <string.h>

#include "base/utf8.h"
#include "pack/site/site_load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_problems(const Diags *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        CHECK(diag->message[0] && diag->hint[0] && diag->at.line >= 0 && diag->at.column >= 0);
        CHECK(utf8_valid_length(diag->message, strlen(diag->message)) == strlen(diag->message));
    }
}

static void check_node(const YNode *node)
{
    size_t count = 0;
    for (const YNode *child = node->first; child; child = child->next, count++) check_node(child);
    CHECK(count == node->count);
    CHECK(node->kind != Y_TEXT ||
          (node->text && utf8_valid_length(node->text, strlen(node->text)) == strlen(node->text)));
}

static void check_people(Arena *arena, const YNode *list, Diags *diags)
{
    Directory directory = {0};
    people_load(arena, &directory, list, diags);
    directory_sort(&directory, arena);
    DirectoryFilter none = {.sort = SORT_WAIT};
    uint16_t first;
    CHECK(directory_count(&directory, &none) == directory.count && directory.count <= DIRECTORY_PEOPLE_MAX);
    CHECK(directory_list(&directory, &none, 0, 1, &first) == (directory.count > 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    Diags diags = {0};
    const YNode *list = csv_parse(&arena, "f.csv", (const char *)data, size, &therapist_schema, &diags);
    CHECK(list || diags.errors > 0);
    if (list) check_node(list);
    if (list) check_people(&arena, list, &diags);
    check_problems(&diags);
    diags_free(&diags);
    arena_free(&arena);
    return 0;
}
