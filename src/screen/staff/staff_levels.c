/* staff_levels.c - light and sound of this device: how much, less, more. Only what the device has. */
#include "screen/staff/staff_parts.h"

enum { LEVELS_MAX = 2, LEVEL_U = 72, GAP_U = 16, BESIDE_U = 420, FULL = 100 };

typedef struct Level {
    const char *name, *icon;
    const char *less_id, *less, *more_id, *more; /* ids of the buttons, and the words that say what they do */
    ActionKind step;
    int percent, least;
} Level;

static size_t levels_make(const View *view, Level *levels)
{
    const Health *health = &view->staff->health;
    const Level all[LEVELS_MAX] = {
        {.name = "device-brightness",
         .icon = "sun",
         .less_id = "darker",
         .less = "device-darker",
         .more_id = "brighter",
         .more = "device-brighter",
         .step = ACTION_LIGHT_STEP,
         .percent = health->brightness,
         .least = BRIGHTNESS_LEAST},
        {.name = "device-volume",
         .icon = "listen",
         .less_id = "quieter",
         .less = "listen-quieter",
         .more_id = "louder",
         .more = "listen-louder",
         .step = ACTION_VOLUME_STEP,
         .percent = health->volume,
         .least = LISTEN_VOLUME_STEP},
    };
    size_t count = 0;
    for (size_t i = 0; i < LEVELS_MAX; i++)
        if (all[i].percent >= 0) levels[count++] = all[i];
    return count;
}

static bool stand_beside(const Look *look, int w) { return w >= LEVELS_MAX * px(look, BESIDE_U) + px(look, GAP_U); }

int staff_levels_height(const View *view, const Look *look, int w)
{
    Level levels[LEVELS_MAX];
    int rows = (int)levels_make(view, levels);
    if (rows > 1 && stand_beside(look, w)) rows = 1;
    return rows * px(look, LEVEL_U) + int_max(0, rows - 1) * px(look, GAP_U);
}

static void draw_level(const View *view, const Look *look, const Level *level, Rect box)
{
    const char *name = word(view->words, level->name), *value = arena_format(view->arena, "%d%%", level->percent);
    Button less = {.id = level->less_id,
                   .spoken = word(view->words, level->less),
                   .icon = "minus",
                   .disabled = level->percent <= level->least,
                   .action = {.kind = level->step, .value = -1}};
    Button more = {.id = level->more_id,
                   .spoken = word(view->words, level->more),
                   .icon = "plus",
                   .disabled = level->percent >= FULL,
                   .action = {.kind = level->step, .value = 1}};
    int gap = px(look, GAP_U), icon = px(look, ICON_M_U), more_x = box.x + box.w - button_width(look, &more),
        less_x = more_x - gap - button_width(look, &less);
    Rect words = {box.x, box.y, less_x - gap - box.x, box.h};
    int x = words.x + icon + gap, w = words.x + words.w - x, name_h = style_line_px(look, TYPE_META),
        value_h = style_line_px(look, TYPE_CHIP), y = box.y + (box.h - name_h - value_h) / 2;
    scene_text_node(look->scene, NODE_TEXT, arena_format(view->arena, "%s: %s", name, value), words);
    scene_icon(look->scene, (Rect){words.x, box.y + (box.h - icon) / 2, icon, icon}, level->icon, look->theme->ink2);
    draw_text_max(look, TYPE_META, name, (Rect){x, y, w, 0}, look->theme->ink2, 1);
    draw_text_max(look, TYPE_CHIP, value, (Rect){x, y + name_h, w, 0}, look->theme->ink, 1);
    draw_button(look, &less, less_x, box.y, 0);
    draw_button(look, &more, more_x, box.y, 0);
}

void staff_levels(const View *view, const Look *look, Rect box)
{
    Level levels[LEVELS_MAX];
    int count = (int)levels_make(view, levels), gap = px(look, 3 * GAP_U), row = px(look, LEVEL_U);
    bool beside = stand_beside(look, box.w);
    int w = beside ? (box.w - gap) / LEVELS_MAX : int_min(box.w, px(look, BESIDE_U + 100));
    for (int i = 0; i < count; i++) {
        int x = beside ? i * (w + gap) : 0, y = beside ? 0 : i * (row + px(look, GAP_U));
        draw_level(view, look, &levels[i], (Rect){box.x + x, box.y + y, w, row});
    }
}
