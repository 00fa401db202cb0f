#include "gfx/audit.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { TARGET_U = 72, KEY_LOW_U = 48 };  /* in Reach mode the rows of a keyboard share half a screen */
static const double CONTRAST_TEXT = 4.5; /* WCAG 2.x AA for text of any size */

typedef struct Audit {
    const Scene *scene;
    const AuditOptions *options;
    const char *where;
    FILE *out;
    int findings;
} Audit;

static void report(Audit *audit, const char *format, ...) PRINTF_LIKE(2, 3);
static void report(Audit *audit, const char *format, ...)
{
    audit->findings++;
    fprintf(audit->out, "%s: ", audit->where);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(audit->out, format, arguments);
    va_end(arguments);
    fputc('\n', audit->out);
}

static Rect scene_rect(const Scene *scene) { return (Rect){0, 0, scene->w, scene->h}; }

static bool rect_inside(Rect inner, Rect outer) { return rect_equal(rect_intersect(inner, outer), inner); }

static void check_targets(Audit *audit)
{
    const Scene *scene = audit->scene;
    int least = viewport_px(audit->options->viewport, TARGET_U) - 1; /* edges are rounded separately */
    int low_key = viewport_px(audit->options->viewport, KEY_LOW_U) - 1;
    for (size_t i = 0; i < scene->node_count; i++) {
        const SceneNode *node = &scene->nodes[i];
        if (!scene_node_is_target(scene, (int)i)) continue;
        bool low = node->role == NODE_KEY && audit->options->reach_line_px > 0;
        if (node->area.w < least || node->area.h < (low ? low_key : least))
            report(audit, "target %s is %dx%d px, less than %d", node->id, node->area.w, node->area.h, least);
        if (!rect_inside(node->area, scene_rect(scene)) && node->clip < 0)
            report(audit, "target %s reaches outside the screen", node->id);
        if (node->area.y < audit->options->reach_line_px)
            report(audit, "target %s is above the line that everybody reaches", node->id);
        if (node->id[0] == '\0') report(audit, "a target \"%s\" has no id", node->label);
        if (node->label[0] == '\0') report(audit, "target %s has nothing to be read aloud", node->id);
        if (node->id[0] && scene_find_node(scene, node->id) != (int)i)
            report(audit, "two nodes are called %s", node->id);
    }
}

/* Two targets that share more than a sliver cannot both be meant. */
static void check_target_overlap(Audit *audit)
{
    const Scene *scene = audit->scene;
    for (size_t i = 0; i < scene->node_count; i++) {
        for (size_t j = i + 1; j < scene->node_count; j++) {
            const SceneNode *a = &scene->nodes[i], *b = &scene->nodes[j];
            if (a->layer != b->layer || !scene_node_is_target(scene, (int)i) || !scene_node_is_target(scene, (int)j))
                continue;
            Rect shared = rect_intersect(a->shape, b->shape);
            if (shared.w > 2 && shared.h > 2) report(audit, "targets %s and %s overlap", a->id, b->id);
        }
    }
}

/* The colour under a line of text: of the last opaque box below it that holds it all. */
static Color ground_under(const Scene *scene, size_t item)
{
    for (size_t i = item; i-- > 0;) {
        const SceneItem *below = &scene->items[i];
        if (below->kind == ITEM_IMAGE && below->fill.a == 0 && rect_inside(scene->items[item].box, below->box) &&
            below->box.w == scene->w)
            return scene->ground; /* over a full-screen picture: its own test looks at the pixels */
        if (below->kind != ITEM_BOX || below->fill.a != 255 || below->marks) continue;
        Rect box = scene->items[item].box;
        if (rect_contains(below->box, box.x + box.w / 2, box.y + box.h / 2)) return below->fill;
    }
    return scene->ground;
}

/* The part of a line box that ink can reach: most of the box is leading. */
static Rect ink_box(const SceneItem *item)
{
    int size = 0;
    for (size_t i = 0; i < item->line->run_count; i++) size = int_max(size, item->line->runs[i].size_px);
    int top = item->line->baseline_px - size * 7 / 10, bottom = item->line->baseline_px + size / 5;
    return (Rect){item->box.x, item->box.y + top, item->box.w, bottom - top};
}

/* The colour of what was painted last, before `item`, at a point. */
static Color ground_at(const Scene *scene, size_t item, int x, int y)
{
    for (size_t i = item; i-- > 0;) {
        const SceneItem *below = &scene->items[i];
        bool hidden = below->clip >= 0 && !rect_contains(scene->clips[below->clip], x, y);
        if (below->kind == ITEM_BOX && below->fill.a == 255 && !below->marks && !hidden &&
            rect_contains(below->box, x, y))
            return below->fill;
    }
    return scene->ground;
}

static void check_text_place(Audit *audit, size_t index)
{
    const Scene *scene = audit->scene;
    const SceneItem *item = &scene->items[index];
    Rect limits = item->clip >= 0 ? scene->clips[item->clip] : scene_rect(scene);
    if (item->may_clip || rect_is_empty(item->box)) return;
    if (!rect_inside(ink_box(item), limits)) report(audit, "text is cut: \"%s\"", item->line->text);
    Rect ink = ink_box(item);
    const int xs[] = {ink.x + 1, ink.x + ink.w - 2}, ys[] = {ink.y + 1, ink.y + ink.h - 2};
    Color middle = ground_at(scene, index, ink.x + ink.w / 2, ink.y + ink.h / 2);
    for (size_t corner = 0; corner < 4; corner++) {
        if (color_equal(ground_at(scene, index, xs[corner % 2], ys[corner / 2]), middle)) continue;
        report(audit, "text sticks out of its ground: \"%s\"", item->line->text);
        return;
    }
}

static void check_text_overlap(Audit *audit, size_t index)
{
    const Scene *scene = audit->scene;
    const SceneItem *item = &scene->items[index];
    if (item->line->run_count == 0) return;
    Rect ink = ink_box(item);
    for (size_t i = index + 1; i < scene->item_count; i++) {
        const SceneItem *other = &scene->items[i];
        Rect hidden = other->kind == ITEM_BOX && other->fill.a > 0 ? rect_intersect(other->box, ink) : (Rect){0};
        if (rect_equal(hidden, ink)) return; /* on purpose, by an overlay or a bar */
        if (hidden.w > 1 && hidden.h > 1) report(audit, "\"%s\" is half covered", item->line->text);
        if (other->kind != ITEM_TEXT || other->line->run_count == 0) continue;
        Rect shared = rect_intersect(ink, ink_box(other));
        if (shared.w > 1 && shared.h > 1) report(audit, "\"%s\" runs into \"%s\"", item->line->text, other->line->text);
    }
}

/* Words that are read aloud must be as easy to read on their mark, of which they may touch only a part. */
static void check_marks(Audit *audit, size_t index)
{
    const Scene *scene = audit->scene;
    const SceneItem *item = &scene->items[index];
    for (size_t i = 0; i < index; i++) {
        const SceneItem *mark = &scene->items[i];
        if (!mark->marks || rect_is_empty(rect_intersect(mark->box, ink_box(item)))) continue;
        double contrast = color_contrast(item->fill, mark->fill);
        if (mark->node == item->node && contrast < CONTRAST_TEXT)
            report(audit, "contrast %.2f of \"%s\" on its mark is under %.1f", contrast, item->line->text,
                   CONTRAST_TEXT);
        else if (mark->node != item->node)
            report(audit, "\"%s\" touches the mark of other words", item->line->text);
    }
}

static void check_texts(Audit *audit)
{
    const Scene *scene = audit->scene;
    for (size_t i = 0; i < scene->item_count; i++) {
        const SceneItem *item = &scene->items[i];
        if (item->kind != ITEM_TEXT) continue;
        check_text_place(audit, i);
        check_text_overlap(audit, i);
        check_marks(audit, i);
        if (item->line->cut && !item->may_clip) report(audit, "text is shortened: \"%s\"", item->line->text);
        if (item->opacity < 255) continue; /* disabled parts need no contrast */
        Color ground = ground_under(scene, i);
        double contrast = color_contrast(item->fill, ground);
        if (contrast < CONTRAST_TEXT)
            report(audit, "contrast %.2f of \"%s\" is under %.1f", contrast, item->line->text, CONTRAST_TEXT);
        for (size_t r = 0; r < item->line->run_count; r++)
            if (item->line->runs[r].font < 0) report(audit, "no face for \"%s\"", item->line->runs[r].text);
    }
}

static void check_crisis(Audit *audit)
{
    if (!audit->options->needs_crisis) return;
    int strip = scene_find_node(audit->scene, "crisis");
    if (strip < 0) {
        report(audit, "the crisis strip is missing");
        return;
    }
    const SceneNode *node = &audit->scene->nodes[strip];
    if (!strstr(node->label, "9-8-8")) report(audit, "the crisis strip does not say 9-8-8");
    int hit = scene_hit(audit->scene, node->area.x + node->area.w / 2, node->area.y + node->area.h / 2);
    if (hit != strip) report(audit, "the crisis strip cannot be touched");
}

/* Everything that can be touched must also be met by going on with Tab, and found under a finger. */
static void check_reachable(Audit *audit)
{
    const Scene *scene = audit->scene;
    for (size_t i = 0; i < scene->node_count; i++) {
        if (!scene_node_is_target(scene, (int)i)) continue;
        const SceneNode *node = &scene->nodes[i];
        Rect area = node->clip >= 0 ? rect_intersect(node->shape, scene->clips[node->clip]) : node->shape;
        int hit = scene_hit(scene, area.x + area.w / 2, area.y + area.h / 2);
        if (hit != (int)i)
            report(audit, "target %s is covered by %s", node->id, hit >= 0 ? scene->nodes[hit].id : "nothing");
    }
}

/* Tab goes as people read: never back to what stands before, in the same row or above in the same column. The keys of a
 * keyboard lie from left to right in every language. */
static void check_order(Audit *audit)
{
    const Scene *scene = audit->scene;
    for (size_t i = 0, last = SIZE_MAX; i < scene->node_count; i++) {
        const SceneNode *node = &scene->nodes[i];
        if (!scene_node_is_target(scene, (int)i)) continue;
        const SceneNode *before = last == SIZE_MAX ? NULL : &scene->nodes[last];
        last = i;
        if (!before || before->layer != node->layer || before->always != node->always || node->role == NODE_KEY)
            continue;
        Rect a = before->area, b = node->area;
        int beside = int_min(a.y + a.h, b.y + b.h) - int_max(a.y, b.y),
            above = int_min(a.x + a.w, b.x + b.w) - int_max(a.x, b.x);
        bool row = 2 * beside > int_min(a.h, b.h), column = 2 * above > int_min(a.w, b.w);
        bool back = node->mirrored ? b.x > a.x : b.x < a.x;
        if ((row && back) || (column && !row && b.y < a.y))
            report(audit, "%s is met after %s, and stands before it", node->id, before->id);
    }
}

int scene_audit(const Scene *scene, const AuditOptions *options, const char *where, FILE *out)
{
    Audit audit = {scene, options, where, out, 0};
    check_targets(&audit);
    check_target_overlap(&audit);
    check_texts(&audit);
    check_crisis(&audit);
    check_reachable(&audit);
    if (options->needs_crisis) check_order(&audit); /* screens for staff begin with what is done most */
    return audit.findings;
}
