#include <string.h>

#include "block/block.h"

enum { NAME_MIN_U = 320 }; /* narrower than this, the number goes below the name */

typedef struct ContactBlock {
    TextList ids;
} ContactBlock;

static void contact_check(const Block *block, const BlockCheck *check)
{
    const ContactBlock *props = block->props;
    for (size_t i = 0; i < props->ids.count; i++) {
        const char *id = props->ids.items[i];
        if (!check->has_contact(check->context, id))
            diag_error(check->diags, props->ids.marks[i], "unknown-contact",
                       "use an id of the \"crisis\" list in pack.yaml", "there is no contact called \"%s\"", id);
        for (size_t before = 0; before < i; before++)
            if (strcmp(props->ids.items[before], id) == 0)
                diag_error(check->diags, props->ids.marks[i], "contact-twice", "take one of them out",
                           "\"%s\" stands in the list twice", id);
    }
}

static const char *contact_spoken(Arena *arena, const ContactLine *line)
{
    const char *const parts[] = {line->name, line->note, line->number};
    return speech_join(arena, parts, ARRAY_LEN(parts));
}

static void add_card(const BlockLook *look, Flow *flow, const ContactLine *line, int gap)
{
    const Theme *theme = look->theme;
    int pad = look_px(look, 28), top = look_px(look, 20), icon = look_px(look, 36), between = look_px(look, 24);
    const TextLayout *number = look_label(look, FACE_HEAD_SEMIBOLD, 40, 52, line->number);
    int x = pad + icon + between, room = look->width_px - x - pad;
    int beside = room - between - number->width_px;
    bool below = beside < look_px(look, NAME_MIN_U);
    const TextLayout *name = look_plain(look, TYPE_ROW, line->name, below ? room : beside);
    const TextLayout *note =
        line->note && line->note[0] ? look_plain(look, TYPE_META, line->note, below ? room : beside) : NULL;
    int words = look_height(name) + (note ? look_height(note) : 0);
    int inner = below ? words + number->line_px : int_max(words, number->line_px);
    Rect card = {0, 0, look->width_px, inner + 2 * top};
    Scene *scene = flow_begin_piece(flow, gap);
    scene_node(scene, (SceneNode){.role = NODE_TEXT, .label = contact_spoken(look->arena, line), .area = card});
    scene_framed_box(scene, card, theme->card, look_px(look, 20), theme->line, look_px(look, theme->hair_u));
    scene_icon(scene, (Rect){pad, (card.h - icon) / 2, icon, icon}, "phone", theme->ink);
    int y = below ? top : (card.h - words) / 2;
    look_draw(scene, name, x, y, theme->ink);
    if (note) look_draw(scene, note, x, y + look_height(name), theme->ink2);
    int number_x = below ? x : card.w - pad - number->width_px;
    look_draw(scene, number, number_x, below ? top + words : (card.h - number->line_px) / 2, theme->ink);
    scene_node_end(scene);
    flow_end_piece(flow, card.h);
}

static void contact_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const ContactBlock *props = block->props;
    int gap = look_gap(look, SPACE_GROUND);
    size_t first = flow->count;
    for (size_t i = 0; i < props->ids.count; i++) {
        ContactLine line;
        if (!look->world->contact(look->world->context, props->ids.items[i], &line)) continue;
        add_card(look, flow, &line, gap);
        gap = look_px(look, 16);
    }
    flow_keep(flow, first);
}

const BlockType block_contact = {
    .name = "contact",
    .doc = "Phone lines, each on a card. Names, notes and numbers are in pack.yaml, to be changed in one place.",
    .props_size = sizeof(ContactBlock),
    .value = {F_TEXTS(ContactBlock, ids, "contact"), .flags = FIELD_REQUIRED, .min = 1, .max = 5, .item_max = 64,
              .doc = "ids of the crisis list in pack.yaml", .example = "[suicide-crisis]"},
    .sample = "contact: [suicide-crisis, family-violence-legal]\n",
    .check = contact_check,
    .layout = contact_layout,
};
