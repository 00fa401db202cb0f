/* Any bytes are a drawing of the subset or are refused with a few reasons, each with a place in the file. */
#include "gfx/svg_subset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Diags diags = {0};
    bool is_fine = svg_subset_check("x.svg", (Bytes){(const char *)data, size}, &diags);
    CHECK(is_fine == (diags.errors == 0));
    for (size_t i = 0; i < diags.count; i++) CHECK(diags.items[i].at.line >= 0 && diags.items[i].at.column >= 0);
    diags_free(&diags);
    return 0;
}
