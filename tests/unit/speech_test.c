/* From scenes to sentences and back to where they stand. Lines are laid out with 10 px a character. */
#include "text_fixture.h"

#include "gfx/audit.h"
#include "gfx/speech.h"

enum { LINE_PX = 30, WIDTH = 400 };

static Speech speech;
static const SpeechMark mark = {.pad_px = 5, .radius_px = 4, .line_px = 3};

static int tear_down_speech(void **state)
{
    speech_wipe(&speech);
    return tear_down(state);
}

static Scene scene_new(void)
{
    Scene scene;
    scene_begin(&scene, &arena, WIDTH, 600, color_rgb(0xFFFFFF), "en");
    return scene;
}

/* Draws `text` in lines of `width_px` as one node. */
static int draw(Scene *scene, SceneNode node, const char *text, int y, int width_px)
{
    const TextSpan span = {text, FACE_BODY_REGULAR, 20};
    const TextLayout *layout =
        text_layout(engine, "en", &span, 1, &(TextStyle){.line_px = LINE_PX, .width_px = width_px});
    node.area = (Rect){0, y, width_px, (int)layout->line_count * LINE_PX};
    if (!node.label) node.label = text;
    int index = scene_node(scene, node);
    for (size_t i = 0; i < layout->line_count; i++)
        scene_line(scene, &layout->lines[i], 0, y + (int)i * LINE_PX, LINE_PX, color_rgb(0));
    scene_node_end(scene);
    return index;
}

static const char *said(void)
{
    const char *out = "";
    for (size_t i = 0; i < speech.count; i++)
        out = arena_format(&arena, "%s%s%s", out, i > 0 ? "|" : "", speech.items[i].text);
    return out;
}

static void sentences_come_in_reading_order(void **state)
{
    (void)state;
    Scene scene = scene_new();
    draw(&scene, (SceneNode){.role = NODE_BUTTON, .id = "back"}, "Back", 0, WIDTH);
    draw(&scene, (SceneNode){.role = NODE_HEADING}, "A river", 30, WIDTH);
    draw(&scene, (SceneNode){.role = NODE_TEXT}, "It is cold. It is clear.", 60, WIDTH);
    draw(&scene, (SceneNode){.role = NODE_TEXT, .aside = true}, "Scan me.", 90, WIDTH);
    draw(&scene,
         (SceneNode){
             .role = NODE_TOGGLE, .id = "fold", .label = "More. Opens more words.", .aloud = "More. Folded words."},
         "More", 120, WIDTH);
    speech_wipe(&speech);
    speech_add(&speech, &scene, 0);
    speech_end(&speech);
    assert_string_equal(said(), "A river|It is cold.|It is clear.|More.|Folded words.");
    assert_true(speech.items[0].ends_paragraph);
    assert_false(speech.items[1].ends_paragraph);
    assert_true(speech.items[2].ends_paragraph);
}

static void a_sentence_goes_on_overleaf(void **state)
{
    (void)state;
    Scene first = scene_new(), second = scene_new();
    draw(&first, (SceneNode){.role = NODE_TEXT}, "One. Two goes", 0, WIDTH);
    draw(&second, (SceneNode){.role = NODE_TEXT, .continues = " "}, "on here. Three.", 0, WIDTH);
    speech_wipe(&speech);
    speech_add(&speech, &first, 0);
    speech_add(&speech, &second, 1);
    speech_end(&speech);
    assert_string_equal(said(), "One.|Two goes on here.|Three.");
    const Sentence *across = &speech.items[1];
    assert_int_equal(across->place_count, 2);
    assert_int_equal(across->places[1].page, 1);
    assert_int_equal(across->turn_byte, strlen("Two goes "));
    assert_int_equal(speech.items[0].turn_byte, 0);
    assert_int_equal(speech_page(across), 0);
    assert_int_equal(speech_first_on(&speech, 1), 2);
    assert_int_equal(speech_first_on(&speech, 2), 3);
    /* What does not go on is a paragraph of its own. */
    speech_wipe(&speech);
    speech_add(&speech, &first, 0);
    second.nodes[0].continues = NULL;
    speech_add(&speech, &second, 1);
    speech_end(&speech);
    assert_string_equal(said(), "One.|Two goes|on here.|Three.");
}

static void what_stays_where_it_is_is_said_once(void **state)
{
    (void)state;
    Scene pages[3];
    for (int i = 0; i < 3; i++) {
        pages[i] = scene_new();
        draw(&pages[i], (SceneNode){.role = NODE_HEADING}, "Rivers", 0, WIDTH);
        draw(&pages[i], (SceneNode){.role = NODE_TEXT}, i == 1 ? "One." : "Two.", 30, WIDTH);
        draw(&pages[i], (SceneNode){.role = NODE_TEXT}, "Call us.", 60 + i / 2 * 30, WIDTH);
    }
    speech_wipe(&speech);
    for (int i = 0; i < 3; i++) speech_add(&speech, &pages[i], i);
    speech_end(&speech);
    /* Not what has gone meanwhile, or stands elsewhere: that is another row of a list. */
    assert_string_equal(said(), "Rivers|Two.|Call us.|One.|Two.|Call us.");
    assert_int_equal(speech_first_on(&speech, 1), 3);
    assert_int_equal(speech_first_on(&speech, 2), 4);
}

static void what_is_said_but_not_drawn_stays_with_the_first_sentence(void **state)
{
    (void)state;
    Scene scene = scene_new();
    draw(&scene, (SceneNode){.role = NODE_TEXT, .label = "Step 1 of 2. Sit down. Breathe."}, "Sit down. Breathe.", 0,
         WIDTH);
    speech_wipe(&speech);
    speech_add(&speech, &scene, 0);
    speech_end(&speech);
    assert_string_equal(said(), "Step 1 of 2. Sit down.|Breathe.");
}

static void the_words_that_are_said_are_marked(void **state)
{
    (void)state;
    Scene scene = scene_new();
    draw(&scene, (SceneNode){.role = NODE_TEXT}, "It is cold. It is clear and wide.", 0, 210);
    /* Lines: "It is cold. It is" and "clear and wide." */
    assert_int_equal(scene.item_count, 2);
    speech_wipe(&speech);
    speech_add(&speech, &scene, 0);
    speech_end(&speech);
    speech_mark(&scene, engine, &speech.items[1], 0, &mark);
    assert_int_equal(scene.item_count, 6);
    const SceneItem *ground[] = {&scene.items[2], &scene.items[0]}; /* the last mark is put in front */
    assert_true(ground[0]->marks && ground[1]->marks);
    assert_true(rect_equal(ground[0]->box, (Rect){120 - 5, 0, 50 + 10, LINE_PX}));
    assert_true(rect_equal(ground[1]->box, (Rect){-5, LINE_PX, 150 + 10, LINE_PX}));
    assert_int_equal(scene.items[3].box.x, 120);
    assert_int_equal(scene.items[3].box.h, 3);
    assert_int_equal(scene.items[4].kind, ITEM_TEXT);
}

static void another_page_or_another_text_is_not_marked(void **state)
{
    (void)state;
    Scene scene = scene_new(), other = scene_new();
    draw(&scene, (SceneNode){.role = NODE_TEXT}, "It is cold.", 0, WIDTH);
    draw(&other, (SceneNode){.role = NODE_TEXT}, "It is warm.", 0, WIDTH);
    speech_wipe(&speech);
    speech_add(&speech, &scene, 0);
    speech_end(&speech);
    speech_mark(&other, engine, &speech.items[0], 0, &mark);
    speech_mark(&scene, engine, &speech.items[0], 1, &mark);
    assert_int_equal(scene.item_count, 1);
    assert_int_equal(other.item_count, 1);
}

static void a_card_is_framed(void **state)
{
    (void)state;
    Scene scene = scene_new();
    draw(&scene, (SceneNode){.role = NODE_TEXT, .label = "Crisis line. Call 9-8-8."}, "Crisis line", 0, WIDTH);
    speech_wipe(&speech);
    speech_add(&speech, &scene, 0);
    speech_end(&speech);
    assert_int_equal(speech.count, 2);
    speech_mark(&scene, engine, &speech.items[1], 0, &mark);
    assert_int_equal(scene.item_count, 2);
    assert_int_equal(scene.items[1].kind, ITEM_BOX);
    assert_int_equal(scene.items[1].edge_px, 3);
    assert_true(rect_equal(scene.items[1].box, scene.nodes[0].shape));
}

static int findings(Scene *scene, Color ground)
{
    static const Viewport viewport = {.w = WIDTH, .h = 600, .u = 1, .shape = SHAPE_LANDSCAPE};
    const AuditOptions options = {.viewport = &viewport};
    SpeechMark look = mark;
    look.ground = ground;
    speech_wipe(&speech);
    speech_add(&speech, scene, 0);
    speech_end(&speech);
    speech_mark(scene, engine, &speech.items[0], 0, &look);
    FILE *out = tmpfile();
    int count = scene_audit(scene, &options, "test", out);
    fclose(out);
    return count;
}

static void the_audit_sees_through_a_mark_to_its_contrast(void **state)
{
    (void)state;
    Scene good = scene_new(), bad = scene_new();
    draw(&good, (SceneNode){.role = NODE_TEXT}, "It is cold. It is clear.", 0, WIDTH);
    draw(&bad, (SceneNode){.role = NODE_TEXT}, "It is cold. It is clear.", 0, WIDTH);
    assert_int_equal(findings(&good, color_rgb(0xDDE8D8)), 0);
    assert_int_equal(findings(&bad, color_rgb(0x404040)), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_come_in_reading_order),
        cmocka_unit_test(a_sentence_goes_on_overleaf),
        cmocka_unit_test(what_stays_where_it_is_is_said_once),
        cmocka_unit_test(what_is_said_but_not_drawn_stays_with_the_first_sentence),
        cmocka_unit_test(the_words_that_are_said_are_marked),
        cmocka_unit_test(another_page_or_another_text_is_not_marked),
        cmocka_unit_test(a_card_is_framed),
        cmocka_unit_test(the_audit_sees_through_a_mark_to_its_contrast),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down_speech);
}
