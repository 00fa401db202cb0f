/* reach_offers.c - what can be touched on a recorded screen: its name, its line, its picture, whatever it looked like.
 */
#include <string.h>

#include "base/str.h"
#include "screen/reach/reach_parts.h"

enum { TEXTS_MAX = 6 };

/* Lines of one text within a target. */
typedef struct OfferText {
    const char *text;
    int size_px;
    const TextLine *last;
} OfferText;

static int line_size(const TextLine *line) { return line->run_count > 0 ? line->runs[0].size_px : 0; }

/* The texts that were drawn for `node`, each joined from its lines. */
static int node_texts(const Scene *part, int node, OfferText *texts)
{
    int count = 0;
    for (size_t i = 0; i < part->item_count; i++) {
        const SceneItem *item = &part->items[i];
        if (item->node != node || item->kind != ITEM_TEXT || item->line->run_count == 0) continue;
        OfferText *before = count > 0 ? &texts[count - 1] : NULL;
        bool goes_on = before && before->size_px == line_size(item->line) &&
                       item->line->start_byte >= before->last->end_byte && before->last->end_byte > 0 &&
                       item->line->start_byte > 0;
        if (goes_on) {
            bool spaced = item->line->start_byte > before->last->end_byte;
            before->text = arena_format(part->arena, "%s%s%s", before->text, spaced ? " " : "", item->line->text);
            before->last = item->line;
        } else if (count < TEXTS_MAX) {
            texts[count++] = (OfferText){item->line->text, line_size(item->line), item->line};
        }
    }
    return count;
}

/* The name is what its label begins with, or else the largest; the first of the others says more. */
static void offer_name(const Scene *part, int node, Offer *offer)
{
    OfferText texts[TEXTS_MAX];
    int count = node_texts(part, node, texts), name = 0;
    for (int i = 1; i < count; i++)
        if (texts[i].size_px > texts[name].size_px) name = i;
    for (int i = count; i-- > 0;)
        if (str_starts(offer->node.label, texts[i].text)) name = i;
    offer->title = count > 0 ? texts[name].text : offer->node.label;
    if (count > 1) offer->line = texts[name == 0 ? 1 : 0].text;
}

/* Icons that only say "this can be touched". */
static bool is_pointer_icon(const char *path)
{
    static const char *const names[] = {"icon:chev", "icon:next", "icon:check", "icon:plus", "icon:minus"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (strcmp(path, names[i]) == 0) return true;
    return false;
}

const SceneItem *reach_picture(const Scene *part, int node, Color *pane)
{
    const SceneItem *best = NULL;
    for (size_t i = 0; i < part->item_count; i++) {
        const SceneItem *item = &part->items[i];
        if (item->kind != ITEM_IMAGE || item->node != node || is_pointer_icon(item->image.path)) continue;
        if (best && item->box.w * item->box.h <= best->box.w * best->box.h) continue;
        best = item;
        for (size_t below = 0; below < i; below++) {
            const SceneItem *box = &part->items[below];
            int x = item->box.x + item->box.w / 2, y = item->box.y + item->box.h / 2;
            if (box->kind == ITEM_BOX && box->fill.a == 255 && rect_contains(box->box, x, y)) *pane = box->fill;
        }
    }
    return best;
}

static bool looks_primary(const View *view, const Scene *part, int node)
{
    for (size_t i = 0; i < part->item_count; i++) {
        const SceneItem *item = &part->items[i];
        if (item->node != node || item->kind != ITEM_BOX) continue;
        return color_equal(item->fill, view->theme->primary) || color_equal(item->fill, view->theme->primary_pressed);
    }
    return false;
}

static Offer offer_of(const View *view, const Scene *part, int node)
{
    Offer offer = {.kind = OFFER_BUTTON, .node = part->nodes[node], .pane = view->theme->card};
    offer.node.mirrored = false; /* the deck is laid out as the screen is, whatever it comes from */
    offer_name(part, node, &offer);
    const SceneItem *picture = reach_picture(part, node, &offer.pane);
    offer.image = picture ? picture->image : (ImageRef){0};
    bool icon = offer.image.path && strncmp(offer.image.path, "icon:", 5) == 0;
    offer.primary = looks_primary(view, part, node);
    if (offer.node.role == NODE_CHIP)
        offer.kind = OFFER_CHIP;
    else if ((offer.image.path && !icon) || offer.line || offer.node.role == NODE_ROW)
        offer.kind = OFFER_CARD;
    return offer;
}

Offers offers_of(const View *view, const Scene *part)
{
    Offers offers = {.items = ARENA_ARRAY(part->arena, Offer, part->node_count + 1)};
    for (size_t i = 0; i < part->node_count; i++) {
        const SceneNode *node = &part->nodes[i];
        if (!reach_is_chrome(view, node) && !reach_is_pager(node) && scene_node_is_target(part, (int)i))
            offers.items[offers.count++] = offer_of(view, part, (int)i);
    }
    return offers;
}
