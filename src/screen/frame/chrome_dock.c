/* chrome_dock.c - the crisis strip, the tools and Hide, in the same place on every screen. */
#include "screen/frame/chrome.h"

/* Sizes of letters and heights of lines in the dock. */
enum {
    STRIP_TEXT_U = 28,
    STRIP_NUMBER_U = 32,
    STRIP_LINE_U = 34,
    LABEL_TEXT_U = 22,
    LABEL_LINE_U = 25,
    TOOL_ICON_U = 38,
    TOOL_LEAST_U = 128,
    HIDE_MOST_U = 248,
};

static const TextLayout *strip_words(const View *view, bool small)
{
    const char *before = word(view->words, small ? "strip-small" : "strip-before");
    const char *after = small ? "" : word(view->words, "strip-after");
    TextSpan spans[] = {
        {before, FACE_BODY_REGULAR, view_px(view, STRIP_TEXT_U)},
        {" ", FACE_BODY_REGULAR, view_px(view, STRIP_TEXT_U)},
        {CRISIS_NUMBER, FACE_BODY_BOLD, view_px(view, STRIP_NUMBER_U)},
        {after, FACE_BODY_REGULAR, view_px(view, STRIP_TEXT_U)},
    };
    TextStyle style = {.line_px = view_px(view, 40)};
    return text_layout(view->text, view->lang, spans, ARRAY_LEN(spans), &style);
}

int chrome_crisis_strip_width(const View *view, bool small)
{
    return view_px(view, 24 + 36 + 16 + 32) + strip_words(view, small)->width_px;
}

void chrome_crisis_strip(const View *view, Scene *scene, Rect box, Color ground)
{
    Look look = view_look(view, scene);
    const TextLayout *words = strip_words(view, false);
    int inside = px(&look, 36 + 16) + words->width_px;
    if (inside + px(&look, SPACE_4XL_U) > box.w) {
        words = strip_words(view, true);
        inside = px(&look, 36 + 16) + words->width_px;
    }
    int node = scene_node(scene, (SceneNode){
                                     .role = NODE_BUTTON,
                                     .id = "crisis",
                                     .label = arena_format(view->arena, "%s. %s", words->lines[0].text,
                                                           word(view->words, "strip-spoken")),
                                     .area = box,
                                     .radius_px = box.h / 2,
                                     .action = {.kind = ACTION_CRISIS},
                                     .always = true,
                                 });
    Color deep = view->theme->family[FAMILY_CRISIS].deep;
    Color fill = scene->nodes[node].pressed ? view->theme->crisis_pressed : ground;
    scene_framed_box(scene, box, fill, box.h / 2, view->theme->high_contrast ? deep : fill,
                     px(&look, view->theme->hair_u));
    int icon = px(&look, ICON_L_U), x = box.x + (box.w - inside) / 2;
    scene_icon(scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, "phone", deep);
    draw_layout(&look, words, x + icon + px(&look, SPACE_M_U), box.y + (box.h - words->line_px) / 2, deep);
    scene_node_end(scene);
}

typedef struct Tool {
    const char *id, *icon, *label, *spoken;
    Action action;
    bool on;
} Tool;

static void draw_tool(const View *view, const Look *look, const Tool *tool, Rect box)
{
    const Theme *theme = view->theme;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_TOGGLE,
                                           .id = tool->id,
                                           .label = tool->spoken ? tool->spoken : tool->label,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_SMALL_U),
                                           .action = tool->action,
                                           .selected = tool->on,
                                           .always = true,
                                       });
    bool pressed = look->scene->nodes[node].pressed;
    if (tool->on || pressed)
        scene_box(look->scene, box, tool->on ? (pressed ? theme->primary_pressed : theme->primary) : theme->pressed,
                  px(look, SPACE_M_U));
    Color ink = tool->on ? theme->on_primary : theme->ink;
    int icon = px(look, TOOL_ICON_U), label = px(look, LABEL_LINE_U), gap = px(look, SPACE_3XS_U);
    int y = box.y + (box.h - icon - gap - label) / 2;
    scene_icon(look->scene, (Rect){box.x + (box.w - icon) / 2, y, icon, icon}, tool->icon, ink);
    draw_text_centred(look, TYPE_DOCK, tool->label, (Rect){box.x, y + icon + gap, box.w, label}, ink);
    scene_node_end(look->scene);
}

static void draw_hide(const View *view, const Look *look, Rect box)
{
    const Theme *theme = view->theme;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_BUTTON,
                                           .id = "dock.hide",
                                           .label = word(view->words, "hide-spoken"),
                                           .area = box,
                                           .radius_px = box.h / 2,
                                           .action = {.kind = ACTION_HIDE},
                                           .always = true,
                                       });
    scene_box(look->scene, box, look->scene->nodes[node].pressed ? theme->primary_pressed : theme->ink, box.h / 2);
    Color ink = look->scene->nodes[node].pressed ? theme->on_primary : theme->paper;
    int icon = px(look, TOOL_ICON_U), gap = px(look, SPACE_S_U);
    TextSpan span = {word(view->words, "hide"), FACE_BODY_BOLD, px(look, STRIP_TEXT_U)};
    TextStyle how = {.line_px = px(look, STRIP_LINE_U)};
    const TextLayout *label = text_layout(view->text, view->lang, &span, 1, &how);
    int x = box.x + (box.w - icon - gap - label->width_px) / 2;
    scene_icon(look->scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, "hide", ink);
    draw_layout(look, label, x + icon + gap, box.y + (box.h - label->line_px) / 2, ink);
    scene_node_end(look->scene);
}

static int hide_width(const View *view)
{
    TextSpan span = {word(view->words, "hide"), FACE_BODY_BOLD, view_px(view, STRIP_TEXT_U)};
    TextStyle how = {.line_px = view_px(view, STRIP_LINE_U)};
    return view_px(view, 38 + 12 + 2 * 32) + text_layout(view->text, view->lang, &span, 1, &how)->width_px;
}

enum { TOOLS_MAX = 6 };

/* The tools that work here, in their fixed order. */
static int dock_tools(const View *view, Tool *tools)
{
    const Session *session = view->session;
    bool comfort = session->overlay == OVERLAY_TEXT_SIZE || session->overlay == OVERLAY_SWITCHES;
    int count = 0;
    tools[count++] = (Tool){
        .id = "dock.languages",
        .icon = "globe",
        .label = word(view->words, "language-name"),
        .spoken = word(view->words, "languages"),
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_LANGUAGES},
        .on = session->place.screen == SCREEN_LANGUAGES,
    };
    tools[count++] = (Tool){
        .id = "dock.text-size",
        .icon = "text",
        .label = word(view->words, "text-size"),
        .action = {.kind = comfort ? ACTION_CLOSE_OVERLAY : ACTION_OPEN_OVERLAY, .value = OVERLAY_TEXT_SIZE},
        .on = comfort,
    };
    tools[count++] = (Tool){
        .id = "dock.contrast",
        .icon = "contrast",
        .label = word(view->words, "contrast"),
        .action = {.kind = ACTION_TOGGLE_CONTRAST},
        .on = session->high_contrast,
    };
    if (view->can_listen || session->listening.on)
        tools[count++] = (Tool){
            .id = "dock.listen",
            .icon = "listen",
            .label = word(view->words, "listen"),
            .spoken = word(view->words, "listen-page"),
            .action = {.kind = ACTION_LISTEN},
            .on = session->listening.on,
        };
    tools[count++] = (Tool){
        .id = "dock.reach",
        .icon = "reach",
        .label = word(view->words, "reach"),
        .action = {.kind = ACTION_TOGGLE_REACH},
        .on = session->reach,
    };
    return count;
}

static int tool_words_width(const View *view, const Tool *tool)
{
    TextSpan span = {tool->label, FACE_BODY_MEDIUM, view_px(view, LABEL_TEXT_U)};
    TextStyle how = {.line_px = view_px(view, LABEL_LINE_U)};
    return int_max(view_px(view, BUTTON_U), text_layout(view->text, view->lang, &span, 1, &how)->width_px);
}

static int tool_width(const View *view, const Tool *tool)
{
    return int_max(view_px(view, TOOL_LEAST_U), tool_words_width(view, tool) + view_px(view, SPACE_XL_U));
}

/* Strip left, tools and Hide right. */
static void dock_row(const View *view, const Look *look, const Tool *tools, int count, Rect dock)
{
    bool small = view_is_small(view);
    int pad = px(look, small ? 20 : 48), gap = px(look, SPACE_XS_U), strip_h = px(look, STRIP_U),
        tool_h = px(look, TOOL_U);
    int hide_w = hide_width(view);
    int right = dock.x + dock.w - pad;
    int tools_x = right - hide_w - px(look, SPACE_XL_U);
    for (int i = 0; i < count; i++) tools_x -= tool_width(view, &tools[i]) + gap;
    int strip_w = chrome_crisis_strip_width(view, small);
    strip_w = int_min(strip_w, tools_x - dock.x - pad - gap);
    chrome_crisis_strip(view, look->scene, (Rect){dock.x + pad, dock.y + (dock.h - strip_h) / 2, strip_w, strip_h},
                        view->theme->family[FAMILY_CRISIS].tint);
    int x = tools_x;
    for (int i = 0; i < count; i++) {
        int w = tool_width(view, &tools[i]);
        draw_tool(view, look, &tools[i], (Rect){x, dock.y + (dock.h - tool_h) / 2, w, tool_h});
        x += w + gap;
    }
    draw_hide(view, look, (Rect){right - hide_w, dock.y + (dock.h - strip_h) / 2, hide_w, strip_h});
}

/* Portrait: the strip in a row of its own, tools and Hide below. What the words of the tools leave is shared evenly. */
static void dock_rows(const View *view, const Look *look, const Tool *tools, int count, Rect dock)
{
    int margin = chrome_margin(view), strip_h = px(look, STRIP_U), tool_h = px(look, TOOL_U), gap = px(look, SPACE_M_U);
    int width = dock.w - 2 * margin, top = dock.y + gap, words[TOOLS_MAX], least = 0;
    chrome_crisis_strip(view, look->scene, (Rect){margin, top, width, strip_h},
                        view->theme->family[FAMILY_CRISIS].tint);
    for (int i = 0; i < count; i++) least += words[i] = tool_words_width(view, &tools[i]) + px(look, SPACE_XS_U);
    int y = top + strip_h + gap,
        hide_w = int_max(hide_width(view), int_min(px(look, HIDE_MOST_U), width - gap - least));
    int share = (width - hide_w - gap - least) / count, x = margin;
    for (int i = 0; i < count; i++) {
        draw_tool(view, look, &tools[i], (Rect){x, y, words[i] + share, tool_h});
        x += words[i] + share;
    }
    draw_hide(view, look, (Rect){margin + width - hide_w, y + (tool_h - strip_h) / 2, hide_w, strip_h});
}

void chrome_dock(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    int height = chrome_dock_height(view), hair = px(&look, HAIR_U);
    Rect dock = {0, view->viewport->h - height, view->viewport->w, height};
    scene_box(scene, dock, view->theme->card, 0);
    scene_box(scene, (Rect){0, dock.y, dock.w, hair}, view->theme->line, 0);
    Tool tools[TOOLS_MAX];
    int count = dock_tools(view, tools);
    if (view_is_portrait(view))
        dock_rows(view, &look, tools, count, dock);
    else
        dock_row(view, &look, tools, count, dock);
}
