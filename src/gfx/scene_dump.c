/* scene_dump.c - a scene as text, one item or node a line, for goldens that are read in a diff. */
#include "gfx/scene.h"

static const char *const role_names[] = {"text", "heading", "image", "button", "chip",  "toggle",
                                         "card", "row",     "key",   "pager",  "ground"};
static const char *const kind_names[] = {"box", "arc", "text", "image", "code"};

static void dump_color(Color c, const char *name, FILE *out)
{
    if (c.a == 255)
        fprintf(out, " %s=#%02X%02X%02X", name, c.r, c.g, c.b);
    else if (c.a > 0)
        fprintf(out, " %s=#%02X%02X%02X%02X", name, c.r, c.g, c.b, c.a);
}

static void dump_item(const Scene *scene, const SceneItem *item, FILE *out)
{
    fprintf(out, "%-5s %d,%d %dx%d", kind_names[item->kind], item->box.x, item->box.y, item->box.w, item->box.h);
    if (item->radius_px > 0) fprintf(out, " r=%d", item->radius_px);
    dump_color(item->fill, "fill", out);
    if (item->edge_px > 0) {
        fprintf(out, " edge=%d", item->edge_px);
        if (item->kind == ITEM_BOX) dump_color(item->edge, "of", out);
    }
    if (item->opacity != 255) fprintf(out, " opacity=%d", item->opacity);
    if (item->clip >= 0) {
        Rect clip = scene->clips[item->clip];
        fprintf(out, " clip=%d,%d %dx%d", clip.x, clip.y, clip.w, clip.h);
    }
    if (item->kind == ITEM_ARC) fprintf(out, " arc=%.3f+%.3f", item->arc_start, item->arc_sweep);
    if (item->kind == ITEM_TEXT) fprintf(out, " \"%s\"", item->line->text);
    if (item->kind == ITEM_IMAGE) {
        const char *name = item->image.path; /* the last folder and the name: the same wherever the pack lies */
        for (const char *c = item->image.path; *c; c++)
            if (*c == '/') name = c + 1;
        fprintf(out, " %s%s", name, item->flipped ? " flipped" : "");
    }
    fputc('\n', out);
}

/* "open-page pack/page 2": names are written with hyphens, numbers that are 0 are left out. */
static void dump_action(Action action, FILE *out)
{
    fputs(" -> ", out);
    for (const char *c = action_name(action.kind); *c; c++) fputc(*c == '_' ? '-' : *c, out);
    if (action.id) fprintf(out, " %s", action.id);
    if (action.value) fprintf(out, " %d", action.value);
    if (action.at) fprintf(out, " %d", action.at);
}

static void dump_node(const SceneNode *node, FILE *out)
{
    fprintf(out, "node  %-7s %d,%d %dx%d", role_names[node->role], node->area.x, node->area.y, node->area.w,
            node->area.h);
    if (node->id[0]) fprintf(out, " %s", node->id);
    if (node->action.kind != ACTION_NONE) dump_action(node->action, out);
    if (node->disabled) fputs(" disabled", out);
    if (node->selected) fputs(" selected", out);
    if (node->focused) fputs(" focused", out);
    if (node->pressed) fputs(" pressed", out);
    if (node->layer > 0) fprintf(out, " layer=%d", node->layer);
    if (node->label[0]) fprintf(out, " \"%s\"", node->label);
    fputc('\n', out);
}

void scene_dump(const Scene *scene, FILE *out)
{
    fprintf(out, "scene %dx%d", scene->w, scene->h);
    dump_color(scene->ground, "ground", out);
    fprintf(out, "%s\n", scene->mirrored ? " mirrored" : "");
    for (size_t i = 0; i < scene->item_count; i++) dump_item(scene, &scene->items[i], out);
    for (size_t i = 0; i < scene->node_count; i++) dump_node(&scene->nodes[i], out);
}
