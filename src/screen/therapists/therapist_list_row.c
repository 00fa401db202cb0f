/* therapist_list_row.c - one person in the list: who, for what, in which languages; how far, and what it costs. */
#include "screen/therapists/therapist_list.h"

int person_row_height(const Look *look, bool stacked)
{
    int lines = style_line_px(look, TYPE_ROW) + style_line_px(look, TYPE_TEXT) + px(look, SPACE_2XS_U);
    if (stacked) lines += 2 * style_line_px(look, TYPE_META) + px(look, SPACE_3XS_U);
    return int_max(lines + 2 * px(look, SPACE_L_U), px(look, stacked                                ? 200
                                                             : look->viewport->shape == SHAPE_SMALL ? 112
                                                                                                    : 146));
}

/* Distance, or how to meet where nobody visits; and the first word about the cost. */
static void row_ends(const View *view, const Therapist *person, const char **far, const char **cost)
{
    *far = person->distance_hm >= 0
               ? word_with(view->words, view->arena, "distance-km", "n", tenths_text(view, person->distance_hm))
           : person->chosen[GROUP_MEETS].count > 0
               ? choice_word(view, GROUP_MEETS, person->chosen[GROUP_MEETS].items[0]).text
               : "";
    *cost = person->chosen[GROUP_COST].count > 0
                ? choice_word(view, GROUP_COST, person->chosen[GROUP_COST].items[0]).text
                : "";
}

static const char *row_spoken(const View *view, const Look *look, const Therapist *person, const char *far,
                              const char *cost)
{
    const char *parts[] = {
        person->name,
        person->example ? word(view->words, "example") : "",
        person_profession(view, person).text,
        person_choices(view, look, TYPE_TEXT, person, GROUP_FOCUS, 0),
        person_choices_spoken(view, person, GROUP_LANGUAGES),
        far,
        cost,
    };
    return speech_join(view->arena, parts, ARRAY_LEN(parts));
}

/* Name, the mark of an example, and the profession as far as it fits beside them. Returns its height. */
static int row_name(const View *view, const Look *look, const Therapist *person, Rect box, bool with_profession)
{
    int line = style_line_px(look, TYPE_ROW), gap = px(look, SPACE_M_U),
        mark = person->example ? draw_example_mark(view, look, 0, 0, 0, false) + gap : 0;
    Word profession = person_profession(view, person);
    Look own = *look;
    own.lang = profession.lang;
    int name = int_min(text_width(look, TYPE_ROW, person->name), box.w - mark), x = box.x + name + gap;
    draw_text_middle(look, TYPE_ROW, person->name, (Rect){box.x, box.y, name, line}, view->theme->ink);
    if (mark > 0) x += draw_example_mark(view, look, x, box.y + (line - px(look, 36)) / 2, px(look, 36), true) + gap;
    int room = box.x + box.w - x;
    if (with_profession && text_width(&own, TYPE_META, profession.text) <= room)
        draw_text_middle(&own, TYPE_META, profession.text, (Rect){x, box.y, room, line}, view->theme->ink2);
    return line;
}

/* "Couples, Grief  ·  English, Twi". The dot is a text of its own: in one with Latin words it would lie on their left
 * side in a language that runs from the right, too. */
static int row_line(const View *view, const Look *look, const Therapist *person, Rect box)
{
    const char *languages = person_choices(view, look, TYPE_TEXT, person, GROUP_LANGUAGES, box.w / 2);
    int line = style_line_px(look, TYPE_TEXT), gap = px(look, SPACE_M_U), dot_w = text_width(look, TYPE_TEXT, "·");
    int languages_w = text_width(look, TYPE_TEXT, languages), tail_w = gap + dot_w + gap + languages_w;
    const char *focus = person_choices(view, look, TYPE_TEXT, person, GROUP_FOCUS, box.w - tail_w);
    int width = text_width(look, TYPE_TEXT, focus), x = box.x + width + gap;
    draw_text_middle(look, TYPE_TEXT, focus, (Rect){box.x, box.y, int_min(width, box.w), line}, view->theme->ink);
    if (width + tail_w > box.w) return line;
    draw_text_middle(look, TYPE_TEXT, "·", (Rect){x, box.y, dot_w, line}, view->theme->ink2);
    draw_text_middle(look, TYPE_TEXT, languages, (Rect){x + dot_w + gap, box.y, languages_w, line}, view->theme->ink2);
    return line;
}

static void row_words(const View *view, const Look *look, const Therapist *person, Rect box, bool stacked)
{
    int text = style_line_px(look, TYPE_TEXT), meta = style_line_px(look, TYPE_META), gap = px(look, SPACE_2XS_U),
        y = box.y;
    int height = style_line_px(look, TYPE_ROW) + gap + text + (stacked ? 2 * meta + px(look, SPACE_3XS_U) : 0);
    y += (box.h - height) / 2;
    y += row_name(view, look, person, (Rect){box.x, y, box.w, 0}, !stacked) + (stacked ? 0 : gap);
    if (!stacked) {
        row_line(view, look, person, (Rect){box.x, y, box.w, 0});
        return;
    }
    Word profession = person_profession(view, person);
    Look own = *look;
    own.lang = profession.lang;
    draw_text_middle(&own, TYPE_META, profession.text, (Rect){box.x, y, box.w, meta}, view->theme->ink2);
    y += meta + gap;
    draw_text_middle(look, TYPE_TEXT, person_choices(view, look, TYPE_TEXT, person, GROUP_FOCUS, box.w),
                     (Rect){box.x, y, box.w, text}, view->theme->ink);
    y += text + px(look, SPACE_3XS_U);
    draw_text_middle(look, TYPE_META, person_choices(view, look, TYPE_META, person, GROUP_LANGUAGES, box.w),
                     (Rect){box.x, y, box.w, meta}, view->theme->ink2);
}

void draw_person_row(const View *view, const Look *look, Rect box, const Therapist *person, bool stacked)
{
    const Theme *theme = view->theme;
    const char *far, *cost;
    row_ends(view, person, &far, &cost);
    int node =
        scene_node(look->scene, (SceneNode){
                                    .role = NODE_ROW,
                                    .id = arena_format(view->arena, "person.%s", person->id),
                                    .label = row_spoken(view, look, person, far, cost),
                                    .area = box,
                                    .radius_px = px(look, RADIUS_ROW_U),
                                    .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_THERAPIST, .id = person->id},
                                });
    draw_card(look, box, px(look, SPACE_L_U), look->scene->nodes[node].pressed ? theme->pressed : theme->card);
    int pad = px(look, SPACE_2XL_U), disc = px(look, view->viewport->shape == SHAPE_SMALL ? 72 : 96),
        icon = px(look, ICON_S_U), gap = px(look, SPACE_XL_U);
    draw_initials(view, look, (Rect){box.x + pad, box.y + (box.h - disc) / 2, disc, disc}, person);
    int x = box.x + pad + disc + px(look, SPACE_2XL_U), right = box.x + box.w - pad;
    scene_icon(look->scene, (Rect){right - icon, box.y + (box.h - icon) / 2, icon, icon}, "chev", theme->ink);
    right -= icon + gap;
    int far_w = text_width(look, TYPE_BUTTON, far), cost_w = text_width(look, TYPE_META, cost);
    int most = (right - x) * 2 / 5, ends, line = style_line_px(look, TYPE_META);
    if (cost_w > most) cost = "", cost_w = 0; /* the card says it */
    ends = int_min(int_max(far_w, cost_w), most);
    int y = box.y + (box.h - 2 * line - px(look, SPACE_XS_U)) / 2;
    draw_text_end(look, TYPE_BUTTON, far, (Rect){right - ends, y, ends, line}, theme->ink);
    draw_text_end(look, TYPE_META, cost, (Rect){right - ends, y + line + px(look, SPACE_XS_U), ends, line},
                  theme->ink2);
    row_words(view, look, person, (Rect){x, box.y, right - ends - gap - x, box.h}, stacked);
    scene_node_end(look->scene);
}
