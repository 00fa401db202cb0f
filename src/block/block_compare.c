#include "block/block.h"

enum { COLUMNS_MAX = 4, COLUMN_TEXT_MIN_U = 240 };

typedef struct Column {
    const char *title;
    TextList items;
    Mark at;
} Column;

typedef struct CompareBlock {
    List columns;
} CompareBlock;

static Family column_family(size_t i)
{
    static const Family families[COLUMNS_MAX] = {FAMILY_ATTACHMENT, FAMILY_TREATMENT, FAMILY_SYMPTOMS, FAMILY_GROWTH};
    return families[i % COLUMNS_MAX];
}

static void compare_check(const Block *block, const BlockCheck *check)
{
    const CompareBlock *props = block->props;
    const Column *columns = props->columns.items;
    for (size_t i = 0; i < props->columns.count; i++) {
        check_title(check, columns[i].at, columns[i].title);
        for (size_t at = 0; at < columns[i].items.count; at++)
            check_prose(check, columns[i].items.marks[at], columns[i].items.items[at]);
    }
}

/* A text and what is read aloud for it, in a piece of its own making. Returns its height. */
static int draw_text_node(const BlockLook *look, Scene *scene, NodeRole role, const char *label,
                          const TextLayout *layout, int x, int y)
{
    scene_node(scene, (SceneNode){.role = role, .label = label, .area = {x, y, layout->width_px, look_height(layout)}});
    look_draw(scene, layout, x, y, look->theme->ink);
    scene_node_end(scene);
    return look_height(layout);
}

static int column_height(const BlockLook *look, const Column *column, int text_px)
{
    int height = look_height(look_plain(look, TYPE_H3, column->title, text_px)) + look_px(look, 12);
    for (size_t i = 0; i < column->items.count; i++) {
        if (i > 0) height += look_px(look, 8);
        height += look_height(look_prose(look, TYPE_TEXT, column->items.items[i], text_px));
    }
    return height + 2 * look_px(look, 24);
}

static void draw_column(const BlockLook *look, Scene *scene, const Column *column, Rect box, Family family)
{
    int x = box.x + look_px(look, 28), y = box.y + look_px(look, 24), width = box.w - 2 * look_px(look, 28);
    look_pane(look, scene, box, look_px(look, 24), family);
    const TextLayout *title = look_plain(look, TYPE_H3, column->title, width);
    y += draw_text_node(look, scene, NODE_HEADING, column->title, title, x, y) + look_px(look, 12);
    for (size_t i = 0; i < column->items.count; i++) {
        const TextLayout *item = look_prose(look, TYPE_TEXT, column->items.items[i], width);
        const char *label = inline_plain(look->arena, column->items.items[i]);
        y += draw_text_node(look, scene, NODE_TEXT, label, item, x, y) + look_px(look, 8);
    }
}

static void add_stacked(BlockLook *look, Flow *flow, const Column *column, Family family, int gap)
{
    int pad = look_px(look, 28), width = look->width_px - 2 * pad;
    size_t first = flow->count;
    flow->ground = look_pane_ground(look, family, 24, 24);
    const TextLayout *title = look_plain(look, TYPE_H3, column->title, width);
    flow_paragraph(flow, title, NODE_HEADING, gap, pad, look->theme->ink);
    for (size_t i = 0; i < column->items.count; i++)
        look_paragraphs(look, flow, TYPE_TEXT, column->items.items[i], look_px(look, i == 0 ? 12 : 8), 0, pad, width);
    flow->ground = NULL;
    flow_keep(flow, first);
}

static void compare_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const CompareBlock *props = block->props;
    const Column *columns = props->columns.items;
    int count = (int)props->columns.count, between = look_px(look, 16), gap = look_gap(look, SPACE_GROUND);
    int width = (look->width_px - between * (count - 1)) / count, text = width - 2 * look_px(look, 28);
    bool stacked = look->stacked || text < look_px(look, COLUMN_TEXT_MIN_U);
    int height = 0;
    for (int i = 0; i < count && !stacked; i++) height = int_max(height, column_height(look, &columns[i], text));
    if (look->page_px > 0 && height > look->page_px) stacked = true;
    if (stacked) {
        size_t first = flow->count;
        for (int i = 0; i < count; i++)
            add_stacked(look, flow, &columns[i], column_family((size_t)i), i == 0 ? gap : between);
        flow_keep(flow, first);
        return;
    }
    Scene *scene = flow_begin_piece(flow, gap);
    for (int i = 0; i < count; i++)
        draw_column(look, scene, &columns[i], (Rect){i * (width + between), 0, width, height},
                    column_family((size_t)i));
    flow_end_piece(flow, height);
}

static const Field column_fields[] = {
    {F_TEXT(Column, title, "title"), .flags = FIELD_REQUIRED, .max = 40, .doc = "a few words",
     .example = "A soft start"},
    {F_TEXTS(Column, items, "items"), .flags = FIELD_REQUIRED, .min = 1, .max = 6, .item_max = 120,
     .doc = "one to six short lines", .example = "[“I miss us.”, Said sitting down]"},
    {0},
};

static const Schema column_schema = {
    .name = "column",
    .doc = "One side of a comparison.",
    .size = sizeof(Column),
    .mark_offset = offsetof(Column, at) + 1,
    .fields = column_fields,
};

const BlockType block_compare = {
    .name = "compare",
    .doc = "Two things side by side, as many as four. On a narrow screen, or in the largest text, one below the other.",
    .props_size = sizeof(CompareBlock),
    .value = {F_LIST(CompareBlock, columns, "compare"), .flags = FIELD_REQUIRED, .min = 2, .max = COLUMNS_MAX,
              .schema = &column_schema, .doc = "two to four columns, each with a title and its lines",
              .example =
                  "[{title: A hard start, items: [You never listen.]}, {title: A soft start, items: [I miss us.]}]"},
    .sample = "compare:\n"
              "  - title: A hard start\n"
              "    items:\n"
              "      - “You never listen.”\n"
              "      - Said at the door\n"
              "      - Asks for a win\n"
              "  - title: A soft start\n"
              "    items:\n"
              "      - “I miss us.”\n"
              "      - Said sitting down\n"
              "      - Asks for a talk\n",
    .check = compare_check,
    .layout = compare_layout,
};
