/* staff_pad.c - the keys to type a PIN with, and as many circles as were typed. */
#include "screen/staff/staff_parts.h"

enum { PAD_COLUMNS = 3, PAD_ROWS = 4, KEY_CLEAR = 10, KEY_ERASE = 11 };

typedef struct PadSize {
    int key_w, key_h, gap, pad;
} PadSize;

static PadSize pad_size(const Look *look, bool small)
{
    return (PadSize){px(look, small ? 116 : 144), px(look, small ? 80 : 96), px(look, small ? 8 : 12),
                     px(look, small ? 16 : 24)};
}

int staff_pad_width(const Look *look, bool small)
{
    PadSize size = pad_size(look, small);
    return PAD_COLUMNS * size.key_w + (PAD_COLUMNS - 1) * size.gap + 2 * size.pad;
}

int staff_pad_height(const Look *look, bool small)
{
    PadSize size = pad_size(look, small);
    return PAD_ROWS * size.key_h + (PAD_ROWS - 1) * size.gap + 2 * size.pad;
}

static void draw_key(const View *view, const Look *look, Rect box, int key)
{
    const Theme *theme = look->theme;
    bool digit = key < KEY_CLEAR;
    const char *text = digit ? arena_format(view->arena, "%d", key) : word(view->words, "clear");
    const char *name = key == KEY_CLEAR ? "clear" : key == KEY_ERASE ? "erase" : text;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_KEY,
                                           .id = arena_format(view->arena, "key.%s", name),
                                           .label = key == KEY_ERASE ? word(view->words, "keyboard-delete") : text,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_KEY_U),
                                           .action = {.kind = ACTION_PIN_KEY, .value = key},
                                       });
    bool pressed = look->scene->nodes[node].pressed;
    Color ink = pressed ? theme->on_primary : theme->ink;
    scene_framed_box(look->scene, box,
                     pressed ? theme->primary
                     : digit ? theme->card
                             : theme->sunk,
                     px(look, SPACE_S_U), theme->line, px(look, theme->hair_u));
    int icon = px(look, SPACE_4XL_U);
    if (key == KEY_ERASE)
        scene_icon(look->scene, (Rect){box.x + (box.w - icon) / 2, box.y + (box.h - icon) / 2, icon, icon}, "bksp",
                   ink);
    else if (!digit)
        draw_text_centred(look, TYPE_CHIP, text, box, ink);
    else {
        TextSpan span = {text, FACE_BODY_MEDIUM, px(look, 40)};
        TextStyle how = {.line_px = box.h};
        const TextLayout *layout = text_layout(view->text, "en", &span, 1, &how);
        draw_layout(look, layout, box.x + (box.w - layout->width_px) / 2, box.y, ink);
    }
    scene_node_end(look->scene);
}

void staff_pad(const View *view, const Look *look, int x, int y, bool small)
{
    static const int keys[PAD_ROWS][PAD_COLUMNS] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {KEY_CLEAR, 0, KEY_ERASE}};
    PadSize size = pad_size(look, small);
    scene_box(look->scene, (Rect){x, y, staff_pad_width(look, small), staff_pad_height(look, small)}, look->theme->sunk,
              px(look, SPACE_XL_U));
    for (int row = 0; row < PAD_ROWS; row++)
        for (int column = 0; column < PAD_COLUMNS; column++) {
            Rect box = {x + size.pad + column * (size.key_w + size.gap), y + size.pad + row * (size.key_h + size.gap),
                        size.key_w, size.key_h};
            draw_key(view, look, box, keys[row][column]);
        }
}

/* Never which digits: only that there are some. */
int staff_digits(const View *view, const Look *look, int x, int y, int count)
{
    int dot = px(look, 36), gap = px(look, SPACE_L_U), shown = int_max(PIN_DIGITS_MIN, count);
    if (shown > PIN_DIGITS_MIN) gap = px(look, SPACE_XS_U), dot = px(look, SPACE_2XL_U);
    scene_text_node(look->scene, NODE_TEXT, word_count(view->words, view->arena, "pin-typed-spoken", count),
                    (Rect){x, y, shown * (dot + gap), dot});
    for (int i = 0; i < shown; i++) {
        Rect box = {x + i * (dot + gap), y, dot, dot};
        scene_framed_box(look->scene, box, i < count ? look->theme->primary : look->theme->card, dot / 2,
                         look->theme->primary, px(look, SPACE_3XS_U));
    }
    return dot;
}

enum { CODE_GROUPS_A_ROW = 4, CODE_GROUP = RECOVERY_DIGITS / RECOVERY_GROUPS, CODE_DOT_U = 16, CODE_ROW_U = 40 };

int staff_code_height(const Look *look) { return RECOVERY_GROUPS / CODE_GROUPS_A_ROW * px(look, CODE_ROW_U); }

void staff_code(const View *view, const Look *look, int x, int y, const Pad *pad)
{
    const Theme *theme = look->theme;
    int dot = px(look, CODE_DOT_U), step = dot + px(look, 5), group_w = CODE_GROUP * step + px(look, SPACE_M_U),
        row = px(look, CODE_ROW_U);
    Rect all = {x, y, CODE_GROUPS_A_ROW * group_w, staff_code_height(look)};
    scene_text_node(look->scene, NODE_TEXT, word_count(view->words, view->arena, "pin-typed-spoken", pad->digits), all);
    for (int i = 0; i < RECOVERY_DIGITS; i++) {
        int group = i / CODE_GROUP;
        Rect box = {x + group % CODE_GROUPS_A_ROW * group_w + i % CODE_GROUP * step,
                    y + group / CODE_GROUPS_A_ROW * row + (row - dot) / 2, dot, dot};
        Color ink = group + 1 == pad->slip ? theme->family[FAMILY_CRISIS].deep : theme->primary;
        scene_framed_box(look->scene, box, i < pad->digits ? ink : theme->card, dot / 2, ink, px(look, 3));
    }
}
