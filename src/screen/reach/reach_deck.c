/* reach_deck.c - everything to touch, in rows: chips and buttons as wide as their words, cards in columns. */
#include <string.h>

#include "screen/reach/reach_parts.h"

enum { CARD_MIN_U = 92, CARD_MAX_U = 152, CARD_WIDTH_U = 400, GAP_U = 16, LINE_U = 72 };

static int deck_gap(const Look *look, Rect room) { return px(look, room.h < px(look, 2 * LINE_U + GAP_U) ? 8 : GAP_U); }

static int card_columns(const Look *look, Rect room)
{
    int gap = px(look, GAP_U);
    return int_max(1, (room.w + gap) / (px(look, CARD_WIDTH_U) + gap));
}

/* Cards share the height of the room: two lines of them where that is enough for each. One line of them leaves room for
 * the buttons that come with it. */
static int card_height(const Look *look, Rect room, const Offers *offers)
{
    int gap = deck_gap(look, room), cards = 0;
    for (size_t i = 0; i < offers->count; i++) cards += offers->items[i].kind == OFFER_CARD;
    bool shared = cards <= card_columns(look, room) && cards < (int)offers->count;
    if (shared) room.h = int_max(px(look, LINE_U), room.h - px(look, LINE_U) - gap);
    int lines = int_max(1, (room.h + gap) / (px(look, CARD_MIN_U + 24) + gap));
    return int_clamp((room.h - (lines - 1) * gap) / lines, px(look, LINE_U), px(look, CARD_MAX_U));
}

static Chip chip_of(const Offer *offer)
{
    return (Chip){.id = offer->node.id,
                  .label = offer->title,
                  .on = offer->node.selected,
                  .check = offer->node.selected,
                  .action = offer->node.action};
}

static Button button_of(const Offer *offer)
{
    bool icon = offer->image.path && strncmp(offer->image.path, "icon:", 5) == 0;
    return (Button){
        .id = offer->node.id,
        .label = offer->title,
        .spoken = offer->node.label,
        .icon = icon                   ? offer->image.path + 5
                : offer->node.selected ? "check"
                                       : NULL,
        .primary = offer->primary,
        .action = offer->node.action,
    };
}

static int offer_width(const Look *look, Rect room, const Offer *offer)
{
    if (offer->kind == OFFER_CARD) {
        int gap = px(look, GAP_U), columns = card_columns(look, room);
        return (room.w - (columns - 1) * gap) / columns;
    }
    Chip chip = chip_of(offer);
    Button button = button_of(offer);
    return int_min(room.w, offer->kind == OFFER_CHIP ? chip_width(look, &chip) : button_width(look, &button));
}

/* The picture at the near side of a card; returns its width. */
static int draw_card_picture(const Look *look, Rect box, const Offer *offer, Color ground)
{
    if (!offer->image.path) return 0;
    bool icon = strncmp(offer->image.path, "icon:", 5) == 0;
    int radius = px(look, RADIUS_ROW_U);
    if (icon) {
        int disc = int_min(px(look, SPACE_6XL_U), box.h - px(look, SPACE_M_U)), side = disc * 5 / 9;
        Rect circle = {box.x + px(look, SPACE_L_U), box.y + (box.h - disc) / 2, disc, disc};
        scene_box(look->scene, circle, offer->pane, disc / 2);
        scene_icon(look->scene, (Rect){circle.x + (disc - side) / 2, circle.y + (disc - side) / 2, side, side},
                   offer->image.path + 5, look->theme->ink);
        return px(look, SPACE_L_U) + disc;
    }
    int pane = int_min(px(look, 132), box.h), side = pane * 86 / 100;
    scene_box(look->scene, (Rect){box.x, box.y, pane + radius, box.h}, offer->pane, radius);
    scene_box(look->scene, (Rect){box.x + pane, box.y, radius, box.h}, ground, 0);
    scene_image(look->scene, (Rect){box.x + (pane - side) / 2, box.y + (box.h - side) / 2, side, side}, offer->image);
    return pane;
}

static void draw_card_words(const Look *look, Rect box, const Offer *offer)
{
    const Theme *theme = look->theme;
    Look own = *look;
    if (offer->node.lang) own.lang = offer->node.lang;
    TypeStyle style =
        text_height(&own, TYPE_ROW, offer->title, box.w, 0) <= box.h - px(look, SPACE_M_U) ? TYPE_ROW : TYPE_CHIP;
    int most = int_max(1, (box.h - px(look, SPACE_XS_U)) / style_line_px(&own, style));
    int title_h = text_height(&own, style, offer->title, box.w, most);
    /* All of the line or nothing: it is said in full where the card leads. */
    int line_h = offer->line && !strstr(offer->line, "…") ? text_height(look, TYPE_META, offer->line, box.w, 0) : 0;
    if (title_h + line_h > box.h - px(look, SPACE_XS_U)) line_h = 0;
    int y = box.y + (box.h - title_h - line_h) / 2;
    draw_text_max(&own, style, offer->title, (Rect){box.x, y, box.w, 0}, theme->ink, most);
    if (line_h > 0) draw_text(look, TYPE_META, offer->line, (Rect){box.x, y + title_h, box.w, 0}, theme->ink2);
}

static void draw_card_offer(const Look *look, Rect box, const Offer *offer)
{
    const Theme *theme = look->theme;
    SceneNode copy = offer->node;
    copy.area = copy.shape = box;
    copy.radius_px = px(look, RADIUS_ROW_U);
    int node = scene_node(look->scene, copy);
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_box(look->scene, box, ground, px(look, RADIUS_ROW_U));
    int picture = draw_card_picture(look, box, offer, ground);
    bool on = copy.selected;
    scene_framed_box(look->scene, box, (Color){0}, px(look, SPACE_L_U), on ? theme->primary : theme->line,
                     px(look, on ? 4 : theme->hair_u));
    int x = box.x + picture + px(look, picture > 0 ? 16 : 28), right = box.x + box.w - px(look, SPACE_M_U),
        tick = px(look, SPACE_3XL_U);
    if (on) {
        right -= tick;
        scene_icon(look->scene, (Rect){right, box.y + (box.h - tick) / 2, tick, tick}, "check", theme->ink);
        right -= px(look, SPACE_XS_U);
    }
    draw_card_words(look, (Rect){x, box.y, right - x, box.h}, offer);
    scene_node_end(look->scene);
}

static void draw_offer(const Look *look, Rect box, const Offer *offer)
{
    Chip chip = chip_of(offer);
    Button button = button_of(offer);
    switch (offer->kind) {
    case OFFER_CHIP: draw_chip(look, &chip, box.x, box.y + px(look, SPACE_3XS_U)); break;
    case OFFER_BUTTON: draw_button(look, &button, box.x, box.y, box.w); break;
    case OFFER_CARD: draw_card_offer(look, box, offer); break;
    }
}

size_t deck_place(const Look *look, Rect room, const Offers *offers, size_t from)
{
    int gap = deck_gap(look, room), x = room.x, y = room.y, line = 0, card = card_height(look, room, offers);
    for (size_t i = from; i < offers->count; i++) {
        const Offer *offer = &offers->items[i];
        int width = offer_width(look, room, offer), height = offer->kind == OFFER_CARD ? card : px(look, LINE_U);
        bool new_line = x > room.x && (x + width > room.x + room.w || height != line);
        if (new_line) {
            x = room.x;
            y += line + gap;
        }
        if (y + height > room.y + room.h && i > from) return i;
        if (look->scene) draw_offer(look, (Rect){x, y, width, height}, offer);
        line = height;
        x += width + gap;
    }
    return offers->count;
}

/* The words of a key as large as they are whole there; the smallest may stand on two lines. NULL: its icon says it. */
static const TextLayout *key_words(const Look *look, const char *label, const char *icon, int width)
{
    static const TypeStyle styles[] = {TYPE_BUTTON_L, TYPE_BUTTON, TYPE_CHIP};
    for (size_t i = 0; i < ARRAY_LEN(styles); i++)
        if (text_fits(look, styles[i], label, width, 1)) return look_layout(look, styles[i], label, width, 1);
    if (text_fits(look, TYPE_CHIP, label, width, 2)) return look_layout(look, TYPE_CHIP, label, width, 2);
    return icon ? NULL : look_layout(look, TYPE_DOCK, label, width, 2);
}

static void draw_key(const Look *look, Rect box, const SceneNode *key, const char *icon, bool primary)
{
    const Theme *theme = look->theme;
    SceneNode copy = *key;
    copy.role = NODE_BUTTON;
    copy.area = box;
    copy.radius_px = int_min(px(look, RADIUS_CARD_U), box.h / 2);
    int node = scene_node(look->scene, copy);
    bool pressed = look->scene->nodes[node].pressed;
    Color ground = primary   ? (pressed ? theme->primary_pressed : theme->primary)
                   : pressed ? theme->pressed
                             : theme->card;
    scene_framed_box(look->scene, box, ground, copy.radius_px, primary ? ground : theme->edge, px(look, theme->hair_u));
    Color ink = primary ? theme->on_primary : theme->ink;
    int side = icon ? int_min(px(look, 44), box.h / 2) : 0, gap = icon ? px(look, SPACE_S_U) : 0;
    const TextLayout *words = key_words(look, copy.label, icon, box.w - px(look, SPACE_3XL_U) - side - gap);
    int taken = side + (words ? gap + words->width_px : 0), x = box.x + (box.w - taken) / 2;
    if (icon) scene_icon(look->scene, (Rect){x, box.y + (box.h - side) / 2, side, side}, icon, ink);
    if (words) {
        int height = (int)words->line_count * words->line_px;
        draw_layout(look, words, x + side + gap, box.y + (box.h - height) / 2, ink);
    }
    scene_node_end(look->scene);
}

bool deck_keys_stacked(const View *view, Rect box)
{
    return view->viewport->shape != SHAPE_PORTRAIT && box.h >= viewport_px(view->viewport, 2 * LINE_U + 8);
}

void deck_keys(const View *view, const Look *look, Rect box, const DeckKeys *keys)
{
    SceneNode up = {.id = "pager.up",
                    .label = keys->up,
                    .action = keys->up_action,
                    .disabled = keys->up_action.kind == ACTION_NONE};
    SceneNode down = {.id = keys->down_id,
                      .label = keys->down,
                      .action = keys->down_action,
                      .disabled = keys->down_action.kind == ACTION_NONE};
    bool beside = !deck_keys_stacked(view, box);
    int gap = int_min(px(look, GAP_U), box.h / 12), first = beside ? (box.w - gap) * 5 / 12 : (box.h - gap) * 5 / 12;
    if (!beside) first = int_max(first, px(look, LINE_U));
    Rect one = beside ? (Rect){box.x, box.y, first, box.h} : (Rect){box.x, box.y, box.w, first};
    Rect two = beside ? (Rect){box.x + first + gap, box.y, box.w - first - gap, box.h}
                      : (Rect){box.x, box.y + first + gap, box.w, box.h - first - gap};
    draw_key(look, one, &up, "up", false);
    draw_key(look, two, &down, keys->down_icon, !down.disabled && keys->down_icon != NULL);
}
