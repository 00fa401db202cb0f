/* screen_review.c - what staff have to look at: pages past review, drafts, crisis lines to call. Visitors still see
 * all of it. */
#include "screen/staff/staff_parts.h"
#include "screen/frame/pager.h"
#include "screen/frame/view_content.h"

enum { REVIEW_ROW_U = 116 };

static int rows_fit(const View *view)
{
    Rect room = staff_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL;
    int taken = viewport_px(view->viewport, small ? 40 + 90 : 80 + 110) + pager_height(view);
    return int_max(1, (room.h - taken) / viewport_px(view->viewport, REVIEW_ROW_U));
}

/* Crisis lines first, whatever order they were found in. */
static const ReviewItem *item_at(const Survey *survey, size_t index)
{
    for (int calls = 1; calls >= 0; calls--)
        for (size_t i = 0; i < survey->count; i++) {
            bool is_call = survey->items[i].kind == REVIEW_CALL || survey->items[i].kind == REVIEW_CALL_AGAIN;
            if (is_call == (calls == 1) && index-- == 0) return &survey->items[i];
        }
    return NULL;
}

static int review_pages(const View *view)
{
    int fits = rows_fit(view);
    return int_max(1, ((int)view->staff->survey->count + fits - 1) / fits);
}

static const char *over_words(const View *view, int days)
{
    if (days >= 60) return word_count(view->words, view->arena, "review-months-over", days / 30);
    if (days >= 14) return word_count(view->words, view->arena, "review-weeks-over", days / 7);
    return word_count(view->words, view->arena, "review-days-over", days);
}

static const char *state_words(const View *view, const ReviewItem *item)
{
    switch (item->kind) {
    case REVIEW_PAST:
    case REVIEW_CALL_AGAIN: return over_words(view, item->days_over);
    case REVIEW_NOT_YET: return word(view->words, "review-not-reviewed");
    case REVIEW_DRAFT: return word(view->words, "review-needs-person");
    case REVIEW_OLDER: return word(view->words, "review-older");
    case REVIEW_HIDDEN: return word(view->words, "review-hidden");
    case REVIEW_CALL: break;
    }
    return word(view->words, "review-not-called");
}

/* "Open", and for what visitors see "Hide page". Returns where they begin. */
static int draw_doors(const View *view, const Look *look, const ReviewItem *item, Rect box)
{
    long index = (long)(item - view->staff->survey->items);
    const char *key = item->is_hidden ? "review-show-page" : "review-hide-page";
    bool drafts = item->kind == REVIEW_DRAFT;
    const Button hide = {.id = arena_format(view->arena, "hide.%ld", index),
                         .label = word(view->words, key),
                         .spoken = arena_format(view->arena, "%s: %s", word(view->words, key), item->title),
                         .action = {.kind = ACTION_REVIEW_HIDE, .value = (int)index}};
    const Button open = {.id = arena_format(view->arena, "open.%ld", index),
                         .label = word(view->words, drafts ? "staff-preview" : "open"),
                         .spoken = arena_format(view->arena, "%s: %s",
                                                word(view->words, drafts ? "staff-preview" : "open"), item->title),
                         .action = {.kind = ACTION_REVIEW_OPEN, .value = (int)index}};
    int x = box.x + box.w, y = box.y + (box.h - px(look, BUTTON_U)) / 2, gap = px(look, SPACE_M_U);
    if (item->may_hide && view->staff->has_store) {
        x -= button_width(look, &hide);
        draw_button(look, &hide, x, y, 0);
        x -= gap;
    }
    x -= button_width(look, &open);
    draw_button(look, &open, x, y, 0);
    return x - gap;
}

static bool is_call(const ReviewItem *item) { return item->kind == REVIEW_CALL || item->kind == REVIEW_CALL_AGAIN; }

static void draw_call(const View *view, const Look *look, const ReviewItem *item, Rect box)
{
    int half = box.h / 2, right = box.w * 36 / 100, icon = px(look, ICON_L_U), x = box.x + icon + px(look, SPACE_L_U),
        w = box.x + box.w - right - px(look, SPACE_M_U) - x;
    scene_text_node(look->scene, NODE_TEXT,
                    arena_format(view->arena, "%s. %s. %s", item->title, item->where, state_words(view, item)), box);
    scene_icon(look->scene, (Rect){box.x, box.y + (box.h - icon) / 2, icon, icon}, "phone", look->theme->ink);
    draw_text_middle(look, TYPE_ROW, item->title,
                     (Rect){x, box.y + px(look, SPACE_2XS_U), w, half - px(look, SPACE_2XS_U)}, look->theme->ink);
    draw_text_middle(look, TYPE_META, item->where, (Rect){x, box.y + half, w, half - px(look, SPACE_2XS_U)},
                     look->theme->ink2);
    int lines = text_height(look, TYPE_CHIP, state_words(view, item), right, 2);
    draw_text_max(look, TYPE_CHIP, state_words(view, item),
                  (Rect){box.x + box.w - right, box.y + (box.h - lines) / 2, right, lines},
                  look->theme->family[FAMILY_CRISIS].deep, 2);
}

/* State, pack and language, as much of it as fits. */
static const char *item_line(const View *view, const Look *look, const ReviewItem *item, int width, int lines)
{
    const char *lang = words_has(item->lang) ? language_own_name(view, item->lang) : item->lang;
    const char *state = item->is_hidden ? word(view->words, "review-hidden") : state_words(view, item);
    const char *tries[] = {arena_format(view->arena, "%s  ·  %s, %s", state, item->where, lang),
                           arena_format(view->arena, "%s  ·  %s", state, lang)};
    for (size_t i = 0; i < ARRAY_LEN(tries); i++)
        if (text_fits(look, TYPE_META, tries[i], width, lines)) return tries[i];
    return state;
}

/* Its title, below it the state and where it stands, and what can be done. */
static void draw_page_item(const View *view, const Look *look, const ReviewItem *item, Rect box)
{
    int icon = px(look, ICON_L_U), x = box.x + icon + px(look, SPACE_L_U), w = draw_doors(view, look, item, box) - x;
    Look own = *look;
    own.lang = item->lang;
    int title = text_height(&own, TYPE_ROW, item->title, w, 2),
        lines = int_clamp((box.h - px(look, SPACE_2XS_U) - title) / style_line_px(look, TYPE_META), 1, 2);
    const char *line = item_line(view, look, item, w, lines);
    int meta = text_height(look, TYPE_META, line, w, lines), y = box.y + (box.h - title - meta) / 2;
    scene_text_node(look->scene, NODE_TEXT, arena_format(view->arena, "%s. %s", item->title, line),
                    (Rect){box.x, box.y, x + w - box.x, box.h});
    scene_icon(look->scene, (Rect){box.x, box.y + (box.h - icon) / 2, icon, icon},
               item->is_hidden             ? "hide"
               : item->kind == REVIEW_PAST ? "doc"
                                           : "draft",
               look->theme->ink);
    draw_text_max(&own, TYPE_ROW, item->title, (Rect){x, y, w, title}, look->theme->ink, 2);
    draw_text_max(look, TYPE_META, line, (Rect){x, y + title, w, meta}, look->theme->ink2, lines);
}

static void draw_item(const View *view, const Look *look, const ReviewItem *item, Rect box)
{
    if (is_call(item))
        draw_call(view, look, item, box);
    else
        draw_page_item(view, look, item, box);
    scene_box(look->scene, (Rect){box.x, box.y + box.h - px(look, HAIR_U), box.w, px(look, HAIR_U)}, look->theme->line,
              0);
}

static void review_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const Survey *survey = view->staff->survey;
    staff_top(view, scene, word(view->words, "review"), true);
    Rect in = staff_card(&look, staff_main(view));
    bool calls = survey->crisis_uncalled + survey->crisis_overdue > 0;
    const char *line = survey->count == 0 ? word(view->words, "review-none")
                                          : word(view->words, calls ? "review-crisis-text" : "review-text");
    int y = in.y;
    if (view->viewport->shape != SHAPE_SMALL)
        y += draw_prose(&look, NODE_HEADING, TYPE_H2, word(view->words, "review"), (Rect){in.x, y, in.w, 0},
                        view->theme->ink, 1);
    y += draw_prose(&look, NODE_TEXT, TYPE_META, line, (Rect){in.x, y, in.w, 0}, view->theme->ink2, 2);
    int fits = rows_fit(view), page = view->session->place.page_number, row = px(&look, REVIEW_ROW_U);
    for (int i = page * fits; i < (page + 1) * fits && i < (int)survey->count; i++, y += row)
        draw_item(view, &look, item_at(survey, (size_t)i), (Rect){in.x, y, in.w, row});
    Pager pager = {.page = page,
                   .count = review_pages(view),
                   .forward = word(view->words, "show-more"),
                   .end = word(view->words, "reading-top")};
    if (pager.count > 1) pager_draw(view, scene, in, &pager);
}

const ScreenType screen_review = {
    .name = "review", .dock = DOCK_NONE, .for_staff = true, .page_count = review_pages, .build = review_build};
