#include "ui/widget.h"

#include <string.h>

int px(const Look *look, double u) { return viewport_px(look->viewport, u); }

/* The size a style has for this visitor: reading styles grow in full, labels a little, headings not at all. */
static double style_scale(const Look *look, const TypeSpec *spec)
{
    return spec->grows ? text_step_scale(look->text_step) : 1.0;
}

int style_line_px(const Look *look, TypeStyle style)
{
    const TypeSpec *spec = type_spec(style);
    return px(look, spec->line_u * style_scale(look, spec) * text_line_scale(look->lang));
}

static const TextLayout *layout_scaled(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines,
                                       double scale)
{
    const TypeSpec *spec = type_spec(style);
    TextSpan span = {text, spec->face, px(look, spec->size_u * scale)};
    bool heading = spec->face == FACE_HEAD_MEDIUM || spec->face == FACE_HEAD_SEMIBOLD;
    TextStyle how = {
        .line_px = px(look, spec->line_u * scale * text_line_scale(look->lang)),
        .width_px = width_px,
        .max_lines = max_lines,
        .balance = heading,
    };
    return text_layout(look->text, look->lang, &span, 1, &how);
}

/* Smallest letters of the interface, in u: those of captions. */
enum { LEAST_SIZE_U = 22 };

/* Words that do not fit where they have to are set smaller before they are shortened: first without the visitor's
 * growth, then by as much as the least size allows. */
static const TextLayout *layout_style(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines)
{
    static const double scales[] = {1.18, 1.0, 0.9, 0.8, 0.7};
    const TypeSpec *spec = type_spec(style);
    double wanted = style_scale(look, spec);
    const TextLayout *layout = layout_scaled(look, style, text, width_px, max_lines, wanted);
    for (size_t i = 0; i < ARRAY_LEN(scales) && layout->truncated; i++)
        if (scales[i] < wanted && spec->size_u * scales[i] >= LEAST_SIZE_U)
            layout = layout_scaled(look, style, text, width_px, max_lines, scales[i]);
    return layout;
}

const TextLayout *look_layout(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines)
{
    return layout_style(look, style, text, width_px, max_lines);
}

int draw_layout(const Look *look, const TextLayout *layout, int x, int y, Color color)
{
    for (size_t i = 0; i < layout->line_count; i++)
        scene_line(look->scene, &layout->lines[i], x, y + (int)i * layout->line_px, layout->line_px, color);
    return (int)layout->line_count * layout->line_px;
}

int draw_text_max(const Look *look, TypeStyle style, const char *text, Rect box, Color color, int max_lines)
{
    return draw_layout(look, layout_style(look, style, text, box.w, max_lines), box.x, box.y, color);
}

int draw_text(const Look *look, TypeStyle style, const char *text, Rect box, Color color)
{
    return draw_text_max(look, style, text, box, color, 0);
}

int draw_prose(const Look *look, NodeRole role, TypeStyle style, const char *text, Rect box, Color color, int max_lines)
{
    const TextLayout *layout = layout_style(look, style, text, box.w, max_lines);
    int height = (int)layout->line_count * layout->line_px;
    scene_node(look->scene, (SceneNode){.role = role, .label = text, .area = {box.x, box.y, box.w, height}});
    draw_layout(look, layout, box.x, box.y, color);
    scene_node_end(look->scene);
    return height;
}

int text_height(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines)
{
    const TextLayout *layout = layout_style(look, style, text, width_px, max_lines);
    return (int)layout->line_count * layout->line_px;
}

bool text_fits(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines)
{
    return !look_layout(look, style, text, width_px, max_lines)->truncated;
}

int text_width(const Look *look, TypeStyle style, const char *text)
{
    return layout_style(look, style, text, 0, 1)->width_px;
}

/* A single line that fits the box: cut with an ellipsis only when nothing else is possible. */
static const TextLayout *line_within(const Look *look, TypeStyle style, const char *text, int width_px)
{
    const TextLayout *layout = layout_style(look, style, text, 0, 1);
    return layout->width_px <= width_px ? layout : layout_style(look, style, text, width_px, 1);
}

void draw_text_centred(const Look *look, TypeStyle style, const char *text, Rect box, Color color)
{
    const TextLayout *layout = line_within(look, style, text, box.w);
    draw_layout(look, layout, box.x + (box.w - layout->width_px) / 2, box.y + (box.h - layout->line_px) / 2, color);
}

void draw_text_middle(const Look *look, TypeStyle style, const char *text, Rect box, Color color)
{
    const TextLayout *layout = line_within(look, style, text, box.w);
    draw_layout(look, layout, box.x, box.y + (box.h - layout->line_px) / 2, color);
}

void draw_text_end(const Look *look, TypeStyle style, const char *text, Rect box, Color color)
{
    const TextLayout *layout = line_within(look, style, text, box.w);
    draw_layout(look, layout, box.x + box.w - layout->width_px, box.y + (box.h - layout->line_px) / 2, color);
}

static int button_height(const Look *look, const Button *button) { return px(look, button->large ? 96 : 72); }

static TypeStyle button_style(const Button *button) { return button->large ? TYPE_BUTTON_L : TYPE_BUTTON; }

int button_width(const Look *look, const Button *button)
{
    if (!button->label) return button_height(look, button);
    int width = 2 * px(look, button->large ? 40 : 28) + text_width(look, button_style(button), button->label);
    if (button->icon) width += px(look, 34) + px(look, 12);
    if (button->icon_after) width += px(look, 34) + px(look, 12);
    return width;
}

/* What stands in a button: icon, label, icon, centred as one; or label left and trailing text right. */
static void draw_button_inside(const Look *look, const Button *button, Rect box, Color ink)
{
    int icon = px(look, 34), gap = px(look, 12), pad = px(look, 28);
    int icon_y = box.y + (box.h - icon) / 2;
    if (!button->label) {
        int side = px(look, 36);
        scene_icon(look->scene, (Rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side},
                   button->icon, ink);
        return;
    }
    int icons = (button->icon ? icon + gap : 0) + (button->icon_after ? icon + gap : 0);
    int label = int_min(text_width(look, button_style(button), button->label), box.w - 2 * px(look, 16) - icons);
    int x = button->trailing ? box.x + pad : box.x + (box.w - icons - label) / 2;
    if (button->icon) {
        scene_icon(look->scene, (Rect){x, icon_y, icon, icon}, button->icon, ink);
        x += icon + gap;
    }
    draw_text_middle(look, button_style(button), button->label, (Rect){x, box.y, label, box.h}, ink);
    if (button->icon_after)
        scene_icon(look->scene, (Rect){x + label + gap, icon_y, icon, icon}, button->icon_after, ink);
    if (button->trailing)
        draw_text_end(look, TYPE_META, button->trailing, (Rect){box.x + pad, box.y, box.w - 2 * pad, box.h},
                      look->theme->ink2);
}

int draw_button(const Look *look, const Button *button, int x, int y, int w)
{
    const Theme *theme = look->theme;
    Rect box = {x, y, w > 0 ? w : button_width(look, button), button_height(look, button)};
    const char *label = button->spoken ? button->spoken : button->label;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_BUTTON,
                                           .id = button->id,
                                           .label = label,
                                           .aloud = button->said ? label : NULL,
                                           .area = box,
                                           .radius_px = box.h / 2,
                                           .action = button->action,
                                           .hold = button->hold,
                                           .hold_ms = button->hold_ms,
                                           .disabled = button->disabled,
                                       });
    bool pressed = look->scene->nodes[node].pressed;
    Color ground = button->primary ? (pressed ? theme->primary_pressed : theme->primary)
                                   : (pressed ? theme->pressed : theme->card);
    Color ink = button->primary ? theme->on_primary : theme->ink;
    scene_framed_box(look->scene, box, ground, box.h / 2, button->primary ? ground : theme->edge,
                     px(look, theme->hair_u));
    draw_button_inside(look, button, box, ink);
    scene_node_end(look->scene);
    return box.w;
}

int chip_width(const Look *look, const Chip *chip)
{
    int width = 2 * px(look, 26) + text_width(look, TYPE_CHIP, chip->label);
    return int_max(width + (chip->check && chip->on ? px(look, 38) : 0), px(look, 72));
}

int draw_chip(const Look *look, const Chip *chip, int x, int y)
{
    const Theme *theme = look->theme;
    Rect box = {x, y, chip_width(look, chip), px(look, 64)};
    const char *label = chip->spoken ? chip->spoken : chip->label;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_CHIP,
                                           .id = chip->id,
                                           .label = label,
                                           .lang = strcmp(look->lang, look->scene->lang) == 0 ? NULL : look->lang,
                                           .aloud = chip->said ? label : NULL,
                                           .area = {x, y - px(look, 4), box.w, px(look, 72)},
                                           .shape = box,
                                           .radius_px = box.h / 2,
                                           .action = chip->action,
                                           .selected = chip->on,
                                       });
    bool pressed = look->scene->nodes[node].pressed;
    Color ground =
        chip->on ? (pressed ? theme->primary_pressed : theme->primary) : (pressed ? theme->pressed : theme->card);
    Color ink = chip->on ? theme->on_primary : theme->ink;
    scene_framed_box(look->scene, box, ground, box.h / 2, chip->on ? ground : theme->edge, px(look, theme->hair_u));
    int left = x + px(look, 26);
    if (chip->check && chip->on) {
        int side = px(look, 28);
        scene_icon(look->scene, (Rect){left - px(look, 4), y + (box.h - side) / 2, side, side}, "check", ink);
        left += px(look, 34);
    }
    int width = text_width(look, TYPE_CHIP, chip->label);
    if (!(chip->check && chip->on)) left = x + (box.w - width) / 2;
    draw_text_middle(look, TYPE_CHIP, chip->label, (Rect){left, y, width, box.h}, ink);
    scene_node_end(look->scene);
    return box.w;
}

void draw_picture_pane(const Look *look, Rect box, int radius_px, Family family, ImageRef image, int side)
{
    scene_box(look->scene, box, look->theme->picture_ground[family], radius_px);
    if (!image.path) return;
    Rect place = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
    scene_image(look->scene, place, image);
}

void draw_card(const Look *look, Rect box, int radius_px, Color ground)
{
    scene_framed_box(look->scene, box, ground, radius_px, look->theme->line, px(look, look->theme->hair_u));
}

void draw_brand(const Look *look, int x, int y, int height, Color ink, bool light)
{
    int side = px(look, 52), gap = px(look, 12);
    scene_image(look->scene, (Rect){x, y + (height - side) / 2, side, side},
                (ImageRef){light ? "art:mark-light" : "art:mark", false});
    TextSpan span = {"Hearth", FACE_HEAD_SEMIBOLD, px(look, 34)};
    TextStyle how = {.line_px = height};
    draw_layout(look, text_layout(look->text, "en", &span, 1, &how), x + side + gap, y, ink);
}
