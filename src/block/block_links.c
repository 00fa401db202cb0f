#include <string.h>

#include "block/block.h"

enum { ROW_U = 96, TITLE_MIN_U = 320 }; /* narrower than this, the meta text goes below the title */

typedef struct LinksBlock {
    TextList ids;
} LinksBlock;

static void links_check(const Block *block, const BlockCheck *check)
{
    const LinksBlock *props = block->props;
    for (size_t i = 0; i < props->ids.count; i++) {
        const char *id = props->ids.items[i];
        if (!check->has_page(check->context, id))
            diag_error(check->diags, props->ids.marks[i], "unknown-page",
                       "use the name of a page's file, without .yaml", "there is no page called \"%s\"", id);
        for (size_t before = 0; before < i; before++)
            if (strcmp(props->ids.items[before], id) == 0)
                diag_error(check->diags, props->ids.marks[i], "link-twice", "take one of them out",
                           "\"%s\" stands in the list twice", id);
    }
}

static const char *link_spoken(Arena *arena, const PageLink *link)
{
    const char *const parts[] = {link->title, link->meta};
    return speech_join(arena, parts, ARRAY_LEN(parts));
}

static void add_row(BlockLook *look, Flow *flow, const PageLink *link, const char *id, int gap)
{
    const Theme *theme = look->theme;
    int icon = look_px(look, 34), chevron = look_px(look, 30), between = look_px(look, 20);
    int hair = look_px(look, theme->hair_u), x = icon + between, end = look->width_px - chevron - between;
    const TextLayout *meta = link->meta && link->meta[0] ? look_plain(look, TYPE_META, link->meta, 0) : NULL;
    bool below = meta && end - x - between - meta->width_px < look_px(look, TITLE_MIN_U);
    int width = end - x - (meta && !below ? meta->width_px + between : 0);
    const TextLayout *title = look_plain(look, TYPE_ROW, link->title, width);
    if (below) meta = look_plain(look, TYPE_META, link->meta, width);
    int words = look_height(title) + (below ? look_height(meta) : 0);
    Rect row = {0, 0, look->width_px, int_max(look_px(look, ROW_U), words + 2 * look_px(look, 16))};
    Scene *scene = flow_begin_piece(flow, gap);
    int node = scene_node(scene, (SceneNode){
                                     .role = NODE_ROW,
                                     .id = arena_format(look->arena, "links.%d.%s", look->target_count++, id),
                                     .label = link_spoken(look->arena, link),
                                     .area = row,
                                     .radius_px = look_px(look, 12),
                                     .action = {.kind = ACTION_OPEN_PAGE, .id = arena_copy(look->arena, link->ref)},
                                 });
    if (scene->nodes[node].pressed) scene_box(scene, row, theme->pressed, look_px(look, 12));
    scene_icon(scene, (Rect){0, (row.h - icon) / 2, icon, icon}, link->is_article ? "book" : "doc", theme->ink);
    int y = (row.h - words) / 2;
    look_draw(scene, title, x, y, theme->ink);
    if (below)
        look_draw(scene, meta, x, y + look_height(title), theme->ink2);
    else if (meta)
        look_draw(scene, meta, end - meta->width_px, (row.h - meta->line_px) / 2, theme->ink2);
    Rect tip = {look->width_px - chevron, (row.h - chevron) / 2, chevron, chevron};
    scene_icon(scene, tip, "chev", theme->ink);
    scene_node_end(scene);
    scene_box(scene, (Rect){0, row.h - hair, row.w, hair}, theme->line, 0);
    flow_end_piece(flow, row.h);
}

static void links_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const LinksBlock *props = block->props;
    int gap = look_gap(look, SPACE_TEXT);
    size_t first = flow->count;
    for (size_t i = 0; i < props->ids.count; i++) {
        PageLink link;
        if (!look->world->page(look->world->context, props->ids.items[i], &link)) continue;
        add_row(look, flow, &link, props->ids.items[i], flow->count == first ? gap : 0);
    }
    flow_keep(flow, first);
}

const BlockType block_links = {
    .name = "links",
    .doc = "Other pages to go on to. Their titles are theirs; only the names of the files are given here.",
    .props_size = sizeof(LinksBlock),
    .value = {F_TEXTS(LinksBlock, ids, "links"), .flags = FIELD_REQUIRED, .min = 1, .max = 7, .item_max = 64,
              .doc = "names of pages in the same pack", .example = "[secure, calming-strong-feelings]"},
    .sample = "links: [secure, asking-for-help]\n",
    .check = links_check,
    .layout = links_layout,
};
