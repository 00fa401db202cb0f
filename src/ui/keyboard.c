#include "ui/keyboard.h"

#include <string.h>

/* Sizes in pixels, from the design's: keys of 120 x 80, 104 wide on a small screen, a tenth of the width upright. */
typedef struct KeySizes {
    int key_w, key_h, gap, pad, rows;
} KeySizes;

/* Widths of the wide keys, in keys. */
static const double erase_keys = 1.55, side_keys = 1.55, done_keys = 2.1, space_keys = 4.9;

static size_t letter_count(const char *letters)
{
    char letter[KEY_BYTES_MAX];
    size_t count = 0;
    while (keyboard_letter(letters, count, letter)) count++;
    return count;
}

static int row_count(const KeyboardLayout *layout)
{
    int rows = 0;
    while (rows < KEY_ROWS_MAX && layout->rows[rows]) rows++;
    return rows;
}

/* Keys across, with delete at the end of the last row. */
static double keys_across(const KeyboardLayout *layout, int rows)
{
    double most = 10;
    for (int i = 0; i < rows; i++) {
        double keys = (double)letter_count(layout->rows[i]) + (i + 1 == rows ? erase_keys : 0);
        if (keys > most) most = keys;
    }
    return most;
}

static int bed_height(const KeySizes *sizes, int rows)
{
    return 2 * sizes->pad + rows * sizes->key_h + (rows - 1) * sizes->gap;
}

/* The rows move together before the keys get lower. */
static void sizes_fit(const Look *look, KeySizes *sizes, int rows, int most_px)
{
    bool small = look->viewport->shape == SHAPE_SMALL;
    sizes->gap = px(look, small ? 4 : 8);
    sizes->pad = px(look, small ? 4 : 12);
    sizes->key_h = int_min(sizes->key_h, (most_px - 2 * sizes->pad - (rows - 1) * sizes->gap) / rows);
}

static KeySizes sizes_of(const Look *look, const Keyboard *keyboard)
{
    const KeyboardLayout *layout = keyboard_layout(keyboard->lang, keyboard->page);
    /* The bed keeps its height from page to page: nothing above it moves when numbers come up. */
    int rows = row_count(layout), high = row_count(keyboard_layout(keyboard->lang, KEYS_LETTERS));
    Shape shape = look->viewport->shape;
    KeySizes sizes = {.gap = px(look, shape == SHAPE_LANDSCAPE ? 12 : 8), .rows = rows};
    double key_w = shape == SHAPE_LANDSCAPE ? 120 : shape == SHAPE_SMALL ? 104 : 92;
    double across = keys_across(layout, rows);
    int margin = px(look, shape == SHAPE_LANDSCAPE ? 64 : shape == SHAPE_SMALL || across > KEYS_IN_ROW_MAX ? 32 : 48);
    int room = (int)((look->viewport->w - 2 * margin - (int)(across - 0.5) * sizes.gap) / across);
    sizes.key_w = int_min(px(look, key_w), room);
    sizes.key_h = px(look, shape == SHAPE_PORTRAIT ? 88 : high > 3 ? 72 : 80);
    sizes.pad = px(look, shape == SHAPE_SMALL ? 12 : 24);
    if (keyboard->most_px > 0 && bed_height(&sizes, high + 1) > keyboard->most_px)
        sizes_fit(look, &sizes, high + 1, keyboard->most_px);
    return sizes;
}

int keyboard_height(const Look *look, const Keyboard *keyboard)
{
    KeySizes sizes = sizes_of(look, keyboard);
    return bed_height(&sizes, row_count(keyboard_layout(keyboard->lang, KEYS_LETTERS)) + 1);
}

typedef enum KeyLook { KEY_LETTER, KEY_WIDE, KEY_SUNK, KEY_PRIMARY } KeyLook;

typedef struct KeySpec {
    SceneNode node; /* its area is filled in */
    const char *label, *icon;
    KeyLook kind;
} KeySpec;

/* Keys are placed from the left, whatever the language: the scene will be mirrored once more. */
static Rect unmirrored(const Look *look, Rect box)
{
    if (text_lang_is_rtl(look->lang)) box.x = look->viewport->w - box.x - box.w;
    return box;
}

static void draw_key_label(const Look *look, const KeySpec *key, Rect box, Color ink)
{
    bool letter = key->kind == KEY_LETTER;
    int icon = key->icon ? px(look, key->label ? 32 : 40) : 0, gap = key->icon && key->label ? px(look, 10) : 0;
    TextSpan span = {key->label ? key->label : "", key->kind == KEY_PRIMARY ? FACE_BODY_SEMIBOLD : FACE_BODY_MEDIUM,
                     px(look, letter ? 36 : 28)};
    TextStyle how = {.line_px = box.h - 2 * px(look, 4)};
    const TextLayout *label = text_layout(look->text, look->lang, &span, 1, &how);
    if (label->width_px > box.w - 2 * px(look, 8) - icon - gap) {
        span.size_px = span.size_px * 3 / 4;
        label = text_layout(look->text, look->lang, &span, 1, &how);
    }
    int width = icon + gap + (key->label ? label->width_px : 0), x = box.x + (box.w - width) / 2;
    Rect icon_box = {x, box.y + (box.h - icon) / 2, icon, icon};
    if (text_lang_is_rtl(look->lang) && key->label) icon_box.x = box.x + (box.w + width) / 2 - icon;
    if (key->icon) scene_icon(look->scene, icon_box, key->icon, ink);
    int text_x = text_lang_is_rtl(look->lang) ? x : x + icon + gap;
    if (key->label) draw_layout(look, label, text_x, box.y + px(look, 4), ink);
}

static void draw_key(const Look *look, const KeySpec *key, Rect place)
{
    const Theme *theme = look->theme;
    Rect box = unmirrored(look, place);
    SceneNode node = key->node;
    node.role = NODE_KEY;
    node.area = box;
    node.radius_px = px(look, 12);
    int at = scene_node(look->scene, node);
    bool pressed = look->scene->nodes[at].pressed, primary = key->kind == KEY_PRIMARY;
    Color ground = primary                 ? (pressed ? theme->primary_pressed : theme->primary)
                   : pressed               ? theme->primary
                   : key->kind == KEY_SUNK ? theme->sunk
                                           : theme->card;
    Color ink = primary || pressed ? theme->on_primary : theme->ink;
    scene_framed_box(look->scene, box, ground, px(look, 12), primary || pressed ? ground : theme->line,
                     px(look, theme->hair_u));
    draw_key_label(look, key, box, ink);
    scene_node_end(look->scene);
}

static void draw_letter(const Look *look, const KeyboardLayout *layout, const char *letter, Rect box,
                        const char *prefix)
{
    Arena *arena = look->scene->arena;
    const char *kept = arena_copy(arena, letter);
    KeySpec key = {
        .node = {.id = arena_format(arena, "%s.%s", prefix, kept),
                 .label = kept,
                 .action = {.kind = ACTION_TYPE, .id = kept}},
        .label = kept,
        .kind = KEY_LETTER,
    };
    if (layout && keyboard_relatives(layout, letter)) {
        key.node.hold = (Action){.kind = ACTION_KEY_RELATIVES, .id = kept};
        key.node.hold_ms = KEY_HOLD_MS;
        key.node.hold_slides = true;
    }
    draw_key(look, &key, box);
}

static void draw_erase(const Look *look, const Keyboard *keyboard, Rect box)
{
    KeySpec erase = {
        .node = {.id = "key.erase",
                 .label = keyboard->erase,
                 .action = {.kind = ACTION_ERASE},
                 .hold = {.kind = ACTION_ERASE},
                 .hold_ms = KEY_REPEAT_AFTER_MS,
                 .repeat_ms = KEY_REPEAT_MS},
        .icon = "bksp",
        .kind = KEY_SUNK,
    };
    draw_key(look, &erase, box);
}

/* The row of letters; returns where the held letter's key is, if it is here. */
static Rect draw_letters(const Look *look, const Keyboard *keyboard, const KeySizes *sizes, int row, int y)
{
    const KeyboardLayout *layout = keyboard_layout(keyboard->lang, keyboard->page);
    const char *letters = layout->rows[row];
    int count = (int)letter_count(letters), erase_w = row + 1 == sizes->rows ? (int)(sizes->key_w * erase_keys) : 0;
    int width = count * sizes->key_w + (count - 1) * sizes->gap + (erase_w > 0 ? erase_w + sizes->gap : 0);
    int x = (look->viewport->w - width) / 2;
    char letter[KEY_BYTES_MAX];
    Rect held = {0};
    for (size_t i = 0; keyboard_letter(letters, i, letter); i++) {
        Rect box = {x, y, sizes->key_w, sizes->key_h};
        draw_letter(look, layout, letter, box, "key");
        if (strcmp(letter, keyboard->held) == 0) held = box;
        x += sizes->key_w + sizes->gap;
    }
    if (erase_w > 0) draw_erase(look, keyboard, (Rect){x, y, erase_w, sizes->key_h});
    return held;
}

/* Numbers or letters, Latin letters, a key of the language, space, Done. */
static void draw_last_row(const Look *look, const Keyboard *keyboard, const KeySizes *sizes, int y)
{
    const KeyboardLayout *own = keyboard_layout(keyboard->lang, KEYS_LETTERS);
    bool letters = keyboard->page == KEYS_LETTERS;
    double keys[5] = {side_keys, own->latin ? 0 : side_keys, letters && own->extra ? 1 : 0, space_keys, done_keys};
    double all = 0;
    int gaps = -1;
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        all += keys[i];
        gaps += keys[i] > 0;
    }
    if (own->latin) keys[3] += side_keys, all += side_keys;
    int room = look->viewport->w - 2 * px(look, 32) - gaps * sizes->gap,
        unit = int_min(sizes->key_w, (int)(room / all));
    int x = (look->viewport->w - (int)(unit * all) - gaps * sizes->gap) / 2;
    bool latin = keyboard->page == KEYS_LATIN;
    KeySpec specs[5] = {
        {.node = {.id = "key.numbers",
                  .label = letters || latin ? keyboard->numbers : keyboard->letters,
                  .action = {.kind = ACTION_KEYS, .value = letters || latin ? KEYS_NUMBERS : KEYS_LETTERS}},
         .label = letters || latin ? keyboard->numbers : keyboard->letters,
         .kind = KEY_SUNK},
        {.node = {.id = "key.latin",
                  .label = latin ? keyboard->letters : "ABC",
                  .action = {.kind = ACTION_KEYS, .value = latin ? KEYS_LETTERS : KEYS_LATIN}},
         .label = latin ? keyboard->letters : "ABC",
         .icon = "globe",
         .kind = KEY_SUNK},
        {.node = {.id = "key.extra", .label = own->extra, .action = {.kind = ACTION_TYPE, .id = own->extra}},
         .label = own->extra,
         .kind = KEY_LETTER},
        {.node = {.id = "key.space", .label = keyboard->space, .action = {.kind = ACTION_TYPE, .id = " "}},
         .label = keyboard->space,
         .kind = KEY_WIDE},
        {.node = {.id = "key.done", .label = keyboard->done, .action = {.kind = ACTION_KEYS, .value = KEYS_FOLDED}},
         .label = keyboard->done,
         .kind = KEY_PRIMARY},
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (keys[i] == 0) continue;
        Rect box = {x, y, (int)(unit * keys[i]), sizes->key_h};
        draw_key(look, &specs[i], box);
        x += box.w + sizes->gap;
    }
}

/* Over the keys, which fade with the rest above the dock: nothing there acts until one is chosen, or a touch beside
 * them takes them away. Help and Hide below stay as they are. */
static void draw_relatives(const Look *look, const Keyboard *keyboard, const KeySizes *sizes, Rect held, Rect keys)
{
    const KeyboardLayout *layout = keyboard_layout(keyboard->lang, keyboard->page);
    const char *others = keyboard_relatives(layout, keyboard->held);
    if (!others || held.w == 0) return;
    Scene *scene = look->scene;
    int layer = scene->open_layer, pad = px(look, 8), count = (int)letter_count(others), w = look->viewport->w;
    scene->open_layer = layer + 1;
    Rect above_dock = {0, 0, w, keys.y + keys.h};
    scene_node(scene, (SceneNode){.role = NODE_GROUND,
                                  .id = "keys.ground",
                                  .label = "",
                                  .area = above_dock,
                                  .action = {.kind = ACTION_KEY_RELATIVES, .id = ""}});
    scene_node_end(scene);
    scene_box(scene, above_dock, look->theme->veil, 0);
    int width = count * sizes->key_w + (count - 1) * sizes->gap + 2 * pad, edge = px(look, 16);
    int x = int_clamp(held.x + held.w / 2 - width / 2, edge, int_max(edge, w - width - edge));
    Rect bed = {x, held.y - sizes->key_h - sizes->gap - 2 * pad, width, sizes->key_h + 2 * pad};
    if (keyboard->relatives_inside && bed.y < keys.y) bed.y = held.y + held.h + sizes->gap;
    scene_framed_box(scene, unmirrored(look, bed), look->theme->sunk, px(look, 16), look->theme->edge, px(look, 4));
    char letter[KEY_BYTES_MAX];
    for (size_t i = 0; keyboard_letter(others, i, letter); i++) {
        Rect box = {x + pad + (int)i * (sizes->key_w + sizes->gap), bed.y + pad, sizes->key_w, sizes->key_h};
        draw_letter(look, NULL, letter, box, "relative");
    }
    scene->open_layer = layer;
}

void draw_keyboard(const Look *look, Rect bed, const Keyboard *keyboard)
{
    KeySizes sizes = sizes_of(look, keyboard);
    scene_box(look->scene, bed, look->theme->sunk, 0);
    int y = bed.y + sizes.pad, step = sizes.key_h + sizes.gap;
    Rect held = {0};
    for (int row = 0; row < sizes.rows; row++, y += step) {
        Rect here = draw_letters(look, keyboard, &sizes, row, y);
        if (here.w > 0) held = here;
    }
    draw_last_row(look, keyboard, &sizes, bed.y + bed.h - sizes.pad - sizes.key_h);
    draw_relatives(look, keyboard, &sizes, held, bed);
}
