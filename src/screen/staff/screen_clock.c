/* screen_clock.c - the clock, set by touch. A small service sets it: the player itself may not. */
#include "screen/staff/staff_parts.h"

static int draw_turn(const Look *look, const char *id, const char *spoken, const char *icon, Action action, Rect box)
{
    const Theme *theme = look->theme;
    int node = scene_node(look->scene, (SceneNode){.role = NODE_BUTTON,
                                                   .id = id,
                                                   .label = spoken,
                                                   .area = box,
                                                   .radius_px = px(look, RADIUS_SMALL_U),
                                                   .action = action});
    scene_framed_box(look->scene, box, look->scene->nodes[node].pressed ? theme->pressed : theme->card,
                     px(look, SPACE_M_U), theme->edge, px(look, theme->hair_u));
    int side = px(look, SPACE_4XL_U);
    scene_icon(look->scene, (Rect){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side}, icon,
               theme->ink);
    scene_node_end(look->scene);
    return box.h;
}

static void draw_field(const View *view, const Look *look, Rect box, const char *label, const char *value, int index)
{
    Action more = {.kind = ACTION_CLOCK_STEP, .value = 1, .at = index},
           less = {.kind = ACTION_CLOCK_STEP, .value = -1, .at = index};
    int key = px(look, TOOL_U), y = box.y, gap = px(look, SPACE_S_U);
    draw_text_centred(look, TYPE_LABEL, label, (Rect){box.x, y, box.w, px(look, SPACE_4XL_U)}, look->theme->ink2);
    y += px(look, SPACE_4XL_U) + gap;
    y += draw_turn(look, arena_format(view->arena, "more.%d", index), arena_format(view->arena, "%s +", label), "plus",
                   more, (Rect){box.x, y, box.w, key}) +
         gap;
    TextSpan span = {value, FACE_HEAD_SEMIBOLD, px(look, 64)};
    TextStyle how = {.line_px = px(look, 96)};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &how);
    scene_text_node(look->scene, NODE_TEXT, arena_format(view->arena, "%s: %s", label, value),
                    (Rect){box.x, y, box.w, how.line_px});
    draw_layout(look, layout, box.x + (box.w - layout->width_px) / 2, y, look->theme->ink);
    y += how.line_px + gap;
    draw_turn(look, arena_format(view->arena, "less.%d", index), arena_format(view->arena, "%s -", label), "minus",
              less, (Rect){box.x, y, box.w, key});
}

static void clock_build(const View *view, Scene *scene)
{
    static const char *const labels[CLOCK_FIELDS] = {"device-day", "device-month", "device-year", "device-hour",
                                                     "device-minute"};
    Look look = staff_look(view, scene);
    const ClockFields *clock = &view->staff->clock;
    const int values[CLOCK_FIELDS] = {clock->date.day, clock->date.month, clock->date.year, clock->hour, clock->minute};
    staff_top(view, scene, word(view->words, "device-clock"), true);
    Rect in = staff_card(&look, staff_main(view));
    bool small = view->viewport->shape == SHAPE_SMALL;
    int y = in.y, gap = px(&look, SPACE_M_U), w = (in.w - (CLOCK_FIELDS - 1) * gap) / CLOCK_FIELDS;
    if (!small)
        y += draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, word(view->words, "device-clock"), (Rect){in.x, y, in.w, 0},
                        view->theme->ink, 1);
    y += draw_prose(&look, NODE_TEXT, TYPE_TEXT, word(view->words, "device-clock-text"), (Rect){in.x, y, in.w, 0},
                    view->theme->ink2, 2) +
         px(&look, small ? 8 : 40);
    w = int_min(w, px(&look, 280));
    for (int i = 0; i < CLOCK_FIELDS; i++) {
        const char *value = i == 3 || i == 4 ? arena_format(view->arena, i == 4 ? "%02d" : "%d", values[i])
                                             : arena_format(view->arena, "%d", values[i]);
        draw_field(view, &look, (Rect){in.x + i * (w + gap), y, w, 0}, word(view->words, labels[i]), value, i);
    }
    Button set = {.id = "set",
                  .label = word(view->words, "device-set"),
                  .icon = "check",
                  .primary = true,
                  .disabled = view->staff->busy,
                  .action = {.kind = ACTION_CLOCK_SET}};
    int foot = in.y + in.h - px(&look, BUTTON_U),
        x = in.x + draw_button(&look, &set, in.x, foot, 0) + px(&look, SPACE_2XL_U);
    const PanelNote *note = &view->staff->note;
    if (!note->text) return;
    Rect room = {x, foot, in.x + in.w - x, px(&look, BUTTON_U)};
    scene_text_node(scene, NODE_TEXT, note->text, room);
    draw_text_middle(&look, TYPE_TEXT, note->text, room,
                     note->good ? view->theme->primary : view->theme->family[FAMILY_CRISIS].deep);
}

const ScreenType screen_clock = {.name = "clock", .dock = DOCK_NONE, .for_staff = true, .build = clock_build};
