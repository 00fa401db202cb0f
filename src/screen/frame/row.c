#include "screen/frame/row.h"

void row_draw(const Look *look, Rect box, const Row *row)
{
    const Theme *theme = look->theme;
    const char *label = row->meta ? arena_format(look->scene->arena, "%s. %s", row->title, row->meta) : row->title;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = row->id,
                                           .label = label,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_ROW_U),
                                           .action = row->action,
                                       });
    draw_card(look, box, px(look, SPACE_L_U), look->scene->nodes[node].pressed ? theme->pressed : theme->card);
    int pad = px(look, SPACE_S_U), thumb = int_min(px(look, 104), box.h - 2 * pad), x = box.x + pad;
    Rect pane = {x, box.y + (box.h - thumb) / 2, thumb, thumb};
    draw_picture_pane(look, pane, px(look, SPACE_S_U), row->family, row->image, thumb * 86 / 100);
    x += thumb + px(look, SPACE_XL_U);
    int chevron = px(look, ICON_S_U), right = box.x + box.w - px(look, SPACE_XL_U);
    if (!row->meta_below) {
        scene_icon(look->scene, (Rect){right - chevron, box.y + (box.h - chevron) / 2, chevron, chevron}, "chev",
                   theme->ink);
        right -= chevron + px(look, SPACE_M_U);
    }
    if (row->meta && !row->meta_below) {
        int width = text_width(look, TYPE_META, row->meta);
        draw_text_middle(look, TYPE_META, row->meta, (Rect){right - width, box.y, width, box.h}, theme->ink2);
        right -= width + px(look, SPACE_M_U);
    }
    int meta_h = row->meta && row->meta_below ? style_line_px(look, TYPE_META) : 0;
    int lines = (box.h - 2 * px(look, SPACE_XS_U) - meta_h) / style_line_px(look, TYPE_ROW);
    lines = int_clamp(lines, 1, 3);
    int title_h = text_height(look, TYPE_ROW, row->title, right - x, lines), y = box.y + (box.h - title_h - meta_h) / 2;
    draw_text_max(look, TYPE_ROW, row->title, (Rect){x, y, right - x, title_h}, theme->ink, lines);
    if (meta_h > 0)
        draw_text_max(look, TYPE_META, row->meta, (Rect){x, y + title_h, right - x, meta_h}, theme->ink2, 1);
    scene_node_end(look->scene);
}

int panel_picture_side(const Look *look, Rect panel, const char *title, const char *words, int side)
{
    enum { PADS_U = 40 + 20 + 8 + 8 + 40, GOOD_U = 176, LEAST_U = 96 };
    int width = panel.w - 2 * px(look, SPACE_5XL_U);
    int room = panel.h - text_height(look, TYPE_H1, title, width, 3) - px(look, PADS_U + BUTTON_U);
    /* The picture gives way before the letters do. */
    int beside_large = room - text_height(look, TYPE_READ, words, width, 0);
    if (beside_large >= int_min(side, px(look, GOOD_U))) return int_min(beside_large, side);
    return int_clamp(room - text_height(look, TYPE_META, words, width, 0), int_min(side, px(look, LEAST_U)), side);
}
