#include "screen/crisis/helplines.h"
#include "screen/frame/code_card.h"

#include <string.h>

/* The square code, and what stands beside a number. */
enum {
    CODE_MOST_U = 200,
    CODE_LEAST_U = 130,
    CAPTION_BESIDE_U = 720, /* narrower boxes have the caption no wider than the code */
    DANGER_TEXT_U = 30,
    DANGER_NUMBER_U = 38,
    DANGER_LINE_U = 50,
    NUMBER_TEXT_U = 64,
    NUMBER_LINE_U = 74,
};

enum { NUMBER_LEAST_U = 52 };

/* "tel:" and the digits: what a phone's camera offers to dial. */
static const char *dial_text(Arena *arena, const char *number)
{
    char *text = arena_format(arena, "tel:%s", number);
    char *out = text + 4;
    for (const char *c = text + 4; *c; c++)
        if (*c >= '0' && *c <= '9') *out++ = *c;
    *out = '\0';
    return text;
}

/* The number in the largest size that fits the room, never broken. `largest`: how large it may be. */
static const TextLayout *number_layout(const Look *look, const char *number, bool largest, int width, int height)
{
    static const struct {
        double size_u, line_u;
    } sizes[] = {{160, 182}, {132, 150}, {104, 118}, {80, 92}, {64, 74}, {52, 60}, {44, 52}, {36, 44}};
    const TextLayout *layout = NULL;
    for (size_t i = largest ? 0 : 3; i < ARRAY_LEN(sizes); i++) {
        TextSpan span = {number, FACE_HEAD_SEMIBOLD, px(look, sizes[i].size_u)};
        TextStyle how = {.line_px = px(look, sizes[i].line_u)};
        layout = text_layout(look->text, look->lang, &span, 1, &how);
        if (layout->width_px <= width && layout->line_px <= height) break;
    }
    return layout;
}

/* Where the code that dials stands, and how far the words beside it may go. */
typedef struct DialCode {
    Rect code, caption; /* empty: there is no room for it */
    int right;
} DialCode;

/* With its caption where there is room for all of it. */
static DialCode dial_code(const View *view, const Look *look, Rect box, int pad, const HelpCard *card)
{
    DialCode at = {.right = box.x + box.w - pad};
    int caption_w = text_width(look, TYPE_META, word(view->words, "crisis-scan-call")),
        caption_h = px(look, SPACE_4XL_U);
    int side = int_min(px(look, CODE_MOST_U), box.h - 2 * px(look, SPACE_L_U) - caption_h);
    bool captioned =
        side >= px(look, CODE_LEAST_U) && caption_w <= (box.w < px(look, CAPTION_BESIDE_U) ? side : side * 3 / 2);
    if (!captioned) {
        side = int_min(px(look, CODE_MOST_U), box.h - 2 * px(look, SPACE_L_U));
        caption_h = 0;
    }
    if (!card->code || side < px(look, CODE_LEAST_U)) return at;
    int column = captioned ? int_max(side, caption_w) : side;
    at.code = (Rect){at.right - column + (column - side) / 2, box.y + (box.h - side - caption_h) / 2, side, side};
    if (captioned)
        at.caption = (Rect){at.right - column, at.code.y + side + px(look, SPACE_XS_U), column, px(look, SPACE_3XL_U)};
    at.right -= column + px(look, SPACE_XL_U);
    return at;
}

/* The words of a card as they fit its room. */
typedef struct CardWords {
    const TextLayout *name, *number;
    TypeStyle note;
    int note_lines, note_h; /* note_h 0: there is no room for all of it */
    int gap;
} CardWords;

static CardWords card_words(const Look *look, const HelpCard *card, int width, int height)
{
    TextSpan span = {card->name, FACE_BODY_SEMIBOLD, px(look, DANGER_TEXT_U)};
    TextStyle how = {.line_px = px(look, 40 * text_line_scale(look->lang)), .width_px = width, .max_lines = 3};
    CardWords words = {.name = text_layout(look->text, look->lang, &span, 1, &how), .gap = px(look, SPACE_2XS_U)};
    int room = height - 2 * px(look, SPACE_M_U) - (int)words.name->line_count * words.name->line_px - 2 * words.gap;
    /* The note in the largest style that leaves none of it out and enough room for the number. */
    static const TypeStyle styles[] = {TYPE_TEXT, TYPE_META, TYPE_DOCK};
    bool whole = false;
    for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
        words.note = styles[i];
        words.note_lines = int_clamp((room - px(look, NUMBER_LEAST_U)) / style_line_px(look, words.note), 1, 4);
        whole = text_fits(look, words.note, card->note, width, words.note_lines);
        bool modest = text_height(look, words.note, card->note, width, 0) <= room / 3 || words.note != TYPE_TEXT;
        if (modest && whole) break;
    }
    /* The number comes first, and words that are cut off help nobody. */
    int note_h = text_height(look, words.note, card->note, width, words.note_lines);
    if (whole && note_h + px(look, NUMBER_LEAST_U) <= room) words.note_h = note_h;
    words.number = number_layout(look, card->number, card->largest, width, room - words.note_h);
    return words;
}

static int card_pad(const View *view, const Look *look)
{
    return px(look, view->viewport->shape == SHAPE_SMALL ? 24 : 40);
}

bool help_card_says_all(const View *view, const Look *look, Rect box, const HelpCard *card)
{
    int pad = card_pad(view, look);
    DialCode dial = dial_code(view, look, box, pad, card);
    return card_words(look, card, dial.right - box.x - pad, box.h).note_h > 0;
}

void draw_help_card(const View *view, const Look *look, Rect box, const HelpCard *card)
{
    const Theme *theme = view->theme;
    Color deep = theme->family[FAMILY_CRISIS].deep;
    const char *spoken = arena_format(view->arena, "%s. %s. %s", card->name, card->number, card->note);
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT, .label = spoken, .area = box});
    scene_framed_box(look->scene, box, theme->card, px(look, SPACE_XL_U), deep, px(look, theme->hair_u));
    int pad = card_pad(view, look), x = box.x + pad;
    DialCode dial = dial_code(view, look, box, pad, card);
    if (!rect_is_empty(dial.code)) code_card_draw(look, dial.code, dial_text(view->arena, card->number));
    if (!rect_is_empty(dial.caption))
        draw_text_centred(look, TYPE_META, word(view->words, "crisis-scan-call"), dial.caption, theme->ink2);
    int width = dial.right - x;
    CardWords words = card_words(look, card, width, box.h);
    int name_h = (int)words.name->line_count * words.name->line_px;
    int y = box.y + (box.h - name_h - words.number->line_px - words.note_h - 2 * words.gap) / 2;
    draw_layout(look, words.name, x, y, deep);
    y += name_h + words.gap;
    draw_layout(look, words.number, x, y, theme->ink);
    y += words.number->line_px + words.gap;
    if (words.note_h > 0)
        draw_text_max(look, words.note, card->note, (Rect){x, y, width, 0}, theme->ink, words.note_lines);
    scene_node_end(look->scene);
}

static const TextLayout *danger_layout(const View *view, const Look *look, int width, const char *number)
{
    TextSpan spans[] = {
        {number, FACE_BODY_BOLD, px(look, DANGER_NUMBER_U)},
        {"  ", FACE_BODY_REGULAR, px(look, DANGER_TEXT_U)},
        {word(view->words, "crisis-danger"), FACE_BODY_REGULAR, px(look, DANGER_TEXT_U)},
    };
    TextStyle how = {.line_px = px(look, DANGER_LINE_U), .width_px = width - 2 * px(look, SPACE_3XL_U), .max_lines = 3};
    return text_layout(look->text, look->lang, spans, ARRAY_LEN(spans), &how);
}

int danger_card_height(const View *view, const Look *look, int width, const char *number)
{
    const TextLayout *layout = danger_layout(view, look, width, number);
    return (int)layout->line_count * layout->line_px + 2 * px(look, SPACE_XL_U);
}

/* In a high card the number stands above its words, as the others do. False if it would not fit. */
static bool draw_danger_stacked(const View *view, const Look *look, Rect box, const char *number, Color ink)
{
    int pad = px(look, SPACE_3XL_U), gap = px(look, SPACE_2XS_U), width = box.w - 2 * pad;
    TextSpan spans[] = {{number, FACE_HEAD_SEMIBOLD, px(look, NUMBER_TEXT_U)},
                        {word(view->words, "crisis-danger"), FACE_BODY_REGULAR, px(look, DANGER_TEXT_U)}};
    TextStyle number_how = {.line_px = px(look, NUMBER_LINE_U), .width_px = width, .max_lines = 1};
    TextStyle words_how = {.line_px = px(look, 40 * text_line_scale(look->lang)), .width_px = width};
    const TextLayout *large = text_layout(look->text, look->lang, &spans[0], 1, &number_how);
    const TextLayout *words = text_layout(look->text, look->lang, &spans[1], 1, &words_how);
    int height = large->line_px + gap + (int)words->line_count * words->line_px, y = box.y + (box.h - height) / 2;
    if (height > box.h - 2 * px(look, SPACE_M_U)) return false;
    draw_layout(look, large, box.x + pad, y, ink);
    draw_layout(look, words, box.x + pad, y + large->line_px + gap, ink);
    return true;
}

int draw_danger_card(const View *view, const Look *look, Rect box, const char *number)
{
    const TextLayout *layout = danger_layout(view, look, box.w, number);
    int height = danger_card_height(view, look, box.w, number);
    Rect card = {box.x, box.y, box.w, int_max(height, box.h)};
    Color ground = view->theme->high_contrast ? view->theme->card : view->theme->ink;
    Color ink = view->theme->high_contrast ? view->theme->ink : view->theme->paper;
    scene_node(look->scene,
               (SceneNode){.role = NODE_TEXT,
                           .label = arena_format(view->arena, "%s %s", number, word(view->words, "crisis-danger")),
                           .area = card});
    scene_framed_box(look->scene, card, ground, px(look, SPACE_XL_U),
                     view->theme->high_contrast ? view->theme->family[FAMILY_CRISIS].deep : ground,
                     px(look, view->theme->hair_u));
    int text_h = (int)layout->line_count * layout->line_px;
    if (!draw_danger_stacked(view, look, card, number, ink))
        draw_layout(look, layout, card.x + px(look, SPACE_3XL_U), card.y + (card.h - text_h) / 2, ink);
    scene_node_end(look->scene);
    return card.h;
}
