/* screen_attract.c - the loop: one sentence, one picture, a door to one page. */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/view_content.h"

enum { TEXT_MOST_U = 800, TOPIC_LINE_U = 42, BRAND_U = 60, BRAND_AREA_U = 260, LANGUAGE_TEXT_U = 28 };

static const Slide *current_slide(const View *view)
{
    const Slides *slides = view->slides;
    if (slides->count == 0) return NULL;
    return &slides->items[(size_t)view->state->slide % slides->count];
}

/* The name of each language the clinic offers, in its own script, each a touch away. None is ever left out: somebody
 * who reads no other looks for just this one. */
typedef struct Tongues {
    int count, pad_px, height_px;
    const char *langs[LANGS_OFFERED_MAX];
    const TextLayout *names[LANGS_OFFERED_MAX];
} Tongues;

static Tongues tongues_of(const View *view, const Look *look, int height)
{
    Tongues tongues = {.pad_px = px(look, SPACE_L_U), .height_px = height};
    if (view->library->count == 0) return tongues;
    tongues.count = view_languages(view, tongues.langs);
    for (int i = 0; i < tongues.count; i++) {
        TextSpan span = {language_own_name(view, tongues.langs[i]), FACE_BODY_REGULAR, px(look, LANGUAGE_TEXT_U)};
        TextStyle how = {.line_px = height};
        tongues.names[i] = text_layout(view->text, tongues.langs[i], &span, 1, &how);
    }
    return tongues;
}

static int tongue_width(const Tongues *tongues, const Look *look, int i)
{
    return int_max(tongues->names[i]->width_px + 2 * tongues->pad_px, px(look, BUTTON_U));
}

static int tongues_rows(const Tongues *tongues, const Look *look, int room)
{
    int rows = tongues->count > 0, x = 0;
    for (int i = 0; i < tongues->count; i++) {
        int width = tongue_width(tongues, look, i);
        if (x > 0 && x + width > room) x = 0, rows++;
        x += width;
    }
    return rows;
}

/* True where one row holds them all, set closer if need be. */
static bool tongues_fit(Tongues *tongues, const Look *look, int room)
{
    if (tongues_rows(tongues, look, room) <= 1) return true;
    int wide_px = tongues->pad_px;
    tongues->pad_px = px(look, SPACE_S_U);
    if (tongues_rows(tongues, look, room) <= 1) return true;
    tongues->pad_px = wide_px;
    return false;
}

static void draw_tongues(const View *view, const Look *look, const Tongues *tongues, Rect room, Color ink)
{
    int x = room.x, y = room.y, height = tongues->height_px;
    for (int i = 0; i < tongues->count; i++) {
        const char *lang = tongues->langs[i];
        int width = tongue_width(tongues, look, i);
        if (x > room.x && x + width > room.x + room.w) x = room.x, y += height;
        scene_node(look->scene, (SceneNode){
                                    .role = NODE_CHIP,
                                    .id = arena_format(view->arena, "lang.%s", lang),
                                    .label = language_own_name(view, lang),
                                    .lang = lang,
                                    .area = {x, y, width, height},
                                    .radius_px = px(look, RADIUS_SMALL_U),
                                    .action = {.kind = ACTION_WAKE_IN, .id = lang},
                                });
        draw_layout(look, tongues->names[i], x + (width - tongues->names[i]->width_px) / 2, y, ink);
        scene_node_end(look->scene);
        x += width;
    }
}

enum { DOTS_MAX = 6, DOT_U = 16, DOT_BAR_U = 64, DOT_GAP_U = 12 };

static int dots_width(const View *view, const Look *look)
{
    int count = int_min((int)view->slides->count, DOTS_MAX);
    return count < 2 ? 0 : px(look, DOT_BAR_U) + (count - 1) * (px(look, DOT_U) + px(look, DOT_GAP_U));
}

static void draw_dots(const View *view, const Look *look, int right, int middle, const AttractColors *colors)
{
    int count = int_min((int)view->slides->count, DOTS_MAX);
    int dot = px(look, DOT_U), bar = px(look, DOT_BAR_U), gap = px(look, DOT_GAP_U);
    if (count < 2) return;
    int x = right - dots_width(view, look), here = view->state->slide % count;
    for (int i = 0; i < count; i++) {
        int width = i == here ? bar : dot;
        scene_box(look->scene, (Rect){x, middle - dot / 2, width, dot}, i == here ? colors->text : colors->dot,
                  dot / 2);
        x += width + gap;
    }
}

static void draw_touch_pill(const View *view, const Look *look, Rect room, const AttractColors *colors)
{
    int height = px(look, SPACE_7XL_U), icon = px(look, SPACE_4XL_U), gap = px(look, SPACE_M_U),
        pad = px(look, SPACE_5XL_U);
    const char *label = word(view->words, "attract-touch");
    if (text_width(look, TYPE_BUTTON_L, label) + 2 * pad + gap + icon > room.w)
        label = word(view->words, "attract-touch-read");
    int width = text_width(look, TYPE_BUTTON_L, label), x = room.x, y = room.y;
    Rect box = {x, y, 2 * pad + width + gap + icon, height};
    scene_box(look->scene, box, colors->button, height / 2);
    draw_text_middle(look, TYPE_BUTTON_L, label, (Rect){x + pad, y, width, height}, colors->on_button);
    scene_icon(look->scene, (Rect){x + pad + width + gap, y + (height - icon) / 2, icon, icon}, "next",
               colors->on_button);
}

typedef struct WordStyles {
    TypeStyle line, text;
} WordStyles;

static int words_height(const Look *look, const WordStyles *styles, const char *line, const char *text, int width)
{
    int lead = text_height(look, styles->text, text, int_min(width, px(look, TEXT_MOST_U)), 0);
    return text_height(look, styles->line, line, width, 0) + px(look, SPACE_2XL_U) + lead + px(look, 48 + 96);
}

/* Words and pill, from the top of a column down, in the largest styles that leave room for all of them. */
static void draw_words(const View *view, const Look *look, Rect column, const Slide *slide, const AttractColors *colors)
{
    static const WordStyles choices[] = {{TYPE_ATTRACT, TYPE_LEAD},
                                         {TYPE_H1, TYPE_LEAD},
                                         {TYPE_H1_SMALL, TYPE_LEAD},
                                         {TYPE_H1_SMALL, TYPE_TEXT},
                                         {TYPE_H2, TYPE_TEXT}};
    const char *line = slide ? slide->line : word(view->words, "home-title");
    const char *text = slide ? slide->text : word(view->words, "home-private");
    int label = px(look, TOPIC_LINE_U) + px(look, SPACE_XL_U), room = column.h - label;
    size_t choice = 0;
    while (choice + 1 < ARRAY_LEN(choices) && words_height(look, &choices[choice], line, text, column.w) > room)
        choice++;
    const WordStyles *styles = &choices[choice];
    int y = column.y, width = int_min(column.w, px(look, TEXT_MOST_U));
    const char *section = slide ? slide->section : "";
    TextSpan span = {section, FACE_BODY_SEMIBOLD,
                     px(look, text_width(look, TYPE_BUTTON, section) * 30 / 28 <= column.w ? 30 : 24)};
    TextStyle how = {.line_px = px(look, TOPIC_LINE_U), .width_px = column.w, .max_lines = 1};
    const TextLayout *name = text_layout(view->text, view->lang, &span, 1, &how);
    if (!name->truncated) draw_layout(look, name, column.x, y, colors->text);
    y += label;
    y += draw_prose(look, NODE_HEADING, styles->line, line, (Rect){column.x, y, column.w, 0}, colors->text, 0) +
         px(look, SPACE_2XL_U);
    y += draw_prose(look, NODE_TEXT, styles->text, text, (Rect){column.x, y, width, 0}, colors->text, 0);
    draw_touch_pill(view, look, (Rect){column.x, y + px(look, SPACE_5XL_U), column.w, 0}, colors);
}

static void draw_picture(const View *view, Scene *scene, Rect box, const Slide *slide)
{
    if (!slide || !slide->image.path) return;
    if (view->theme->high_contrast) {
        Look look = view_look(view, scene);
        draw_picture_pane(&look, box, px(&look, SPACE_3XL_U), slide->family, slide->image, box.w * 9 / 10);
        return;
    }
    scene_image(scene, box, slide->image);
}

/* The whole slide is a door; over it stands the mark, which staff hold. */
static void draw_doors(const View *view, const Look *look, const Slide *slide, Rect brand, const AttractColors *colors)
{
    Scene *scene = look->scene;
    Action wake = {.kind = ACTION_WAKE, .id = slide ? arena_copy(view->arena, slide->ref) : ""};
    scene_node(scene, (SceneNode){
                          .role = NODE_GROUND,
                          .id = "slide",
                          .label = slide ? slide->line : "",
                          .area = {0, 0, view->viewport->w, view->viewport->h},
                          .action = wake,
                      });
    scene_node_end(scene);
    scene_node(scene,
               (SceneNode){.role = NODE_TEXT,
                           .id = "mark",
                           .label = word(view->words, "mark-spoken"),
                           .area = {0, 0, brand.x + px(look, BRAND_AREA_U), brand.y + brand.h + px(look, SPACE_L_U)},
                           .action = wake,
                           .hold = {.kind = ACTION_STAFF},
                           .hold_ms = STAFF_HOLD_MS});
    bool dark = color_contrast(colors->ground, (Color){255, 255, 255, 255}) > 4.5;
    draw_brand(look, brand.x, brand.y, brand.h, colors->text, dark);
    scene_node_end(scene);
}

static void attract_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    look.text_step = 0; /* read from afar, by nobody in particular */
    const Slide *slide = current_slide(view);
    const AttractColors *colors = &view->theme->attract[slide ? slide->family : FAMILY_ATTACHMENT];
    int w = view->viewport->w, h = view->viewport->h;
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    int margin = px(&look, portrait || small ? 48 : 96);
    scene->ground = colors->ground;
    int strip_h = px(&look, STRIP_U), bottom = h - px(&look, SPACE_5XL_U) - strip_h;
    int brand = px(&look, BRAND_U), brand_y = px(&look, small ? 40 : 72);
    draw_doors(view, &look, slide, (Rect){margin, brand_y, 0, brand}, colors);
    int strip_w = portrait ? w - 2 * margin : chrome_crisis_strip_width(view, small);
    Tongues tongues = tongues_of(view, &look, strip_h);
    Rect beside = {margin + strip_w + px(&look, SPACE_L_U), bottom, 0, strip_h},
         above = {margin, bottom, w - 2 * margin, 0};
    beside.w = w - margin - dots_width(view, &look) - px(&look, SPACE_XL_U) - beside.x;
    bool is_beside = !portrait && tongues_fit(&tongues, &look, beside.w);
    if (!is_beside) {
        tongues_fit(&tongues, &look, above.w);
        above.x -= tongues.pad_px; /* the letters stand on the margin, not the room round them */
        above.w += 2 * tongues.pad_px;
        above.h = tongues_rows(&tongues, &look, above.w) * strip_h + px(&look, SPACE_M_U);
    }
    above.y = bottom - above.h;
    if (portrait) {
        int side = int_min(w - 2 * margin, (above.y - brand_y - brand) * 45 / 100);
        int top = brand_y + brand + px(&look, SPACE_3XL_U);
        draw_picture(view, scene, (Rect){(w - side) / 2, top, side, side}, slide);
        int y = top + side + px(&look, SPACE_4XL_U);
        draw_words(view, &look, (Rect){margin, y, w - 2 * margin, above.y - px(&look, 18) - y}, slide, colors);
    } else {
        int least = w * 45 / 100; /* for the words */
        int side = int_min(px(&look, small ? 560 : 880), above.y - px(&look, small ? 100 : 60));
        side = int_min(side, w - px(&look, SPACE_3XL_U) - margin - px(&look, SPACE_5XL_U) - least);
        draw_picture(view, scene, (Rect){w - px(&look, SPACE_3XL_U) - side, px(&look, small ? 80 : 60), side, side},
                     slide);
        int y = px(&look, small ? 140 : 232),
            column = w - side - px(&look, SPACE_3XL_U) - margin - px(&look, SPACE_5XL_U);
        draw_words(view, &look, (Rect){margin, y, column, above.y - px(&look, SPACE_4XL_U) - y}, slide, colors);
    }
    Color strip = view->theme->high_contrast ? view->theme->card : theme_light()->card;
    chrome_crisis_strip(view, scene, (Rect){margin, bottom, strip_w, strip_h}, strip);
    draw_tongues(view, &look, &tongues, is_beside ? beside : above, colors->text);
    if (!portrait) draw_dots(view, &look, w - margin, bottom + strip_h / 2, colors);
}

const ScreenType screen_attract = {.name = "attract", .dock = DOCK_NONE, .build = attract_build};
