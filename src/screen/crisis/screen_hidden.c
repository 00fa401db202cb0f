/* screen_hidden.c - a quiet scene that gives nothing away. What was read is gone already. */
#include "screen/frame/chrome.h"

/* The scene's own size; it is scaled to cover, and in portrait centred on the trees at x = 1380. */
enum { ART_W = 1920, ART_H = 1080, ART_CENTRE_X = 1380 };

static Rect cover_box(const Viewport *viewport)
{
    double scale = (double)viewport->w / ART_W, by_height = (double)viewport->h / ART_H;
    if (by_height > scale) scale = by_height;
    int w = (int)(ART_W * scale + 0.5), h = (int)(ART_H * scale + 0.5);
    int x = viewport->shape == SHAPE_PORTRAIT ? (int)(viewport->w / 2.0 - ART_CENTRE_X * scale) : (viewport->w - w) / 2;
    return (Rect){int_clamp(x, viewport->w - w, 0), viewport->h - h, w, h};
}

static int hidden_margin(const View *view)
{
    return viewport_px(view->viewport, view->viewport->shape == SHAPE_LANDSCAPE ? 96 : 48);
}

static Rect pill_box(const Look *look, const char *text, int x, int y, bool right, int icon)
{
    int width = text_width(look, TYPE_CHIP, text) + icon + 2 * px(look, SPACE_2XL_U), height = px(look, STRIP_U);
    return (Rect){right ? x - width : x, y, width, height};
}

/* What any notice board says. NULL: the day or the hours are not known. */
static const char *open_today(const View *view)
{
    enum { HOURS_MAX = 4 };
    OpenHours hours[HOURS_MAX];
    if (!view->wall.known || view->site->clinic.hours.count == 0) return NULL;
    size_t count = site_hours_today(view->site, &view->wall, hours, HOURS_MAX);
    if (count == 0) return word(view->words, "hide-closed");
    const char *text = "";
    for (size_t i = 0; i < count; i++)
        text = arena_format(view->arena, "%s%s%d:%02d–%d:%02d", text, i > 0 ? word(view->words, "list-comma") : "",
                            hours[i].open / 60, hours[i].open % 60, hours[i].close / 60, hours[i].close % 60);
    return word_with(view->words, view->arena, "hide-open", "hours", text);
}

/* Where this is, and how to reach it; "" if the clinic does not say. */
static const char *clinic_contact(const View *view)
{
    const Clinic *clinic = &view->site->clinic;
    const char *parts[] = {clinic->address, clinic->phone, clinic->email}, *text = "";
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        if (parts[i] && parts[i][0]) text = arena_format(view->arena, "%s%s%s", text, text[0] ? "  ·  " : "", parts[i]);
    return text;
}

/* A paragraph from the left margin; returns its height. */
static int draw_notice(const View *view, const Look *look, const char *text, int y, double size_u, double line_u)
{
    int margin = hidden_margin(view);
    TextSpan span = {text, FACE_BODY_REGULAR, px(look, size_u)};
    TextStyle how = {.line_px = px(look, line_u), .width_px = view->viewport->w - 2 * margin};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &how);
    draw_layout(look, layout, margin, y, theme_light()->ink);
    return (int)layout->line_count * layout->line_px;
}

/* The time, a welcome, and what the clinic says of itself. */
static void draw_notices(const View *view, const Look *look)
{
    int y = px(look, TOOL_U);
    if (view->wall.known) {
        TextSpan clock = {arena_format(view->arena, "%d:%02d", view->wall.hour, view->wall.minute), FACE_HEAD_MEDIUM,
                          px(look, 152)};
        TextStyle how = {.line_px = px(look, 160)};
        draw_layout(look, text_layout(view->text, view->lang, &clock, 1, &how), hidden_margin(view), y,
                    theme_light()->ink);
        y += px(look, 160 + 16);
        scene_wake_at(look->scene, view->minute_end_ms);
    }
    /* The clinic's own sentence where it has one in this language. */
    bool own = words_have(&view->site->hide, view->lang);
    const char *welcome = own ? words_in(&view->site->hide, view->lang).text : word(view->words, "hide-welcome");
    y += draw_notice(view, look, welcome, y, 40, 56) + px(look, SPACE_XS_U);
    const char *notices[] = {open_today(view), clinic_contact(view)};
    for (size_t i = 0; i < ARRAY_LEN(notices); i++)
        if (notices[i] && notices[i][0]) y += draw_notice(view, look, notices[i], y, 32, 44);
}

/* Both lead home, like the rest of the screen: the number is there to be read. */
static void draw_pills(const View *view, const Look *look, Action home)
{
    const Theme *theme = view->theme;
    const Words *words = view->words;
    Scene *scene = look->scene;
    int margin = hidden_margin(view), pill_y = view->viewport->h - px(look, SPACE_6XL_U) - px(look, STRIP_U);
    Rect touch = pill_box(look, word(words, "hide-touch"), margin, pill_y, false, 0);
    scene_box(scene, touch, theme->hide_pill, touch.h / 2);
    draw_text_centred(look, TYPE_CHIP, word(words, "hide-touch"), touch, theme->on_hide_pill);
    const char *number = arena_format(view->arena, "%s %s", word(words, "hide-pill"), CRISIS_NUMBER);
    int icon = px(look, ICON_M_U) + px(look, SPACE_S_U);
    Rect pill = pill_box(look, number, view->viewport->w - margin, pill_y, true, icon);
    if (pill.x < touch.x + touch.w + px(look, SPACE_XL_U)) pill.y -= pill.h + px(look, SPACE_XL_U);
    scene_node(scene, (SceneNode){.role = NODE_BUTTON,
                                  .id = "crisis",
                                  .label = number,
                                  .area = pill,
                                  .radius_px = pill.h / 2,
                                  .action = home});
    scene_box(scene, pill, theme->hide_pill, pill.h / 2);
    scene_icon(scene,
               (Rect){pill.x + px(look, SPACE_XL_U), pill.y + (pill.h - px(look, 34)) / 2, px(look, 34), px(look, 34)},
               "phone", theme->on_hide_pill);
    draw_text_middle(
        look, TYPE_CHIP, number,
        (Rect){pill.x + px(look, SPACE_XL_U) + icon, pill.y, pill.w - icon - px(look, SPACE_5XL_U), pill.h},
        theme->on_hide_pill);
    scene_node_end(scene);
}

static void hidden_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    scene->ground = view->theme->hide_sky;
    Action home = {.kind = ACTION_HOME};
    scene_node(scene, (SceneNode){.role = NODE_GROUND,
                                  .id = "anywhere",
                                  .label = word(view->words, "hide-touch"),
                                  .area = {0, 0, view->viewport->w, view->viewport->h},
                                  .action = home});
    scene_image(scene, cover_box(view->viewport), (ImageRef){"art:hide-scene", false});
    scene_node_end(scene);
    draw_notices(view, &look);
    draw_pills(view, &look, home);
}

const ScreenType screen_hidden = {.name = "hidden", .dock = DOCK_NONE, .build = hidden_build, .counts_idle = true};
