/* speech_mark.c - where the words of a node are drawn, and the mark behind those that are being said. */
#include <string.h>

#include "gfx/speech.h"

/* The byte of `label` at which `line` stands, from `from` on; after the first line there is at most a space between. */
static bool line_find(const char *label, size_t from, bool first, const char *line, size_t *at)
{
    size_t length = strlen(line);
    if (length == 0) return false;
    if (first) {
        const char *found = strstr(label, line);
        if (found) *at = (size_t)(found - label);
        return found != NULL;
    }
    for (size_t skipped = 0; skipped <= 1; skipped++) {
        if (skipped > 0 && label[from] != ' ') return false;
        if (strncmp(label + from + skipped, line, length) != 0) continue;
        *at = from + skipped;
        return true;
    }
    return false;
}

size_t speech_label_lines(const Scene *scene, int node, LabelLine lines[LABEL_LINES_MAX])
{
    const char *label = scene->nodes[node].label;
    size_t count = 0, at, end = 0;
    for (size_t i = 0; i < scene->item_count && count < LABEL_LINES_MAX; i++) {
        const SceneItem *item = &scene->items[i];
        if (item->kind != ITEM_TEXT || item->node != node) continue;
        if (!line_find(label, end, count == 0, item->line->text, &at)) continue; /* the number of a step */
        lines[count++] = (LabelLine){i, at};
        end = at + strlen(item->line->text);
    }
    return label[end] == '\0' ? count : 0;
}

/* A mark belongs to the same page in motion, node and clip as the words. */
static void mark_adopt(SceneItem *mark, const SceneItem *words)
{
    mark->clip = words->clip;
    mark->node = words->node;
    mark->opacity = 255;
    mark->marks = true;
    mark->may_clip = words->may_clip;
}

static void mark_words(Scene *scene, size_t at, const SceneItem *words, TextStretch stretch, const SpeechMark *mark)
{
    int size = 0;
    for (size_t i = 0; i < words->line->run_count; i++) size = int_max(size, words->line->runs[i].size_px);
    /* Below what letters reach: where lines stand close, that is a little below the line's own box. */
    int y = words->box.y + words->line->baseline_px + size / 4,
        bottom = int_max(words->box.y + words->box.h, y + mark->line_px);
    Rect ground = {words->box.x + stretch.x_px - mark->pad_px, words->box.y, stretch.width_px + 2 * mark->pad_px,
                   bottom - words->box.y};
    Rect line = {words->box.x + stretch.x_px, y, stretch.width_px, mark->line_px};
    mark_adopt(scene_insert_box(scene, at, line, mark->line, mark->line_px / 2), words);
    scene->items[at].marks = false; /* a thin line that letters may reach into */
    mark_adopt(scene_insert_box(scene, at, ground, mark->ground, mark->radius_px), words);
}

/* The words of [start, end) of the label. */
static void mark_lines(Scene *scene, TextEngine *text, const SpokenPlace *place, const SpeechMark *mark)
{
    LabelLine lines[LABEL_LINES_MAX];
    size_t count = speech_label_lines(scene, place->node, lines), first = scene->item_count, moved = 0;
    for (size_t i = 0; i < count; i++) first = lines[i].item < first ? lines[i].item : first;
    for (size_t i = 0; i < count; i++) {
        SceneItem words = scene->items[lines[i].item + moved]; /* what is put in front moves the lines */
        size_t byte = lines[i].byte, length = strlen(words.line->text);
        if (place->end <= byte || place->start >= byte + length) continue;
        size_t from = place->start > byte ? place->start - byte : 0, to = place->end - byte;
        TextStretch stretch = text_line_stretch(text, words.line, from, to < length ? to : length);
        if (stretch.width_px == 0) continue;
        mark_words(scene, first, &words, stretch, mark);
        moved += 2;
    }
}

/* A frame round a node whose words are not those that are drawn: a card, a folded one, a picture. */
static void mark_node(Scene *scene, const SpokenPlace *place, const SpeechMark *mark)
{
    const SceneNode *node = &scene->nodes[place->node];
    size_t after = scene->item_count;
    SceneItem like = {.clip = node->clip, .node = place->node};
    for (size_t i = 0; i < scene->item_count; i++) {
        if (scene->items[i].node != place->node) continue;
        after = i + 1;
        like = scene->items[i];
    }
    SceneItem *frame = scene_insert_box(scene, after, node->shape, (Color){0},
                                        node->radius_px > 0 ? node->radius_px : mark->radius_px);
    mark_adopt(frame, &like);
    frame->marks = false;
    frame->edge = mark->line;
    frame->edge_px = mark->line_px;
}

void speech_mark(Scene *scene, TextEngine *text, const Sentence *sentence, int page, const SpeechMark *mark)
{
    for (int i = 0; i < sentence->place_count; i++) {
        const SpokenPlace *place = &sentence->places[i];
        if (place->page != page || place->node >= (int)scene->node_count) continue;
        if (strcmp(scene->nodes[place->node].label, place->label) != 0) continue;
        LabelLine lines[LABEL_LINES_MAX];
        bool in_lines = place->end > place->start && speech_label_lines(scene, place->node, lines) > 0;
        if (in_lines)
            mark_lines(scene, text, place, mark);
        else
            mark_node(scene, place, mark);
    }
}
