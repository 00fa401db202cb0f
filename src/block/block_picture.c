#include <string.h>

#include "block/block.h"

enum { PANE_U = 400, PANE_LEAST_U = 160 };
static const double PICTURE_OF_PANE = 0.9;

typedef struct Picture {
    const char *image, *alt, *caption;
    bool mirror;
    Mark at;
} Picture;

static void picture_check(const Block *block, const BlockCheck *check)
{
    const Picture *picture = block->props;
    if (picture->image) check->image(check->context, picture->at, picture->image);
    check_title(check, picture->at, picture->alt);
    check_title(check, picture->at, picture->caption);
    if (picture->alt && picture->caption && strcmp(picture->alt, picture->caption) == 0)
        diag_warn(check->diags, picture->at, "alt-is-caption",
                  "in \"alt\" say what can be seen, for somebody who does not see it",
                  "\"alt\" and \"caption\" say the same, so it would be heard twice");
}

/* The heading that the picture stands right below; it is to have room on the same page. */
static int heading_height(const Flow *flow)
{
    int height = 0;
    for (size_t i = flow->count; i > 0 && flow->pieces[i - 1].role == NODE_HEADING; i--)
        height += flow->pieces[i - 1].height_px;
    return height;
}

static int pane_height(const BlockLook *look, int around_px)
{
    int height = look_px(look, PANE_U);
    if (look->page_px > 0) height = int_min(height, look->page_px - around_px);
    return int_max(height, look_px(look, PANE_LEAST_U));
}

static void picture_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const Picture *picture = block->props;
    const TextLayout *caption = picture->caption ? look_plain(look, TYPE_META, picture->caption, look->width_px) : NULL;
    int below = look_px(look, 12), gap = look_gap(look, SPACE_GROUND), heading = heading_height(flow);
    int around = (caption ? below + look_height(caption) : 0) + (heading > 0 ? heading + gap : 0);
    Rect pane = {0, 0, look->width_px, pane_height(look, around)};
    size_t first = flow->count;
    Scene *scene = flow_begin_piece(flow, gap);
    const char *aloud = word_with(look->words, look->arena, "picture-spoken", "name", picture->alt);
    scene_node(
        scene,
        (SceneNode){
            .role = NODE_IMAGE, .label = picture->alt, .aloud = aloud, .area = pane, .radius_px = look_px(look, 24)});
    scene_box(scene, pane, look->theme->picture_ground[look->family], look_px(look, 24));
    ImageRef image = look->world->image(look->world->context, picture->image);
    image.mirror = image.mirror || picture->mirror;
    int side = int_min((int)(pane.h * PICTURE_OF_PANE), pane.w);
    Rect box = {(pane.w - side) / 2, (pane.h - side) / 2, side, side};
    if (image.path) scene_image(scene, box, image);
    scene_node_end(scene);
    flow_end_piece(flow, pane.h);
    if (caption) flow_paragraph(flow, caption, NODE_TEXT, below, 0, look->theme->ink2);
    flow_keep(flow, first);
}

static const Field picture_fields[] = {
    {F_TEXT(Picture, image, "image"), .flags = FIELD_REQUIRED, .max = 120,
     .doc = "the file, from the pack's folder: .svg, .png or .jpg", .example = "images/02-secure.svg"},
    {F_TEXT(Picture, alt, "alt"), .flags = FIELD_REQUIRED, .max = 300,
     .doc = "what can be seen and what it means; it is read aloud",
     .example = "Two circles that overlap, and each keeps its own shape."},
    {F_BOOL(Picture, mirror, "mirror"),
     .doc = "yes if it tells a direction: it is then flipped where words run from right to left", .example = "yes"},
    {F_TEXT(Picture, caption, "caption"), .max = 160, .doc = "a line below it", .example = "Close, and still two."},
    {0},
};

static const Schema picture_schema = {
    .name = "picture",
    .doc = "A picture on the section's colour.",
    .size = sizeof(Picture),
    .mark_offset = offsetof(Picture, at) + 1,
    .fields = picture_fields,
};

const BlockType block_picture = {
    .name = "picture",
    .doc = "A picture that explains something, on the section's colour, with a line below it.",
    .props_size = sizeof(Picture),
    .value = {.key = "picture",
              .type = FIELD_OBJECT,
              .flags = FIELD_REQUIRED,
              .schema = &picture_schema,
              .doc = "image, alt and caption",
              .example = "{image: images/02-secure.svg, alt: Two circles that overlap.}"},
    .sample = "picture:\n"
              "  image: images/02-secure.svg\n"
              "  alt: Two circles that overlap, and each keeps its own shape.\n"
              "  caption: Close, and still two.\n",
    .check = picture_check,
    .layout = picture_layout,
};
