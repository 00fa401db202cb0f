#include "block/block.h"

enum { PANE_U = 310, CIRCLE_U = 260, RING_ALPHA = 87 }; /* a third */
static const double DISC_OF_RING = 98.0 / 126.0;

static void breathing_check(const Block *block, const BlockCheck *check)
{
    const Breathing *breathing = block->props;
    if (breathing->in_s > 0 && breathing->out_s > 0 && breathing->out_s < breathing->in_s)
        diag_warn(check->diags, breathing->at, "short-breath-out", "make \"out\" as long as \"in\", or longer",
                  "breathing out is shorter than breathing in, which does not calm");
}

/* "4 breaths, 40 seconds" */
static const char *breathing_line(Arena *arena, const Words *words, const Breathing *breathing)
{
    const char *breaths = word_count(words, arena, "breathing-block-line", breathing->rounds);
    long seconds = (long)(breathing->in_s + breathing->out_s) * breathing->rounds;
    return arena_format(arena, "%s%s%s", breaths, word(words, "list-comma"),
                        word_count(words, arena, "seconds-count", seconds));
}

static void draw_disc(const BlockLook *look, Scene *scene, Rect ring)
{
    const Theme *theme = look->theme;
    int stroke = look_px(look, 4), disc = (int)(ring.w * DISC_OF_RING);
    Color edge = theme->family[FAMILY_SYMPTOMS].deep;
    if (!theme->high_contrast) edge = color_with_alpha(edge, RING_ALPHA);
    scene_framed_box(scene, ring, (Color){0}, ring.w / 2, edge, stroke);
    Rect inner = {ring.x + (ring.w - disc) / 2, ring.y + (ring.h - disc) / 2, disc, disc};
    scene_box(scene, inner, theme->breath, disc / 2);
    TextSpan span = {word(look->words, "breathing-in"), FACE_HEAD_MEDIUM, look_px(look, 32)};
    TextStyle how = {
        .line_px = look_px(look, 40), .width_px = disc - look_px(look, 24), .max_lines = 3, .balance = true};
    const TextLayout *label = text_layout(look->text, look->lang, &span, 1, &how);
    int y = ring.y + (ring.h - look_height(label)) / 2;
    for (size_t i = 0; i < label->line_count; i++) {
        int x = ring.x + (ring.w - label->lines[i].width_px) / 2;
        scene_line(scene, &label->lines[i], x, y + (int)i * label->line_px, label->line_px, theme->ink);
    }
}

static void draw_start(BlockLook *look, Scene *scene, const char *line, Rect box)
{
    const Theme *theme = look->theme;
    const char *const spoken[] = {word(look->words, "breathing-block-start"), line};
    const TextLayout *label = look_plain(look, TYPE_BUTTON, spoken[0], 0);
    int icon = look_px(look, 34), gap = look_px(look, 12), x = box.x + (box.w - icon - gap - label->width_px) / 2;
    int node = scene_node(scene, (SceneNode){
                                     .role = NODE_BUTTON,
                                     .id = arena_format(look->arena, "breathing.%d", look->target_count++),
                                     .label = speech_join(look->arena, spoken, ARRAY_LEN(spoken)),
                                     .area = box,
                                     .radius_px = box.h / 2,
                                     .action = {.kind = ACTION_OPEN_SCREEN, .value = -1, .id = "breathing"},
                                 });
    Color ground = scene->nodes[node].pressed ? theme->primary_pressed : theme->primary;
    scene_box(scene, box, ground, box.h / 2);
    scene_icon(scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, "play", theme->on_primary);
    look_draw(scene, label, x + icon + gap, box.y + (box.h - label->line_px) / 2, theme->on_primary);
    scene_node_end(scene);
}

static int button_width(const BlockLook *look, const TextLayout *line)
{
    const TextLayout *label = look_plain(look, TYPE_BUTTON, word(look->words, "breathing-block-start"), 0);
    return int_max(label->width_px + look_px(look, 34 + 12 + 2 * 28), line->width_px);
}

static void breathing_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const Breathing *breathing = block->props;
    const char *text = breathing_line(look->arena, look->words, breathing);
    const TextLayout *line = look_plain(look, TYPE_TEXT, text, 0);
    int ring = look_px(look, CIRCLE_U), between = look_px(look, 48), button = look_px(look, BUTTON_U);
    Rect pane = {0, 0, look->width_px, look_px(look, PANE_U)};
    int width = button_width(look, line), controls = button + look_px(look, 16) + line->line_px;
    bool below = ring + between + width > pane.w - 2 * look_px(look, 28);
    if (below) pane.h += controls + look_px(look, 24);
    int x = below ? (pane.w - width) / 2 : (pane.w - ring - between - width) / 2 + ring + between;
    int y = below ? pane.h - controls - look_px(look, 24) : (pane.h - controls) / 2;
    int ring_x = below ? (pane.w - ring) / 2 : x - between - ring;
    Scene *scene = flow_begin_piece(flow, look_gap(look, SPACE_GROUND));
    look_pane(look, scene, pane, look_px(look, 24), FAMILY_SYMPTOMS);
    draw_disc(look, scene, (Rect){ring_x, (look_px(look, PANE_U) - ring) / 2, ring, ring});
    draw_start(look, scene, text, (Rect){x, y, width, button});
    look_draw(scene, line, x + (width - line->width_px) / 2, y + controls - line->line_px, look->theme->ink);
    flow_end_piece(flow, pane.h);
}

static const Field breathing_fields[] = {
    {F_INT(Breathing, in_s, "in"), .flags = FIELD_REQUIRED, .min = 2, .max = 8, .doc = "seconds to breathe in",
     .example = "4"},
    {F_INT(Breathing, out_s, "out"), .flags = FIELD_REQUIRED, .min = 2, .max = 12, .doc = "seconds to breathe out",
     .example = "6"},
    {F_INT(Breathing, rounds, "rounds"), .flags = FIELD_REQUIRED, .min = 1, .max = 8, .doc = "how many breaths",
     .example = "4"},
    {0},
};

static const Schema breathing_schema = {
    .name = "breathing",
    .doc = "A pace to breathe at.",
    .size = sizeof(Breathing),
    .mark_offset = offsetof(Breathing, at) + 1,
    .fields = breathing_fields,
};

const BlockType block_breathing = {
    .name = "breathing",
    .doc =
        "A few slow breaths with a circle that grows and shrinks, on a screen of its own. It never starts by itself.",
    .props_size = sizeof(Breathing),
    .value = {.key = "breathing",
              .type = FIELD_OBJECT,
              .flags = FIELD_REQUIRED,
              .schema = &breathing_schema,
              .doc = "seconds in, seconds out, and how many breaths",
              .example = "{in: 4, out: 6, rounds: 4}"},
    .sample = "breathing: {in: 4, out: 6, rounds: 4}\n",
    .check = breathing_check,
    .layout = breathing_layout,
};
