#include "block/block.h"

typedef struct HeadingBlock {
    const char *text;
} HeadingBlock;

static void heading_check(const Block *block, const BlockCheck *check)
{
    const HeadingBlock *props = block->props;
    check_title(check, block->at, props->text);
}

static void heading_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const HeadingBlock *props = block->props;
    look_heading(look, flow, TYPE_H3, props->text);
}

const BlockType block_heading = {
    .name = "heading",
    .doc = "A small heading inside a part. The part's own title needs none.",
    .props_size = sizeof(HeadingBlock),
    .value = {F_TEXT(HeadingBlock, text, "heading"), .flags = FIELD_REQUIRED, .max = 60, .doc = "a few words",
              .example = "On a hard day"},
    .sample = "heading: On a hard day\n",
    .check = heading_check,
    .layout = heading_layout,
};
