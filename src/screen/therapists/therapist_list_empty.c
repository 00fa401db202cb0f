/* therapist_list_empty.c - nobody fits everything: which one choice to leave out, and how many people that finds. Never
 * a dead end. */
#include "screen/therapists/therapist_list.h"

typedef struct Way {
    DirectoryGroup group;
    size_t count;
} Way;

/* Groups whose choices, left out, find people: most first. */
static int ways_out(const View *view, Way ways[DIRECTORY_GROUP_COUNT])
{
    const DirectoryFilter *filter = &view->session->people;
    int count = 0;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) {
        size_t found =
            filter->on[group] ? directory_count_without(view->site->directory, filter, (DirectoryGroup)group) : 0;
        if (found == 0) continue;
        int at = count++;
        for (; at > 0 && ways[at - 1].count < found; at--) ways[at] = ways[at - 1];
        ways[at] = (Way){(DirectoryGroup)group, found};
    }
    return count;
}

static void draw_way(const View *view, const Look *look, Rect box, const Way *way)
{
    const Theme *theme = view->theme;
    const char *people = word_count(view->words, view->arena, "people-count", (long)way->count);
    int node =
        scene_node(look->scene, (SceneNode){
                                    .role = NODE_ROW,
                                    .id = arena_format(view->arena, "without.%s", directory_group_keys[way->group]),
                                    .label = arena_format(view->arena, "%s: %s. %s",
                                                          word(view->words, directory_group_words[way->group]),
                                                          word(view->words, "none-leave-out"), people),
                                    .area = box,
                                    .radius_px = px(look, RADIUS_ROW_U),
                                    .action = {.kind = ACTION_PEOPLE_DROP, .value = (int)way->group},
                                });
    draw_card(look, box, px(look, SPACE_L_U), look->scene->nodes[node].pressed ? theme->pressed : theme->card);
    int pad = px(look, SPACE_3XL_U), icon = px(look, ICON_S_U), right = box.x + box.w - pad;
    scene_icon(look->scene, (Rect){right - icon, box.y + (box.h - icon) / 2, icon, icon}, "chev", theme->ink);
    right -= icon + px(look, SPACE_XL_U);
    int count = text_width(look, TYPE_ROW, people);
    draw_text_middle(look, TYPE_ROW, people, (Rect){right - count, box.y, count, box.h}, theme->ink);
    right -= count + px(look, SPACE_XL_U);
    int x = box.x + pad;
    x += draw_drop_pill(view, look, way->group, NULL, x, box.y + (box.h - px(look, SPACE_6XL_U)) / 2,
                        (right - x) * 7 / 10) +
         px(look, SPACE_2XL_U);
    const char *leave = word(view->words, "none-leave-out");
    if (text_width(look, TYPE_TEXT, leave) <= right - x)
        draw_text_middle(look, TYPE_TEXT, leave, (Rect){x, box.y, right - x, box.h}, theme->ink);
    scene_node_end(look->scene);
}

static const char *desk_text(const View *view)
{
    const List *desk = &view->site->clinic.desk;
    const char *text = word(view->words, "none-desk-text");
    return words_have(desk, view->lang) ? arena_format(view->arena, "%s %s", text, words_in(desk, view->lang).text)
                                        : text;
}

/* A bold sentence and its continuation, on a quiet ground. Without `draw`, only its height. */
static int desk_card(const View *view, const Look *look, Rect box, const char *text, bool draw)
{
    const Theme *theme = view->theme;
    int pad = px(look, SPACE_3XL_U), icon = px(look, ICON_M_U), inside = box.w - 2 * pad - icon - px(look, SPACE_XL_U);
    double size = 30 * text_step_scale(look->text_step),
           line = 42 * text_step_scale(look->text_step) * text_line_scale(look->lang);
    TextSpan spans[] = {{word(view->words, "none-desk"), FACE_BODY_BOLD, px(look, size)},
                        {" ", FACE_BODY_REGULAR, px(look, size)},
                        {text, FACE_BODY_REGULAR, px(look, size)}};
    TextStyle how = {.line_px = px(look, line), .width_px = inside};
    const TextLayout *layout = text_layout(look->text, look->lang, spans, ARRAY_LEN(spans), &how);
    int height = (int)layout->line_count * layout->line_px, whole = height + 2 * px(look, 22);
    if (!draw) return whole;
    Color ground = theme->high_contrast ? theme->card : theme->family[FAMILY_TREATMENT].tint;
    Rect card = {box.x, box.y, box.w, whole};
    scene_node(look->scene,
               (SceneNode){.role = NODE_TEXT,
                           .label = arena_format(view->arena, "%s %s", word(view->words, "none-desk"), text),
                           .area = card});
    scene_framed_box(look->scene, card, ground, px(look, SPACE_L_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    scene_icon(look->scene, (Rect){card.x + pad, card.y + (whole - icon) / 2, icon, icon}, "chat", theme->ink);
    draw_layout(look, layout, card.x + pad + icon + px(look, SPACE_XL_U), card.y + (whole - height) / 2, theme->ink);
    scene_node_end(look->scene);
    return whole;
}

void draw_no_matches(const View *view, const Look *look, Rect room)
{
    bool small = view->viewport->shape == SHAPE_SMALL;
    Way ways[DIRECTORY_GROUP_COUNT];
    int count = ways_out(view, ways), y = room.y, bottom = room.y + room.h, gap = px(look, SPACE_M_U);
    const char *title = word_count(view->words, view->arena, "none-title", filter_group_count(&view->session->people));
    const char *text = word(view->words, count > 0 ? "none-text" : "none-all-text");
    TypeStyle style = small || text_width(look, TYPE_H1_SMALL, title) > room.w ? TYPE_H2 : TYPE_H1_SMALL;
    y += draw_prose(look, NODE_HEADING, style, title, (Rect){room.x, y, room.w, 0}, view->theme->ink, 2) +
         px(look, small ? 4 : 12);
    y += draw_prose(look, NODE_TEXT, small ? TYPE_META : TYPE_TEXT, text, (Rect){room.x, y, room.w, 0},
                    view->theme->ink, 2) +
         px(look, small ? 12 : 24);
    if (count == 0) {
        Button clear = {.id = "none.clear",
                        .label = word(view->words, "clear-all"),
                        .icon = "x",
                        .primary = true,
                        .large = true,
                        .action = {.kind = ACTION_PEOPLE_CLEAR}};
        draw_button(look, &clear, room.x, y, 0);
        y += px(look, SPACE_7XL_U) + gap;
    }
    int least = px(look, TOOL_U);
    const char *desk = desk_text(view);
    int desk_h = desk_card(view, look, room, desk, false);
    bool has_desk = bottom - y - desk_h - gap >= int_min(count, 2) * (least + gap);
    if (has_desk) bottom -= desk_h;
    int fits = int_min(count, int_max(1, (bottom - y) / (least + gap)));
    int height = fits > 0 ? int_min(px(look, 172), (bottom - y) / fits - gap) : 0;
    for (int i = 0; i < fits; i++)
        draw_way(view, look, (Rect){room.x, y + i * (height + gap), room.w, height}, &ways[i]);
    if (has_desk) desk_card(view, look, (Rect){room.x, y + fits * (height + gap), room.w, desk_h}, desk, true);
}
