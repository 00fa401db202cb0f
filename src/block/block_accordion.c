#include "block/block.h"

enum { HEADER_U = 72, BODY_MAX_U = 920 };

typedef struct Fold {
    const char *title, *text;
    Mark at;
} Fold;

typedef struct AccordionBlock {
    List folds;
} AccordionBlock;

static void accordion_check(const Block *block, const BlockCheck *check)
{
    const AccordionBlock *props = block->props;
    const Fold *folds = props->folds.items;
    for (size_t i = 0; i < props->folds.count; i++) {
        check_title(check, folds[i].at, folds[i].title);
        check_prose(check, folds[i].at, folds[i].text);
    }
}

static const FlowGround *fold_ground(const BlockLook *look, bool open)
{
    FlowGround *ground = ARENA_NEW(look->arena, FlowGround);
    *ground = (FlowGround){
        .w_px = look->width_px,
        .pad_bottom_px = open ? look_px(look, 28) : 0,
        .radius_px = look_px(look, 16),
        .edge_px = look_px(look, look->theme->hair_u),
        .fill = look->theme->card,
        .edge = look->theme->line,
    };
    return ground;
}

/* What Listen reads of a fold: its words too while they are folded away. Open, they follow as text of their own. */
static const char *fold_aloud(const BlockLook *look, const Fold *fold, bool open)
{
    size_t count;
    const char *const *paragraphs = inline_paragraphs(look->arena, fold->text, &count);
    const char *said = fold->title;
    for (size_t i = 0; i < count && !open; i++) {
        const char *const parts[] = {said, inline_plain(look->arena, paragraphs[i])};
        said = speech_join(look->arena, parts, ARRAY_LEN(parts));
    }
    return said;
}

/* The header is what is touched; the card behind it and the text below belong to the ground. */
static void add_header(const BlockLook *look, Flow *flow, const Fold *fold, int index, bool open, int gap)
{
    int pad = look_px(look, 28), icon = look_px(look, 36), hair = look_px(look, look->theme->hair_u);
    TextSpan span = {fold->title, FACE_BODY_SEMIBOLD, look_size_px(look, TYPE_TEXT)};
    int width = look->width_px - 2 * pad - icon - look_px(look, 20);
    const TextLayout *title = look_text(look, TYPE_TEXT, (Spans){&span, 1}, width);
    int height = int_max(look_px(look, HEADER_U), look_height(title) + 2 * look_px(look, 15));
    Rect header = {0, 0, look->width_px, height};
    const char *does = word(look->words, open ? "accordion-close-spoken" : "accordion-open-spoken");
    const char *const spoken[] = {fold->title, does};
    Scene *scene = flow_begin_piece(flow, gap);
    int node = scene_node(scene, (SceneNode){
                                     .role = NODE_TOGGLE,
                                     .id = arena_format(look->arena, "accordion.%d", index),
                                     .label = speech_join(look->arena, spoken, ARRAY_LEN(spoken)),
                                     .aloud = fold_aloud(look, fold, open),
                                     .area = header,
                                     .radius_px = look_px(look, 16),
                                     .action = {.kind = ACTION_TOGGLE_ACCORDION, .value = index},
                                     .selected = open,
                                 });
    if (scene->nodes[node].pressed)
        scene_box(scene, rect_grow(header, -hair), look->theme->pressed, look_px(look, 16) - hair);
    look_draw(scene, title, pad, (height - look_height(title)) / 2, look->theme->ink);
    Rect sign = {look->width_px - pad - icon, (height - icon) / 2, icon, icon};
    scene_icon(scene, sign, open ? "minus" : "plus", look->theme->ink);
    scene_node_end(scene);
    flow_end_piece(flow, height);
}

static void accordion_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const AccordionBlock *props = block->props;
    const Fold *folds = props->folds.items;
    int gap = look_gap(look, SPACE_GROUND), pad = look_px(look, 28);
    int width = int_min(look->width_px - 2 * pad, look_px(look, BODY_MAX_U));
    for (size_t i = 0; i < props->folds.count; i++) {
        int index = look->accordion_count++;
        bool open = index == look->open_accordion;
        size_t first = flow->count;
        flow->ground = fold_ground(look, open);
        add_header(look, flow, &folds[i], index, open, gap);
        if (open) look_paragraphs(look, flow, TYPE_TEXT, folds[i].text, 0, look_px(look, 16), pad, width);
        flow->ground = NULL;
        flow_keep(flow, first);
        flow_point(flow, first, i, props->folds.count);
        gap = look_px(look, 16);
    }
}

static const Field fold_fields[] = {
    {F_TEXT(Fold, title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "what is always seen",
     .example = "Words you can borrow"},
    {F_TEXT(Fold, text, "text"), .flags = FIELD_REQUIRED, .max = 600, .doc = "what opens below it",
     .example = "“I want to hear you. Can we slow down?”"},
    {0},
};

static const Schema fold_schema = {
    .name = "fold",
    .doc = "A title that opens more words.",
    .size = sizeof(Fold),
    .mark_offset = offsetof(Fold, at) + 1,
    .fields = fold_fields,
};

const BlockType block_accordion = {
    .name = "accordion",
    .doc = "Titles that open a few more words below them, one at a time: for what not everybody needs.",
    .props_size = sizeof(AccordionBlock),
    .value = {F_LIST(AccordionBlock, folds, "accordion"), .flags = FIELD_REQUIRED, .min = 1, .max = 7,
              .schema = &fold_schema, .doc = "one to seven titles, each with its text",
              .example = "[{title: Words you can borrow, text: I want to hear you. Can we slow down?}]"},
    .sample = "accordion:\n"
              "  - title: Words you can borrow\n"
              "    text: “I want to hear you. Can we slow down?”\n"
              "  - title: When to talk with someone\n"
              "    text: |\n"
              "      If the same fight comes back every week, or if you feel afraid, a third person can help.\n",
    .check = accordion_check,
    .layout = accordion_layout,
};
