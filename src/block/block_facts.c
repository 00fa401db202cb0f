#include <string.h>

#include "block/block.h"

enum { VALUE_COLUMN_U = 230, NOTE_MIN_U = 280 };

typedef struct Fact {
    const char *label, *value, *note, *source;
    Mark at;
} Fact;

typedef struct FactsBlock {
    List facts;
} FactsBlock;

/* 9-8-8, 416-555-0176, +1 800 668 8258: three single digits, or seven digits and more in groups. */
static bool is_phone_number(const char *value)
{
    size_t digits = 0, groups = 0;
    bool in_group = false, plus = value[0] == '+';
    if (strspn(value, "+0123456789-‑ ()") != strlen(value)) return false;
    for (const char *c = value; *c; c++) {
        bool digit = *c >= '0' && *c <= '9';
        if (digit) digits++;
        if (digit && !in_group) groups++;
        in_group = digit;
    }
    return (digits == 3 && groups == 3) || (digits >= 7 && (groups >= 2 || plus));
}

static void facts_check(const Block *block, const BlockCheck *check)
{
    const FactsBlock *props = block->props;
    const Fact *facts = props->facts.items;
    for (size_t i = 0; i < props->facts.count; i++) {
        const Fact *fact = &facts[i];
        check_title(check, fact->at, fact->label);
        check_prose(check, fact->at, fact->note);
        if (!fact->value || fact->source || is_phone_number(fact->value)) continue;
        diag_error(check->diags, fact->at, "fact-source",
                   "add \"source:\" with the book, study or office that it comes from",
                   "\"%s\" does not say where it comes from", fact->value);
    }
}

/* A note goes on from its value ("1 in 5 people in Canada"), unless a label says what the value is. */
static const char *fact_spoken(Arena *arena, const Fact *fact)
{
    const char *note = fact->note ? inline_plain(arena, fact->note) : NULL;
    if (!fact->label && note) return arena_format(arena, "%s %s", fact->value, note);
    const char *const parts[] = {fact->label, fact->value, note};
    return speech_join(arena, parts, ARRAY_LEN(parts));
}

static const TextLayout *value_layout(const BlockLook *look, const Fact *fact)
{
    return look_label(look, FACE_HEAD_SEMIBOLD, 56, 62, fact->value);
}

/* What stands right of the value, or below it where that is too narrow. */
static void draw_fact(const BlockLook *look, Flow *flow, const Fact *fact, int value_px, int gap)
{
    const Theme *theme = look->theme;
    int pad = look_px(look, 16), between = look_px(look, 24), hair = look_px(look, theme->hair_u);
    int beside = look->width_px - value_px - between;
    bool below = beside < look_px(look, NOTE_MIN_U);
    int x = below ? 0 : value_px + between, width = below ? look->width_px : beside;
    const TextLayout *value = value_layout(look, fact);
    const TextLayout *label = fact->label ? look_plain(look, TYPE_ROW, fact->label, width) : NULL;
    const TextLayout *note = fact->note ? look_prose(look, TYPE_TEXT, fact->note, width) : NULL;
    int words = (label ? look_height(label) : 0) + (note ? look_height(note) : 0);
    int inner = below ? value->line_px + words : int_max(value->line_px, words);
    Scene *scene = flow_begin_piece(flow, gap);
    scene_node(scene, (SceneNode){.role = NODE_TEXT,
                                  .label = fact_spoken(look->arena, fact),
                                  .area = {0, pad, look->width_px, inner}});
    look_draw(scene, value, 0, below ? pad : pad + (inner - value->line_px) / 2, theme->family[look->family].deep);
    int y = below ? pad + value->line_px : pad + (inner - words) / 2;
    if (label) look_draw(scene, label, x, y, theme->ink);
    if (note) look_draw(scene, note, x, y + (label ? look_height(label) : 0), theme->ink);
    scene_node_end(scene);
    int height = inner + 2 * pad + hair;
    scene_box(scene, (Rect){0, height - hair, look->width_px, hair}, theme->line, 0);
    flow_end_piece(flow, height);
}

static bool source_is_new(const Fact *facts, size_t i)
{
    for (size_t before = 0; before < i; before++)
        if (facts[before].source && strcmp(facts[before].source, facts[i].source) == 0) return false;
    return true;
}

static void facts_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const FactsBlock *props = block->props;
    const Fact *facts = props->facts.items;
    int value_px = look_px(look, VALUE_COLUMN_U), gap = look_gap(look, SPACE_TEXT);
    size_t first = flow->count;
    for (size_t i = 0; i < props->facts.count; i++)
        value_px = int_max(value_px, value_layout(look, &facts[i])->width_px);
    for (size_t i = 0; i < props->facts.count; i++) draw_fact(look, flow, &facts[i], value_px, i == 0 ? gap : 0);
    gap = look_px(look, 12);
    for (size_t i = 0; i < props->facts.count; i++) {
        if (!facts[i].source || !source_is_new(facts, i)) continue;
        const char *text = word_with(look->words, look->arena, "facts-source", "name", facts[i].source);
        const TextLayout *source = look_plain(look, TYPE_META, text, look->width_px);
        flow_paragraph(flow, source, NODE_TEXT, gap, 0, look->theme->ink2);
        gap = 0;
    }
    flow_keep(flow, first);
}

static const Field fact_fields[] = {
    {F_TEXT(Fact, label, "label"), .max = 40, .doc = "what it is about, if the note does not say it",
     .example = "Local services"},
    {F_TEXT(Fact, value, "value"), .flags = FIELD_REQUIRED, .max = 16, .doc = "a number, or very few words",
     .example = "8 weeks"},
    {F_TEXT(Fact, note, "note"), .max = 160, .doc = "what the value means",
     .example = "is when many people notice a change"},
    {F_TEXT(Fact, source, "source"), .max = 160,
     .doc = "where it comes from; required unless the value is a phone number", .example = "Statistics Canada, 2023"},
    {0},
};

static const Schema fact_schema = {
    .name = "fact",
    .doc = "One value and what it means.",
    .size = sizeof(Fact),
    .mark_offset = offsetof(Fact, at) + 1,
    .fields = fact_fields,
};

const BlockType block_facts = {
    .name = "facts",
    .doc = "Numbers in large type, each with what it means and where it comes from.",
    .props_size = sizeof(FactsBlock),
    .value = {F_LIST(FactsBlock, facts, "facts"), .flags = FIELD_REQUIRED, .min = 1, .max = 5, .schema = &fact_schema,
              .doc = "one to five values",
              .example = "[{label: Local services, value: 2-1-1, note: Ask for what you need.}]"},
    .sample = "facts:\n"
              "  - value: 2-1-1\n"
              "    label: Local services\n"
              "    note: Call and say what you need. You can ask for an interpreter.\n"
              "  - value: 1 in 5\n"
              "    note: people in Canada live with a mental illness in any one year\n"
              "    source: Canadian Mental Health Association\n",
    .check = facts_check,
    .layout = facts_layout,
};
