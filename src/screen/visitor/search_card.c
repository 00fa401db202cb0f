#include "screen/visitor/search_card.h"

#include <string.h>

enum { WORDS_A_MINUTE = 150, PANE_U = 128, LINES_MAX = 2 };

static const char *hit_place(const View *view, const Pack *pack, const SearchHit *hit, const PagePlace *place,
                             bool placed)
{
    if (hit->is_section) {
        const PackWords *words = pack_words(pack, view->lang);
        return words->title ? words->title : "";
    }
    if (placed && place->section) {
        const SectionWords *words = pack_section_words(pack, place->section->id, view->lang);
        if (words && words->title) return words->title;
    }
    int minutes = int_max(1, (hit->words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    return word_count(view->words, view->arena, "article-time", minutes);
}

SearchCard search_card_of_hit(const View *view, const SearchHit *hit)
{
    const char *id;
    const Pack *pack = library_find(view->library, hit->ref, &id);
    if (!pack) return (SearchCard){0};
    PagePlace place = {0};
    const Section *section = hit->is_section ? pack_section(pack, id) : NULL;
    bool placed = !section && pack_find(pack, id, &place);
    if (!section && placed) section = place.section;
    bool in_title = hit->where == SEARCH_IN_TITLE;
    SearchCard card = {
        .title = {hit->title, in_title ? hit->from : 0, in_title ? hit->to : 0},
        .place = hit_place(view, pack, hit, &place, placed),
        .lang = hit->lang,
        .family = section ? (Family)section->family : FAMILY_LIBRARY,
        .action = {.kind = hit->is_section ? ACTION_OPEN_SECTION : ACTION_OPEN_PAGE, .id = hit->ref},
    };
    if (!in_title && hit->to > hit->from) card.line = (Marked){hit->text, hit->from, hit->to};
    const char *image = hit->is_section && section ? section->image : placed ? place.entry->image : NULL;
    card.image = pack_image(pack, view->arena, image);
    return card;
}

SearchCard search_card_of_section(const View *view, const Pack *pack, const Section *section)
{
    const SectionWords *words = pack_section_words(pack, section->id, view->lang);
    return (SearchCard){
        .id = arena_format(view->arena, "topic.%s", section->id),
        .title = {words && words->title ? words->title : section->id, 0, 0},
        .place = words && words->line ? words->line : "",
        .lang = view->lang,
        .image = pack_image(pack, view->arena, section->image),
        .family = (Family)section->family,
        .action = {.kind = ACTION_OPEN_SECTION, .id = arena_format(view->arena, "%s/%s", pack->id, section->id)},
    };
}

static const TextLayout *marked_layout(const View *view, const Look *look, const SearchCard *card, const Marked *marked,
                                       TypeStyle style, int width, int lines)
{
    const TypeSpec *spec = type_spec(style);
    int size = px(look, spec->size_u);
    TextSpan spans[3];
    size_t count = 0, length = strlen(marked->text);
    if (marked->from > 0 && marked->from <= length)
        spans[count++] = (TextSpan){arena_copy_bytes(view->arena, marked->text, marked->from), FACE_BODY_REGULAR, size};
    if (marked->to > marked->from)
        spans[count++] =
            (TextSpan){arena_copy_bytes(view->arena, marked->text + marked->from, marked->to - marked->from),
                       FACE_BODY_BOLD, size};
    if (marked->to < length) spans[count++] = (TextSpan){marked->text + marked->to, FACE_BODY_REGULAR, size};
    TextStyle how = {.line_px = style_line_px(look, style), .width_px = width, .max_lines = lines};
    return text_layout(view->text, card->lang, spans, count, &how);
}

static int layout_height(const TextLayout *layout) { return (int)layout->line_count * layout->line_px; }

static void draw_card_words(const View *view, const Look *look, Rect box, const SearchCard *card)
{
    const Theme *theme = view->theme;
    bool has_line = card->line.text != NULL;
    Marked place = {card->place, 0, 0};
    SearchCard in_own = *card;
    if (!has_line) in_own.lang = view->lang;
    int meta_line = style_line_px(look, TYPE_META), gap = px(look, SPACE_2XS_U);
    const TextLayout *title = marked_layout(view, look, card, &card->title, TYPE_ROW, box.w, LINES_MAX);
    int room = box.h - layout_height(title) - gap, lines = int_clamp(room / meta_line, 1, has_line ? LINES_MAX : 1);
    const TextLayout *line =
        marked_layout(view, look, &in_own, has_line ? &card->line : &place, TYPE_META, box.w, lines);
    int y = box.y + (box.h - layout_height(title) - gap - layout_height(line)) / 2;
    draw_layout(look, title, box.x, y, theme->ink);
    for (size_t i = 0; i < line->line_count; i++) {
        int line_y = y + layout_height(title) + gap + (int)i * line->line_px;
        /* The words round a match go on: that they are shortened is no fault. */
        scene_line(look->scene, &line->lines[i], box.x, line_y, line->line_px, theme->ink2)->may_clip = has_line;
    }
}

void draw_search_card(const View *view, const Look *look, Rect box, const SearchCard *card)
{
    const char *const words[] = {card->title.text, card->place, card->line.text};
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = card->id,
                                           .label = speech_join(view->arena, words, ARRAY_LEN(words)),
                                           .area = box,
                                           .radius_px = px(look, RADIUS_ROW_U),
                                           .action = card->action,
                                       });
    draw_card(look, box, px(look, SPACE_L_U),
              look->scene->nodes[node].pressed ? view->theme->pressed : view->theme->card);
    int pad = px(look, SPACE_M_U), side = int_min(px(look, PANE_U), box.h - 2 * px(look, SPACE_S_U));
    Rect pane = {box.x + pad, box.y + (box.h - side) / 2, side, side};
    draw_picture_pane(look, pane, px(look, SPACE_S_U), card->family, card->image, side * 13 / 16);
    int x = pane.x + side + px(look, SPACE_XL_U);
    draw_card_words(view, look,
                    (Rect){x, box.y + px(look, SPACE_XS_U), box.x + box.w - px(look, SPACE_XL_U) - x,
                           box.h - 2 * px(look, SPACE_XS_U)},
                    card);
    scene_node_end(look->scene);
}

void draw_support_card(const View *view, const Look *look, Rect box)
{
    const Theme *theme = view->theme;
    const FamilyColors *colors = &theme->family[FAMILY_CRISIS];
    const char *title = word(view->words, "search-support");
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = "support",
                                           .label = arena_format(view->arena, "%s. " CRISIS_NUMBER, title),
                                           .area = box,
                                           .radius_px = px(look, RADIUS_ROW_U),
                                           .action = {.kind = ACTION_CRISIS},
                                       });
    Color ground = look->scene->nodes[node].pressed ? theme->crisis_pressed : colors->tint;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_L_U), theme->high_contrast ? colors->deep : ground,
                     px(look, theme->hair_u));
    int pad = px(look, SPACE_3XL_U), icon = px(look, ICON_2XL_U), x = box.x + pad + icon + px(look, SPACE_2XL_U);
    scene_icon(look->scene, (Rect){box.x + pad, box.y + (box.h - icon) / 2, icon, icon}, "phone", colors->deep);
    int width = box.x + box.w - pad - x, number_h = px(look, 50),
        title_h = text_height(look, TYPE_ROW, title, width, 2);
    int y = box.y + (box.h - title_h - number_h) / 2;
    draw_text_max(look, TYPE_ROW, title, (Rect){x, y, width, title_h}, colors->deep, 2);
    TextSpan span = {CRISIS_NUMBER, FACE_BODY_BOLD, px(look, 40)};
    TextStyle how = {.line_px = number_h, .width_px = width, .max_lines = 1};
    draw_layout(look, text_layout(view->text, view->lang, &span, 1, &how), x, y + title_h, colors->deep);
    scene_node_end(look->scene);
}
