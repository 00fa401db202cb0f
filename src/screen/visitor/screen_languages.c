/* screen_languages.c - each language in its own script first. A touch switches at once and goes back to the page. */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/view_content.h"

/* The name in the largest size that fits: it is how people find their own. */
static const TextLayout *own_name_layout(const View *view, const Look *look, const char *own, const char *lang,
                                         int width, int line_px)
{
    static const double sizes_u[] = {44, 36, 30};
    const TextLayout *layout = NULL;
    for (size_t i = 0; i < ARRAY_LEN(sizes_u); i++) {
        TextSpan span = {own, FACE_BODY_SEMIBOLD, px(look, sizes_u[i])};
        TextStyle how = {.line_px = line_px};
        layout = text_layout(view->text, lang, &span, 1, &how);
        if (layout->width_px <= width) break;
    }
    return layout;
}

static void draw_language(const View *view, const Look *look, Rect box, const char *lang)
{
    const Theme *theme = view->theme;
    bool here = strcmp(lang, view->lang) == 0;
    const char *own = language_own_name(view, lang),
               *named = word(view->words, arena_format(view->arena, "language-%s", lang));
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_TOGGLE,
                                           .id = arena_format(view->arena, "lang.%s", lang),
                                           .label = arena_format(view->arena, "%s. %s", own, named),
                                           .lang = lang,
                                           .aloud = own,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_CARD_U),
                                           .action = {.kind = ACTION_SET_LANGUAGE, .id = lang},
                                           .selected = here,
                                       });
    Color ground = look->scene->nodes[node].pressed ? theme->pressed
                   : here && !theme->high_contrast  ? theme->family[FAMILY_TREATMENT].tint
                                                    : theme->card;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), here ? theme->primary : theme->line,
                     px(look, here ? 4 : theme->hair_u));
    int pad = px(look, SPACE_3XL_U), width = box.w - 2 * pad, name_h = px(look, 62),
        meta_h = style_line_px(look, TYPE_META);
    int y = box.y + (box.h - name_h - meta_h) / 2;
    draw_layout(look, own_name_layout(view, look, own, lang, width, name_h), box.x + pad, y, theme->ink);
    TypeStyle style = text_fits(look, TYPE_META, named, width, 1) ? TYPE_META : TYPE_DOCK;
    if (text_fits(look, style, named, width, 1))
        draw_text_max(look, style, named, (Rect){box.x + pad, y + name_h, width, 0}, theme->ink2, 1);
    int side = px(look, 36);
    if (here)
        scene_icon(look->scene, (Rect){box.x + box.w - pad - side, box.y + px(look, SPACE_XL_U), side, side}, "check",
                   theme->ink);
    scene_node_end(look->scene);
}

static void languages_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const char *langs[LANGS_OFFERED_MAX];
    int count = view_languages(view, langs);
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    chrome_top(view, scene, word(view->words, "languages"));
    Rect main = chrome_main(view);
    int y = main.y + px(&look, small ? 0 : 8), gap = chrome_gutter(view), columns = portrait ? 2 : 4;
    y += draw_prose(&look, NODE_HEADING, small ? TYPE_H1_SMALL : TYPE_H1, word(view->words, "languages-title"),
                    (Rect){main.x, y, main.w, 0}, view->theme->ink, 2) +
         px(&look, SPACE_3XS_U);
    y += draw_prose(&look, NODE_TEXT, TYPE_TEXT, word(view->words, "languages-text"), (Rect){main.x, y, main.w, 0},
                    view->theme->ink, 2) +
         px(&look, small ? 12 : 28);
    int rows = (count + columns - 1) / columns, width = (main.w - (columns - 1) * gap) / columns;
    int height = int_min(px(&look, 232), (main.y + main.h - y - (rows - 1) * gap) / int_max(1, rows));
    for (int i = 0; i < count; i++)
        draw_language(view, &look,
                      (Rect){main.x + i % columns * (width + gap), y + i / columns * (height + gap), width, height},
                      langs[i]);
}

const ScreenType screen_languages = {
    .name = "languages", .dock = DOCK_FULL, .build = languages_build, .counts_idle = true};
