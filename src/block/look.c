/* look.c - what the blocks share: sizes for this visitor, spaces, grounds, headings and paragraphs. */
#include "block/block.h"

int look_px(const BlockLook *look, double u) { return viewport_px(look->viewport, u); }

static double style_scale(const BlockLook *look, TypeStyle style)
{
    return type_spec(style)->grows ? text_step_scale(look->text_step) : 1.0;
}

int look_size_px(const BlockLook *look, TypeStyle style)
{
    return look_px(look, type_spec(style)->size_u * style_scale(look, style));
}

int look_line_px(const BlockLook *look, TypeStyle style)
{
    return look_px(look, type_spec(style)->line_u * style_scale(look, style) * text_line_scale(look->lang));
}

const TextLayout *look_text(const BlockLook *look, TypeStyle style, Spans spans, int width_px)
{
    bool heading = style == TYPE_H2 || style == TYPE_H3;
    TextStyle how = {.line_px = look_line_px(look, style), .width_px = width_px, .balance = heading};
    return text_layout(look->text, look->lang, spans.items, spans.count, &how);
}

const TextLayout *look_plain(const BlockLook *look, TypeStyle style, const char *text, int width_px)
{
    TextSpan span = {text, type_spec(style)->face, look_size_px(look, style)};
    return look_text(look, style, (Spans){&span, 1}, width_px);
}

const TextLayout *look_prose(const BlockLook *look, TypeStyle style, const char *text, int width_px)
{
    Spans spans = inline_spans(look->arena, text, type_spec(style)->face, look_size_px(look, style));
    return look_text(look, style, spans, width_px);
}

const TextLayout *look_label(const BlockLook *look, FaceRole face, double size_u, double line_u, const char *text)
{
    TextSpan span = {text, face, look_px(look, size_u)};
    TextStyle how = {.line_px = look_px(look, line_u * text_line_scale(look->lang))};
    return text_layout(look->text, look->lang, &span, 1, &how);
}

int look_height(const TextLayout *layout) { return (int)layout->line_count * layout->line_px; }

void look_draw(Scene *scene, const TextLayout *layout, int x, int y, Color color)
{
    for (size_t i = 0; i < layout->line_count; i++)
        scene_line(scene, &layout->lines[i], x, y + (int)i * layout->line_px, layout->line_px, color);
}

int look_gap(BlockLook *look, BlockSpace space)
{
    /* Below a heading a line of text brings some space of its own, a ground does not. */
    static const double after_heading_u[] = {[SPACE_TEXT] = 12, [SPACE_GROUND] = 20, [SPACE_HEADING] = 20};
    static const double wanted_u[] = {[SPACE_TEXT] = 24, [SPACE_GROUND] = 32, [SPACE_HEADING] = 40};
    BlockSpace before = look->space;
    look->space = space;
    if (before == SPACE_NONE) return 0;
    if (before == SPACE_HEADING) return look_px(look, after_heading_u[space]);
    return int_max(look_px(look, wanted_u[space]), look_px(look, wanted_u[before]));
}

const FlowGround *look_pane_ground(const BlockLook *look, Family family, double radius_u, double pad_u)
{
    FlowGround *ground = ARENA_NEW(look->arena, FlowGround);
    *ground = (FlowGround){
        .w_px = look->width_px,
        .pad_top_px = look_px(look, pad_u),
        .pad_bottom_px = look_px(look, pad_u),
        .radius_px = look_px(look, radius_u),
        .fill = look->theme->family[family].tint,
    };
    if (look->theme->high_contrast) {
        ground->edge = look->theme->edge;
        ground->edge_px = look_px(look, look->theme->hair_u);
    }
    return ground;
}

void look_pane(const BlockLook *look, Scene *scene, Rect box, int radius_px, Family family)
{
    Color tint = look->theme->family[family].tint;
    if (!look->theme->high_contrast)
        scene_box(scene, box, tint, radius_px);
    else
        scene_framed_box(scene, box, tint, radius_px, look->theme->edge, look_px(look, look->theme->hair_u));
}

void look_heading(BlockLook *look, Flow *flow, TypeStyle style, const char *text)
{
    const TextLayout *layout = look_plain(look, style, text, look->width_px);
    flow_paragraph(flow, layout, NODE_HEADING, look_gap(look, SPACE_HEADING), 0, look->theme->ink);
}

void look_paragraphs(const BlockLook *look, Flow *flow, TypeStyle style, const char *text, int gap_px, int between_px,
                     int indent_px, int width_px)
{
    size_t count;
    const char *const *paragraphs = inline_paragraphs(look->arena, text, &count);
    for (size_t i = 0; i < count; i++) {
        const TextLayout *layout = look_prose(look, style, paragraphs[i], width_px);
        flow_paragraph(flow, layout, NODE_TEXT, i == 0 ? gap_px : between_px, indent_px, look->theme->ink);
    }
}
