/* screen_therapist.c - one person: what they are good with, how to meet, what it costs, and the number, large. */
#include <string.h>

#include "screen/therapists/therapist_list.h"
#include "screen/frame/pager.h"

enum { FACTS_MAX = 12, FACT_ICON_U = 60, SIDE_PORTRAIT_U = 344 + 24 + 196, PAGER_U = 72 + 12 };

typedef struct Fact {
    const char *icon, *label, *text;
    const char *spoken; /* instead of the text; NULL: the text */
    int height;
} Fact;

typedef struct Card {
    const Therapist *person;
    Rect left, side; /* what is known; the code and the number */
    int pad, label_w, fact_pad;
    bool narrow; /* labels stand above the texts */
    int head_h;  /* of the first page: who this is, in their own words */
    Fact facts[FACTS_MAX];
    int fact_count;
    int page_of[FACTS_MAX];
    int pages;
} Card;

static const char *join(const View *view, const char *a, const char *b, const char *between)
{
    if (!a || !a[0]) return b ? b : "";
    if (!b || !b[0]) return a;
    return arena_format(view->arena, "%s%s%s", a, between, b);
}

static int fact_width(const Look *look, const Card *card)
{
    return card->left.w - 2 * card->pad - px(look, FACT_ICON_U) - (card->narrow ? 0 : card->label_w);
}

/* The place, how far it is, and whether there are steps; on two lines if one is not enough. */
static const char *where_text(const View *view, const Look *look, const Card *card)
{
    const Therapist *person = card->person;
    const char *far = NULL, *steps = NULL;
    if (person->distance_hm >= 0)
        far = word_with(view->words, view->arena, "distance-from-here", "n", tenths_text(view, person->distance_hm));
    if (person->step_free != STEP_FREE_UNKNOWN)
        steps = word(view->words, person->step_free == STEP_FREE_YES ? "card-step-free" : "card-steps");
    const char *rest = join(view, far, steps, "  ·  "), *text = join(view, person->place, rest, "  ·  ");
    return text_width(look, TYPE_TEXT, text) <= fact_width(look, card) ? text : join(view, person->place, rest, "\n");
}

static const char *clients_text(const View *view, const Therapist *person)
{
    static const char *const keys[] = {
        [NEW_CLIENTS_YES] = "card-new-yes", [NEW_CLIENTS_WAITLIST] = "card-new-list", [NEW_CLIENTS_NO] = "card-new-no"};
    const char *text = word(view->words, keys[person->new_clients]), *wait = NULL;
    if (person->new_clients == NEW_CLIENTS_NO || person->wait_weeks < 0) return text;
    wait = person->wait_weeks == 0 ? word(view->words, "card-wait-now")
                                   : word_count(view->words, view->arena, "card-wait", person->wait_weeks);
    return join(view, text, wait, "  ·  ");
}

static const char *fee_text(const View *view, const Therapist *person)
{
    const char *from = arena_format(view->arena, "%d", person->fee_from),
               *to = arena_format(view->arena, "%d", person->fee_to);
    if (person->fee_from < 0) return NULL;
    if (person->fee_from == person->fee_to) return word_with(view->words, view->arena, "card-fee", "fee", from);
    return word_fill(view->arena, word_with(view->words, view->arena, "card-fee-range", "from", from), "to", to);
}

static const char *cost_text(const View *view, const Look *look, const Therapist *person)
{
    const char *text =
        join(view, person_choices(view, look, TYPE_TEXT, person, GROUP_COST, 0), fee_text(view, person), "  ·  ");
    if (person->insurance == INSURANCE_RECEIPTS)
        text = join(view, text, word(view->words, "card-insurance-receipts"), "  ·  ");
    if (person->insurance == INSURANCE_DIRECT)
        text = join(view, text, word(view->words, "card-insurance-direct"), "  ·  ");
    return text;
}

/* The clinic's own sentences for a first call, as many as one page can hold together. */
static const char *first_call_text(const View *view, const Look *look, const Card *card)
{
    const Directory *directory = view_directory(view);
    const char *text = "";
    int room = card->left.h - 2 * card->pad - px(look, PAGER_U) - 2 * card->fact_pad;
    if (card->narrow) room -= style_line_px(look, TYPE_META);
    for (size_t i = 0; i < directory->first_call_count; i++) {
        Word sentence = words_in(&directory->first_call[i], view->lang);
        if (!sentence.text) continue;
        const Words *words = words_of(view->words_set, sentence.lang);
        const char *quoted =
            arena_format(view->arena, "%s%s%s", word(words, "quote-open"), sentence.text, word(words, "quote-close"));
        const char *longer = join(view, text, quoted, "\n");
        if (text_height(look, TYPE_TEXT, longer, fact_width(look, card), 0) > room) break;
        text = longer;
    }
    return text;
}

/* NULL if there is nothing to say, or no room for it. */
static Fact *fact_add(const View *view, const Look *look, Card *card, const char *icon, const char *key,
                      const char *text)
{
    if (!text || !text[0] || card->fact_count == FACTS_MAX) return NULL;
    int text_h = text_height(look, TYPE_TEXT, text, fact_width(look, card), 0);
    int height = (card->narrow ? style_line_px(look, TYPE_META) : 0) + text_h + 2 * card->fact_pad;
    Fact *fact = &card->facts[card->fact_count++];
    *fact =
        (Fact){icon, word(view->words, key), text, NULL, int_max(height, px(look, SPACE_4XL_U) + 2 * card->fact_pad)};
    return fact;
}

/* What people ask first comes first: not every card fits one page. */
static void facts_fill(const View *view, const Look *look, Card *card)
{
    const Therapist *person = card->person;
    fact_add(view, look, card, "spark", "card-focus", person_choices(view, look, TYPE_TEXT, person, GROUP_FOCUS, 0));
    Fact *languages = fact_add(view, look, card, "globe", "card-languages",
                               person_choices(view, look, TYPE_TEXT, person, GROUP_LANGUAGES, 0));
    if (languages) languages->spoken = person_choices_spoken(view, person, GROUP_LANGUAGES);
    fact_add(view, look, card, "chat", "card-meets", person_choices(view, look, TYPE_TEXT, person, GROUP_MEETS, 0));
    fact_add(view, look, card, "clock", "card-new-clients", clients_text(view, person));
    fact_add(view, look, card, "shield", "card-cost", cost_text(view, look, person));
    fact_add(view, look, card, "pin", "card-where", where_text(view, look, card));
    fact_add(view, look, card, "breath", "card-approaches",
             person_choices(view, look, TYPE_TEXT, person, GROUP_APPROACHES, 0));
    fact_add(view, look, card, "person", "filter-communities",
             person_choices(view, look, TYPE_TEXT, person, GROUP_COMMUNITIES, 0));
    fact_add(view, look, card, "library", "card-web", person->web);
    fact_add(view, look, card, "phone", "card-first-call", first_call_text(view, look, card));
}

static const char *about_text(const View *view, const Therapist *person)
{
    const char *text =
        join(view, person_profession(view, person).text, person->credentials, word(view->words, "list-comma"));
    return join(view, text, person->pronouns, "  ·  ");
}

static const char *quote_text(const View *view, const Therapist *person, const char **lang)
{
    Word note = words_in(&person->note, view->lang);
    *lang = note.lang;
    if (!note.text) return NULL;
    const Words *words = words_of(view->words_set, note.lang);
    return arena_format(view->arena, "%s%s%s", word(words, "quote-open"), note.text, word(words, "quote-close"));
}

static TypeStyle name_style(const Look *look, const char *name, int width)
{
    static const TypeStyle styles[] = {TYPE_H1_SMALL, TYPE_H2};
    return text_width(look, styles[0], name) <= width ? styles[0] : styles[1];
}

/* What they say as large as it can be on the first page. `above_h`: what stands over it. */
static TypeStyle quote_style(const Look *look, const Card *card, const char *quote, int above_h)
{
    static const TypeStyle styles[] = {TYPE_QUOTE, TYPE_TEXT, TYPE_META};
    int width = card->left.w - 2 * card->pad, room = card->left.h - 2 * card->pad - px(look, PAGER_U) - above_h;
    size_t i = look->viewport->shape == SHAPE_SMALL ? 1 : 0;
    while (i + 1 < ARRAY_LEN(styles) && text_height(look, styles[i], quote, width, 0) > room) i++;
    return styles[i];
}

/* Draws who this is, or only measures it. Returns its height. */
static int card_head(const View *view, const Look *look, const Card *card, bool draw)
{
    const Therapist *person = card->person;
    int disc = px(look, view->viewport->shape == SHAPE_SMALL ? 88 : 132), x = card->left.x + card->pad,
        y = card->left.y + card->pad;
    int text_x = x + disc + px(look, SPACE_3XL_U), width = card->left.x + card->left.w - card->pad - text_x;
    int mark = person->example ? draw_example_mark(view, look, 0, 0, 0, false) + px(look, SPACE_XL_U) : 0;
    TypeStyle style = name_style(look, person->name, width - mark);
    int name_h = text_height(look, style, person->name, width - mark, 2),
        about_h = text_height(look, TYPE_TEXT, about_text(view, person), width, 0);
    int top_h = int_max(disc, name_h + about_h + px(look, SPACE_3XS_U));
    const char *lang, *quote = quote_text(view, person, &lang);
    Look own = *look;
    own.lang = lang;
    TypeStyle voice = quote ? quote_style(&own, card, quote, top_h + px(look, 24 + 20)) : TYPE_QUOTE;
    int inside = card->left.w - 2 * card->pad,
        quote_h = quote ? text_height(&own, voice, quote, inside, 0) + px(look, SPACE_XL_U) : 0;
    int height = card->pad + top_h + quote_h + px(look, SPACE_L_U);
    if (!draw) return height;
    draw_initials(view, look, (Rect){x, y + (top_h - disc) / 2, disc, disc}, person);
    int text_y = y + (top_h - name_h - about_h - px(look, SPACE_3XS_U)) / 2;
    draw_prose(look, NODE_HEADING, style, person->name, (Rect){text_x, text_y, width - mark, 0}, view->theme->ink, 2);
    if (mark > 0)
        draw_example_mark(
            view, look, text_x + int_min(text_width(look, style, person->name), width - mark) + px(look, SPACE_XL_U),
            text_y + (style_line_px(look, style) - px(look, SPACE_4XL_U)) / 2, px(look, SPACE_4XL_U), true);
    draw_prose(look, NODE_TEXT, TYPE_TEXT, about_text(view, person),
               (Rect){text_x, text_y + name_h + px(look, SPACE_3XS_U), width, 0}, view->theme->ink2, 0);
    if (quote)
        draw_prose(&own, NODE_TEXT, voice, quote, (Rect){x, y + top_h + px(look, SPACE_XL_U), inside, 0},
                   view->theme->ink, 0);
    return height;
}

/* Facts fill page after page; the first one has the head above them. */
static void card_cut(const Look *look, Card *card)
{
    int room = card->left.h - card->pad, pager = px(look, PAGER_U), total = card->head_h;
    for (int i = 0; i < card->fact_count; i++) total += card->facts[i].height;
    card->pages = 1;
    memset(card->page_of, 0, sizeof(card->page_of));
    if (total <= room) return;
    int y = card->head_h;
    for (int i = 0; i < card->fact_count; i++) {
        int height = card->facts[i].height, least = card->pages == 1 ? 0 : card->pad;
        if (y + height > room - pager && y > least) {
            card->pages++;
            y = card->pad;
        }
        card->page_of[i] = card->pages - 1;
        y += height;
    }
}

static const Therapist *person_here(const View *view)
{
    const Directory *directory = view_directory(view);
    int number = directory ? directory_find(directory, view->session->place.ref) : -1;
    return number < 0 ? NULL : &directory->people[number];
}

static Card card_open(const View *view, const Look *look, const Therapist *person)
{
    Rect main = chrome_main(view);
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    Card card = {
        .person = person, .pad = px(look, small ? 28 : 48), .narrow = portrait || small || look->text_step > 0};
    int side = px(look, small ? 400 : 520), gap = px(look, small ? 24 : 48);
    card.left = portrait ? (Rect){main.x, main.y, main.w, main.h - px(look, SIDE_PORTRAIT_U + 24)}
                         : (Rect){main.x, main.y, main.w - side - gap, main.h};
    card.side = portrait
                    ? (Rect){main.x, main.y + main.h - px(look, SIDE_PORTRAIT_U), main.w, px(look, SIDE_PORTRAIT_U)}
                    : (Rect){main.x + main.w - side, main.y, side, main.h};
    card.label_w = px(look, 234);
    card.head_h = card_head(view, look, &card, false);
    /* Closer together, if that saves a second page. */
    static const double pads_u[] = {18, 14, 10};
    for (size_t i = 0; i < ARRAY_LEN(pads_u); i++) {
        card.fact_pad = px(look, pads_u[i]);
        card.fact_count = 0;
        facts_fill(view, look, &card);
        card_cut(look, &card);
        if (card.pages == 1) break;
    }
    return card;
}

static int therapist_page_count(const View *view)
{
    const Therapist *person = person_here(view);
    Look look = view_look(view, NULL);
    return person ? card_open(view, &look, person).pages : 1;
}

static void draw_fact(const View *view, const Look *look, const Card *card, const Fact *fact, int y)
{
    const Theme *theme = view->theme;
    int x = card->left.x + card->pad, width = card->left.w - 2 * card->pad, icon = px(look, ICON_M_U),
        text_x = x + px(look, FACT_ICON_U);
    scene_box(look->scene, (Rect){x, y, width, px(look, HAIR_U)}, theme->line, 0);
    const char *aloud = fact->spoken ? arena_format(view->arena, "%s: %s", fact->label, fact->spoken) : NULL;
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT,
                                        .label = arena_format(view->arena, "%s: %s", fact->label, fact->text),
                                        .aloud = aloud,
                                        .area = {x, y, width, fact->height}});
    scene_icon(look->scene, (Rect){x, y + (fact->height - icon) / 2, icon, icon}, fact->icon, theme->ink);
    int text_w = fact_width(look, card), text_h = text_height(look, TYPE_TEXT, fact->text, text_w, 0);
    int label_h = card->narrow ? style_line_px(look, TYPE_META) : 0, top = y + (fact->height - text_h - label_h) / 2;
    if (card->narrow)
        draw_text_max(look, TYPE_META, fact->label, (Rect){text_x, top, text_w, 0}, theme->ink2, 1);
    else {
        int lines = text_height(look, TYPE_META, fact->label, card->label_w - px(look, SPACE_L_U), 2);
        draw_text_max(look, TYPE_META, fact->label,
                      (Rect){text_x, y + (fact->height - lines) / 2, card->label_w - px(look, SPACE_L_U), 0},
                      theme->ink2, 2);
    }
    draw_text(look, TYPE_TEXT, fact->text,
              (Rect){text_x + (card->narrow ? 0 : card->label_w), top + label_h, text_w, 0}, theme->ink);
    scene_node_end(look->scene);
}

static void draw_known(const View *view, const Look *look, const Card *card)
{
    int page = int_clamp(view->session->place.page_number, 0, card->pages - 1), y = card->left.y + card->pad;
    draw_card(look, card->left, px(look, SPACE_XL_U), view->theme->card);
    if (page == 0) y = card->left.y + card_head(view, look, card, true);
    for (int i = 0; i < card->fact_count; i++) {
        if (card->page_of[i] != page) continue;
        draw_fact(view, look, card, &card->facts[i], y);
        y += card->facts[i].height;
    }
    if (card->pages < 2) return;
    Pager pager = {.page = page,
                   .count = card->pages,
                   .forward = word(view->words, "more"),
                   .end = word(view->words, "reading-top"),
                   .status = pager_status(view, page, card->pages)};
    Rect room = {card->left.x + card->pad, card->left.y, card->left.w - 2 * card->pad,
                 card->left.h - px(look, SPACE_XL_U)};
    pager_draw(view, look->scene, room, &pager);
}

static void therapist_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Therapist *person = person_here(view);
    const char *place = word(view->words, "therapists");
    chrome_top(view, scene, person ? arena_format(view->arena, "%s  /  %s", place, person->name) : place);
    if (!person) {
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "therapists-empty"), chrome_main(view),
                   view->theme->ink, 0);
        return;
    }
    Card card = card_open(view, &look, person);
    draw_known(view, &look, &card);
    int call = person_call_height(view, &look), gap = px(&look, view->viewport->shape == SHAPE_SMALL ? 16 : 24);
    draw_person_code(view, &look, (Rect){card.side.x, card.side.y, card.side.w, card.side.h - call - gap}, person);
    draw_person_call(view, &look, (Rect){card.side.x, card.side.y + card.side.h - call, card.side.w, call}, person);
}

const ScreenType screen_therapist = {.name = "therapist",
                                     .dock = DOCK_FULL,
                                     .page_count = therapist_page_count,
                                     .build = therapist_build,
                                     .counts_idle = true};
