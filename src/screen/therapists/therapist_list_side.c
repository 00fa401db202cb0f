/* therapist_list_side.c - beside what is known of a person: the code that saves them in a phone, and the number, large.
 */
#include "gfx/code.h"
#include "screen/therapists/therapist_list.h"
#include "screen/frame/code_card.h"

enum { CODE_LEAST_U = 250 };

/* The largest style in which the number fits; it is never broken. */
static const TextLayout *number_layout(const Look *look, const char *number, int width)
{
    static const double sizes_u[] = {60, 52, 44, 36, 30};
    const TextLayout *layout = NULL;
    for (size_t i = 0; i < ARRAY_LEN(sizes_u); i++) {
        TextSpan span = {number, FACE_HEAD_SEMIBOLD, px(look, sizes_u[i])};
        TextStyle how = {.line_px = px(look, sizes_u[i] * 1.2)};
        layout = text_layout(look->text, look->lang, &span, 1, &how);
        if (layout->width_px <= width) break;
    }
    return layout;
}

int person_call_height(const View *view, const Look *look)
{
    return px(look, view->viewport->shape == SHAPE_SMALL ? 140 : 196);
}

/* The number, large, and the address under it. */
void draw_person_call(const View *view, const Look *look, Rect box, const Therapist *person)
{
    const char *number = person->phone, *email = person->email;
    const Theme *theme = view->theme;
    int pad = px(look, SPACE_3XL_U), label = style_line_px(look, TYPE_LABEL);
    const TextLayout *layout = number_layout(look, number, box.w - 2 * pad);
    Color ground = theme->high_contrast ? theme->card : theme->family[FAMILY_SYMPTOMS].tint;
    scene_node(look->scene,
               (SceneNode){.role = NODE_TEXT,
                           .label = arena_format(view->arena, "%s %s. %s", word(view->words, "card-or-call"), number,
                                                 email ? email : ""),
                           .area = box});
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    Look own = *look;
    own.lang = "en"; /* an address is Latin wherever it stands */
    bool has_email = email && text_width(&own, TYPE_META, email) <= box.w - 2 * pad;
    int email_h = has_email ? style_line_px(&own, TYPE_META) + px(look, SPACE_3XS_U) : 0,
        y = box.y + (box.h - label - layout->line_px - email_h) / 2;
    draw_text_middle(look, TYPE_LABEL, word(view->words, "card-or-call"),
                     (Rect){box.x + pad, y, box.w - 2 * pad, label}, theme->ink);
    draw_layout(look, layout, box.x + pad, y + label, theme->ink);
    if (has_email)
        draw_text_middle(
            &own, TYPE_META, email,
            (Rect){box.x + pad, y + label + layout->line_px + px(look, SPACE_3XS_U), box.w - 2 * pad, email_h},
            theme->ink);
    scene_node_end(look->scene);
}

/* What to know about the list: that this is an example, how old it is. */
static const char *list_note(const View *view, const Therapist *person)
{
    const char *age = people_list_age(view, false);
    if (!person->example) return age;
    const char *note = word(view->words, "example-note");
    return age && age[0] ? arena_format(view->arena, "%s %s", note, age) : note;
}

/* The words with the code, as far as they leave it large enough to be read from 60 cm. */
typedef struct SaveWords {
    const char *title, *how, *note; /* NULL: left out */
    int width, height;
} SaveWords;

static int save_words_height(const Look *look, const SaveWords *words)
{
    int height = 0;
    if (words->title) height += text_height(look, TYPE_BUTTON_L, words->title, words->width, 2) + px(look, SPACE_3XS_U);
    if (words->how) height += text_height(look, TYPE_META, words->how, words->width, 0) + px(look, SPACE_XS_U);
    if (words->note) height += text_height(look, TYPE_META, words->note, words->width, 0);
    return height;
}

static SaveWords save_words(const View *view, const Look *look, const Therapist *person, int width, int height_max)
{
    SaveWords words = {word(view->words, "card-save"), word(view->words, "card-save-how"), list_note(view, person),
                       width, 0};
    const char **given_up[] = {&words.how, &words.note, &words.title};
    for (size_t i = 0; i < ARRAY_LEN(given_up) && save_words_height(look, &words) > height_max; i++)
        *given_up[i] = NULL;
    words.height = save_words_height(look, &words);
    return words;
}

static void draw_save_words(const View *view, const Look *look, const SaveWords *words, int x, int y)
{
    const Theme *theme = view->theme;
    Rect box = {x, y, words->width, 0};
    /* Where only the title has room, the code says it with the rest. */
    if (words->title && words->how)
        box.y +=
            draw_prose(look, NODE_HEADING, TYPE_BUTTON_L, words->title, box, theme->ink, 2) + px(look, SPACE_3XS_U);
    else if (words->title)
        box.y += draw_text_max(look, TYPE_BUTTON_L, words->title, box, theme->ink, 2) + px(look, SPACE_3XS_U);
    if (words->how)
        box.y += draw_prose(look, NODE_TEXT, TYPE_META, words->how, box, theme->ink2, 0) + px(look, SPACE_XS_U);
    if (words->note) draw_prose(look, NODE_TEXT, TYPE_META, words->note, box, theme->ink, 0);
}

/* The code with its words below it, or (in portrait) beside it. */
void draw_person_code(const View *view, const Look *look, Rect box, const Therapist *person)
{
    bool beside = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 16 : 28), width = beside ? box.w - box.h - pad : box.w - 2 * pad,
        gap = px(look, SPACE_M_U);
    int most = beside ? box.h - 2 * pad : box.h - 2 * pad - gap - px(look, CODE_LEAST_U);
    SaveWords words = save_words(view, look, person, width, most);
    int side = beside ? box.h - 2 * pad : int_min(box.w - 2 * pad, box.h - 2 * pad - words.height - gap);
    draw_card(look, box, px(look, SPACE_XL_U), view->theme->card);
    Rect code = {box.x + pad, box.y + pad, side, side};
    if (!beside) {
        code.x = box.x + (box.w - side) / 2;
        code.y = box.y + (box.h - side - gap - words.height) / 2;
    }
    const char *spoken =
        arena_format(view->arena, "%s. %s", word(view->words, "card-save"), word(view->words, "card-save-how"));
    /* The words with it say the same, where there is room for them. */
    bool told = words.title && words.how;
    scene_node(look->scene, (SceneNode){.role = NODE_IMAGE, .label = spoken, .area = code, .aside = told});
    scene_node_end(look->scene);
    code_card_draw_contact(look, code, therapist_vcard(person, view->lang, CODE_CONTACT_BYTES_MAX, view->arena));
    if (beside)
        draw_save_words(view, look, &words, code.x + side + pad, box.y + (box.h - words.height) / 2);
    else
        draw_save_words(view, look, &words, box.x + pad, code.y + side + gap);
}
