/* crisis_words.c - what the crisis page says: the pack's words where it has them, the program's own otherwise. */
#include <string.h>

#include "screen/crisis/crisis.h"

enum { NOTE_LINES_MAX = 4 };

static const Pack *home_pack(const View *view) { return view->library->count > 0 ? view->library->packs[0] : NULL; }

/* The pack's words for a number, when it has that number. */
static void pack_line(const View *view, HelpCard *card)
{
    const Pack *pack = home_pack(view);
    if (!pack) return;
    const CrisisEntry *entries = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++) {
        if (strcmp(entries[i].number, card->number) != 0) continue;
        const CrisisWords *words = pack_crisis_words(pack, entries[i].id, view->lang);
        if (!words) continue;
        if (words->name && words->name[0]) card->name = words->name;
        if (words->note && words->note[0]) card->note = words->note;
    }
}

CrisisTexts crisis_texts(const View *view)
{
    const Words *words = view->words;
    CrisisTexts texts = {
        .title = word(words, "crisis-lead"),
        .lead = "",
        .lines = {{word(words, "emergency-suicide"), CRISIS_NUMBER, word(words, "emergency-suicide-note"), true, true},
                  {word(words, "emergency-legal"), "1-800-668-8258", word(words, "emergency-legal-note"), false, true}},
        .danger = "9-1-1",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts.lines); i++) pack_line(view, &texts.lines[i]);
    const Pack *pack = home_pack(view);
    const Page *page = pack && pack->has_crisis_page ? pack_page(view->library->packs[0], "crisis", view->lang) : NULL;
    if (!page) return texts;
    if (strcmp(page->lang, view->lang) == 0) {
        texts.title = page->title;
        texts.lead = page->summary;
    }
    texts.page_ref = arena_format(view->arena, "%s/crisis", pack->id);
    return texts;
}

const char *crisis_desk_quote(const View *view)
{
    return arena_format(view->arena, "%s%s%s", word(view->words, "quote-open"), word(view->words, "crisis-desk-words"),
                        word(view->words, "quote-close"));
}

int crisis_desk_height(const View *view, const Look *look, int width, TypeStyle quote)
{
    int inside = width - 2 * px(look, SPACE_3XL_U);
    return 2 * px(look, SPACE_2XL_U) + text_height(look, TYPE_ROW, word(view->words, "crisis-desk"), inside, 2) +
           px(look, SPACE_XS_U) + text_height(look, quote, crisis_desk_quote(view), inside, 4);
}

void draw_crisis_desk(const View *view, const Look *look, Rect box, TypeStyle quote)
{
    const Theme *theme = view->theme;
    Color ground = theme->family[FAMILY_CRISIS].tint,
          edge = theme->high_contrast ? theme->family[FAMILY_CRISIS].deep : ground;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), edge, px(look, theme->hair_u));
    int pad = px(look, SPACE_3XL_U), width = box.w - 2 * pad, y = box.y + px(look, SPACE_2XL_U);
    y += draw_prose(look, NODE_TEXT, TYPE_ROW, word(view->words, "crisis-desk"), (Rect){box.x + pad, y, width, 0},
                    theme->ink, 2) +
         px(look, SPACE_XS_U);
    draw_prose(look, NODE_TEXT, quote, crisis_desk_quote(view), (Rect){box.x + pad, y, width, 0}, theme->ink, 4);
}

const char *crisis_note(const View *view)
{
    return word_with(view->words, view->arena, "crisis-note", "hide", word(view->words, "hide"));
}

int crisis_note_height(const View *view, const Look *look, int width)
{
    const char *note = crisis_note(view);
    return text_height(look, TYPE_CHIP, note, width - px(look, 56), NOTE_LINES_MAX);
}

void draw_crisis_note(const View *view, const Look *look, Rect box)
{
    const char *note = crisis_note(view);
    int icon = px(look, SPACE_3XL_U);
    scene_icon(look->scene, (Rect){box.x + px(look, SPACE_XS_U), box.y + (box.h - icon) / 2, icon, icon}, "shield",
               view->theme->ink2);
    draw_prose(look, NODE_TEXT, TYPE_CHIP, note, (Rect){box.x + px(look, 56), box.y, box.w - px(look, 56), 0},
               view->theme->ink2, NOTE_LINES_MAX);
}

Button crisis_more_button(const View *view, const CrisisTexts *texts)
{
    return (Button){
        .id = "crisis.read",
        .label = word(view->words, "crisis-read"),
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_PAGE, .id = texts->page_ref},
    };
}

Button crisis_lines_button(const View *view)
{
    return (Button){
        .id = "crisis.lines",
        .label = word(view->words, "crisis-more-lines"),
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_LINES},
    };
}

bool crisis_has_lines(const View *view) { return view->site->crisis.count > 0; }
