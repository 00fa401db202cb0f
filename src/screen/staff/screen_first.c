/* screen_first.c - the first start: language, PIN, screen test. Also opened from the panel, one part at a time. */
#include <string.h>

#include "screen/staff/staff_parts.h"
#include "screen/frame/view_content.h"

enum {
    ART_U = 220,
    LANGUAGE_TEXT_U = 36,
    LANGUAGE_ROW_U = 132,
    PIN_CARD_U = 168,
    SAMPLE_U = 320, /* what is looked at in the test of the screen */
    TEST_ROW_U = 136,
};

enum { LANGUAGES_IN_ROW = 3 };

static Step step_of(const View *view, int step)
{
    static const char *const titles[] = {"first-language", "first-pin", "first-test"};
    static const char *const lines[] = {"first-language", "first-pin-six", "first-test-line"};
    const FirstStart *first = &view->staff->first;
    StepMark mark = step < first->step ? STEP_DONE : step == first->step ? STEP_NOW : STEP_AHEAD;
    const char *line = step == FIRST_LANGUAGE
                           ? language_own_name(view, view->lang)
                           : word(view->words, step == FIRST_PIN && first->pin_is_set ? "first-pin-set" : lines[step]);
    return (Step){mark, word(view->words, titles[step]), line};
}

static void draw_side(const View *view, const Look *look, Rect box)
{
    Rect in = staff_pane(look, box, FAMILY_TREATMENT);
    bool tall = view->viewport->shape == SHAPE_LANDSCAPE;
    int art = tall ? px(look, ART_U) : 0, y = in.y;
    if (tall) scene_image(look->scene, (Rect){in.x + (in.w - art) / 2, y, art, art}, (ImageRef){"art:mark", false});
    y += art + (tall ? px(look, SPACE_M_U) : 0);
    y += draw_prose(look, NODE_HEADING, tall ? TYPE_H2 : TYPE_H3, word(view->words, "first-title"),
                    (Rect){in.x, y, in.w, 0}, look->theme->ink, 2) +
         px(look, SPACE_XL_U);
    Step steps[FIRST_STEPS];
    for (int i = 0; i < FIRST_STEPS; i++) steps[i] = step_of(view, i);
    staff_steps(look, (Rect){in.x, y, in.w, 0}, steps, FIRST_STEPS);
}

static void draw_language(const View *view, const Look *look, Rect box, const char *lang)
{
    const Theme *theme = look->theme;
    bool on = strcmp(lang, view->lang) == 0;
    const char *own = language_own_name(view, lang);
    int node = scene_node(look->scene, (SceneNode){.role = NODE_TOGGLE,
                                                   .id = arena_format(view->arena, "lang.%s", lang),
                                                   .label = own,
                                                   .lang = lang,
                                                   .area = box,
                                                   .radius_px = px(look, RADIUS_ROW_U),
                                                   .action = {.kind = ACTION_SET_LANGUAGE, .id = lang},
                                                   .selected = on});
    Color ground = look->scene->nodes[node].pressed ? theme->pressed
                   : on && !theme->high_contrast    ? theme->family[FAMILY_TREATMENT].tint
                                                    : theme->card;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_L_U), on ? theme->primary : theme->edge,
                     px(look, on ? 4 : theme->hair_u));
    TextSpan span = {own, FACE_BODY_SEMIBOLD, px(look, LANGUAGE_TEXT_U)};
    TextStyle how = {.line_px = box.h, .width_px = box.w - px(look, SPACE_7XL_U), .max_lines = 1};
    draw_layout(look, text_layout(view->text, lang, &span, 1, &how), box.x + px(look, SPACE_3XL_U), box.y, theme->ink);
    int side = px(look, ICON_L_U);
    if (on)
        scene_icon(look->scene,
                   (Rect){box.x + box.w - side - px(look, SPACE_XL_U), box.y + (box.h - side) / 2, side, side}, "check",
                   theme->primary);
    scene_node_end(look->scene);
}

static void draw_languages(const View *view, const Look *look, Rect in)
{
    const char *const *langs = words_langs();
    int columns = view->viewport->shape == SHAPE_PORTRAIT ? 2 : LANGUAGES_IN_ROW, gap = px(look, SPACE_M_U), rows = 0,
        count = 0;
    while (langs[count]) count++;
    rows = (count + columns - 1) / columns;
    int w = (in.w - (columns - 1) * gap) / columns,
        h = int_min(px(look, LANGUAGE_ROW_U), (in.h - (rows - 1) * gap) / rows);
    for (int i = 0; i < count; i++)
        draw_language(view, look, (Rect){in.x + i % columns * (w + gap), in.y + i / columns * (h + gap), w, h},
                      langs[i]);
}

static const char *pin_line(const View *view)
{
    switch (view->staff->pad.state) {
    case PAD_WEAK: return word(view->words, "first-pin-weak");
    case PAD_DIFFERS: return word(view->words, "first-pin-differ");
    case PAD_CHECKS: return word(view->words, "staff-checking");
    case PAD_BROKEN: return word(view->words, "why-write");
    case PAD_ASKS:
    case PAD_WRONG:
    case PAD_SLIP:
    case PAD_NO_PIN: break;
    }
    return word(view->words, "first-pin-rule");
}

/* The code is shown here, once, and nowhere else. */
static void draw_recovery(const View *view, const Look *look, Rect in)
{
    const FirstStart *first = &view->staff->first;
    int y = in.y +
            draw_prose(look, NODE_TEXT, TYPE_TEXT, word(view->words, "first-pin-recovery"), (Rect){in.x, in.y, in.w, 0},
                       look->theme->ink, 0) +
            px(look, SPACE_L_U);
    Rect card = {in.x, y, in.w, px(look, PIN_CARD_U)};
    scene_framed_box(look->scene, card, look->theme->sunk, px(look, SPACE_L_U), look->theme->line, px(look, HAIR_U));
    /* Two lines of four groups, in the order in which they are written down. */
    const char *middle = first->recovery;
    for (int spaces = 0; *middle && spaces < 4; middle++) spaces += *middle == ' ' ? 1 : 0;
    const char *lines[] = {arena_copy_bytes(view->arena, first->recovery, (size_t)(middle - first->recovery)), middle};
    scene_text_node(look->scene, NODE_TEXT, first->recovery, card);
    for (int i = 0; i < 2; i++)
        draw_text_centred(
            look, TYPE_H2, lines[i],
            (Rect){card.x, card.y + px(look, SPACE_L_U) + i * px(look, SPACE_6XL_U), card.w, px(look, SPACE_6XL_U)},
            look->theme->ink);
}

static void draw_pin(const View *view, const Look *look, Rect in)
{
    const StaffView *staff = view->staff;
    bool small = view->viewport->shape == SHAPE_SMALL, again = staff->pad.purpose == PAD_SETS_AGAIN;
    if (staff->first.recovery && staff->first.recovery[0]) {
        draw_recovery(view, look, in);
        return;
    }
    int keys_w = staff_pad_width(look, small), x = in.x, w = in.w - keys_w - px(look, SPACE_3XL_U), y = in.y;
    staff_pad(view, look, in.x + in.w - keys_w, in.y, small);
    y += draw_prose(look, NODE_TEXT, TYPE_LABEL, word(view->words, "first-pin-new"), (Rect){x, y, w, 0},
                    look->theme->ink, 1) +
         px(look, SPACE_XS_U);
    y += staff_digits(view, look, x, y, again ? PIN_DIGITS_MIN : staff->pad.digits) + px(look, SPACE_3XL_U);
    y += draw_prose(look, NODE_TEXT, TYPE_LABEL, word(view->words, "first-pin-once-more"), (Rect){x, y, w, 0},
                    look->theme->ink, 1) +
         px(look, SPACE_XS_U);
    y += staff_digits(view, look, x, y, again ? staff->pad.digits : 0) + px(look, SPACE_3XL_U);
    draw_prose(look, NODE_TEXT, TYPE_TEXT, pin_line(view), (Rect){x, y, w, 0}, look->theme->ink2, 5);
}

static void draw_dots(const View *view, const Look *look, int x, int y)
{
    const FirstStart *first = &view->staff->first;
    int dot = px(look, BUTTON_U), gap = px(look, SPACE_M_U);
    for (int i = 0; i < TOUCH_DOTS; i++) {
        bool on = (first->touched & 1u << i) != 0;
        Rect box = {x + i * (dot + gap), y, dot, dot};
        scene_node(look->scene, (SceneNode){.role = NODE_TOGGLE,
                                            .id = arena_format(view->arena, "dot.%d", i),
                                            .label = word(view->words, "first-touch"),
                                            .area = box,
                                            .radius_px = dot / 2,
                                            .action = {.kind = ACTION_TEST_TOUCHED, .value = i},
                                            .selected = on});
        scene_framed_box(look->scene, box, on ? look->theme->primary : look->theme->card, dot / 2, look->theme->primary,
                         px(look, SPACE_3XS_U));
        if (on) scene_icon(look->scene, rect_grow(box, -dot / 4), "check", look->theme->on_primary);
        scene_node_end(look->scene);
    }
}

static void draw_stripes(const Look *look, Rect box)
{
    const Theme *light = theme_light();
    const Color stripes[] = {light->clay,
                             light->family[FAMILY_CRISIS].tint,
                             light->ochre,
                             light->family[FAMILY_GROWTH].tint,
                             light->primary,
                             light->family[FAMILY_SYMPTOMS].tint,
                             light->family[FAMILY_SYMPTOMS].deep,
                             light->family[FAMILY_LIBRARY].deep};
    int w = box.w / (int)ARRAY_LEN(stripes);
    for (size_t i = 0; i < ARRAY_LEN(stripes); i++)
        scene_box(look->scene, (Rect){box.x + (int)i * w, box.y, w, box.h}, stripes[i], 0);
}

static void draw_corners(const Look *look, Rect box)
{
    int arm = px(look, SPACE_XL_U), thick = px(look, SPACE_2XS_U);
    for (int i = 0; i < 4; i++) {
        bool right = i % 2 == 1, low = i / 2 == 1;
        int x = right ? box.x + box.w - arm : box.x, y = low ? box.y + box.h - thick : box.y;
        scene_box(look->scene, (Rect){x, y, arm, thick}, look->theme->primary, 0);
        scene_box(look->scene,
                  (Rect){right ? box.x + box.w - thick : box.x, low ? box.y + box.h - arm : box.y, thick, arm},
                  look->theme->primary, 0);
    }
}

static void draw_test_row(const View *view, const Look *look, Rect box, int test)
{
    static const char *const titles[] = {"first-colour", "first-small-text", "first-edges", "first-sound"};
    static const char *const lines[] = {"first-colour-text", "first-small-text-line", "first-edges-text",
                                        "first-sound-text"};
    const FirstStart *first = &view->staff->first;
    const char *label = word(view->words, test == TEST_SOUND ? "first-sound-heard" : "first-looks-right");
    bool good = (first->right & 1u << test) != 0, silent = test == TEST_SOUND && first->sound == SOUND_NONE;
    const char *line = word(view->words, silent ? "first-sound-none" : lines[test]);
    int sample = int_min(px(look, SAMPLE_U), box.w / 3), middle = box.y + box.h / 2,
        x = box.x + sample + px(look, SPACE_2XL_U);
    Rect at = {box.x, middle - px(look, BUTTON_U / 2), sample, px(look, BUTTON_U)};
    Button play = {.id = "sound",
                   .label = word(view->words, "first-sound-play"),
                   .icon = "listen",
                   .action = {.kind = ACTION_TEST_SOUND}};
    if (test == TEST_COLOUR)
        draw_stripes(look, at);
    else if (test == TEST_SMALL_TEXT)
        draw_text_middle(look, TYPE_CHIP, "9-8-8, Il1 O0, a\xC3\xA9", at, look->theme->ink);
    else if (test == TEST_SOUND)
        draw_button(look, &play, at.x, at.y, int_min(button_width(look, &play), at.w));
    else
        draw_corners(look, (Rect){at.x, at.y, int_min(at.w, px(look, TEST_ROW_U)), at.h});
    Button button = {.id = arena_format(view->arena, "right.%d", test),
                     .label = good ? word(view->words, "first-good") : label,
                     .icon = good ? "check" : NULL,
                     .disabled = good || (test == TEST_SOUND && first->sound != SOUND_PLAYED),
                     .action = {.kind = ACTION_TEST_RIGHT, .value = test}};
    int w = int_min(button_width(look, &button), box.w / 3), words = box.x + box.w - w - px(look, SPACE_L_U) - x;
    draw_button(look, &button, box.x + box.w - w, middle - px(look, BUTTON_U / 2), w);
    int title = style_line_px(look, TYPE_ROW), text = text_height(look, TYPE_CHIP, line, words, 2),
        y = middle - (title + text) / 2;
    draw_prose(look, NODE_TEXT, TYPE_ROW, word(view->words, titles[test]), (Rect){x, y, words, 0}, look->theme->ink, 1);
    draw_prose(look, NODE_TEXT, TYPE_CHIP, line, (Rect){x, y + title, words, 0},
               silent ? look->theme->family[FAMILY_CRISIS].deep : look->theme->ink2, 2);
    scene_box(look->scene, (Rect){box.x, box.y, box.w, px(look, HAIR_U)}, look->theme->line, 0);
}

static void draw_test(const View *view, const Look *look, Rect in)
{
    unsigned touched = view->staff->first.touched;
    int row = int_min(px(look, TEST_ROW_U), in.h / (1 + SCREEN_TESTS)),
        x = in.x + TOUCH_DOTS * px(look, 72 + 16) + px(look, SPACE_M_U), w = in.x + in.w - x;
    bool all = touched == (1u << TOUCH_DOTS) - 1;
    draw_dots(view, look, in.x, in.y + (row - px(look, BUTTON_U)) / 2);
    const char *text = all ? word_count(view->words, view->arena, "first-touch-done", TOUCH_DOTS)
                           : word(view->words, "first-touch-text");
    int height = text_height(look, TYPE_ROW, text, w, 2);
    draw_prose(look, NODE_TEXT, TYPE_ROW, text, (Rect){x, in.y + (row - height) / 2, w, 0}, look->theme->ink, 2);
    for (int test = 0; test < SCREEN_TESTS; test++)
        draw_test_row(view, look, (Rect){in.x, in.y + (test + 1) * row, in.w, row}, test);
}

static size_t foot_buttons(const View *view, Button out[3])
{
    const FirstStart *first = &view->staff->first;
    Button next = {
        .id = "next", .icon_after = "next", .primary = true, .action = {.kind = ACTION_FIRST_STEP, .value = 1}};
    size_t count = 0;
    if (first->from_panel) {
        out[count++] = (Button){
            .id = "done", .label = word(view->words, "done"), .primary = true, .action = {.kind = ACTION_FIRST_CLOSE}};
        return count;
    }
    if (first->step > 0)
        out[count++] = (Button){.id = "previous",
                                .label = word(view->words, "back"),
                                .icon = "back",
                                .action = {.kind = ACTION_FIRST_STEP, .value = -1}};
    next.label = word(view->words, first->step == FIRST_LANGUAGE ? "first-next-pin"
                                   : first->step == FIRST_PIN    ? "first-next-test"
                                                                 : "first-finish");
    next.disabled = first->step == FIRST_PIN && !first->pin_is_set;
    if (first->step == FIRST_TEST) next.action = (Action){.kind = ACTION_FIRST_CLOSE};
    out[count++] = next;
    if (!(first->step == FIRST_TEST))
        out[count++] =
            (Button){.id = "later", .label = word(view->words, "first-later"), .action = {.kind = ACTION_FIRST_CLOSE}};
    return count;
}

static void first_build(const View *view, Scene *scene)
{
    static const char *const titles[] = {"first-language-title", "first-pin-title", "first-test-title"};
    static const char *const texts[] = {"first-language-text", "first-pin-text", "first-test-text"};
    Look look = staff_look(view, scene);
    const FirstStart *first = &view->staff->first;
    Rect room = staff_main(view), side = {0}, main = room;
    const char *step = word_fill(
        view->arena, word_with(view->words, view->arena, "first-step", "step", staff_number(view, first->step + 1)),
        "n", "3");
    staff_top(view, scene, first->from_panel ? word(view->words, "device") : step, false);
    if (view->viewport->shape == SHAPE_LANDSCAPE && !first->from_panel) staff_split(view, room, 29, &side, &main);
    if (side.w > 0) draw_side(view, &look, side);
    Rect in = staff_card(&look, main);
    Button buttons[3];
    size_t count = foot_buttons(view, buttons);
    int foot = staff_buttons_height(&look, in.w, buttons, count), y = in.y, bottom = in.y + in.h - foot;
    bool small = view->viewport->shape == SHAPE_SMALL;
    y += draw_prose(&look, NODE_HEADING, small ? TYPE_H2 : TYPE_H1_SMALL, word(view->words, titles[first->step]),
                    (Rect){in.x, y, in.w, 0}, view->theme->ink, 2);
    if (!small) {
        y += px(&look, HEAD_GAP_U);
        y += draw_prose(&look, NODE_TEXT, TYPE_TEXT, word(view->words, texts[first->step]), (Rect){in.x, y, in.w, 0},
                        view->theme->ink2, 3);
    }
    y += px(&look, small ? 8 : 24);
    Rect body = {in.x, y, in.w, bottom - px(&look, small ? 12 : 24) - y};
    if (first->step == FIRST_LANGUAGE)
        draw_languages(view, &look, body);
    else if (first->step == FIRST_PIN)
        draw_pin(view, &look, body);
    else
        draw_test(view, &look, body);
    staff_buttons(&look, (Rect){in.x, bottom, in.w, foot}, buttons, count);
}

const ScreenType screen_first = {.name = "first", .dock = DOCK_NONE, .for_staff = true, .build = first_build};
