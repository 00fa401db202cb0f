/* speech.c - from the nodes of scenes to sentences. */
#include "gfx/speech.h"

#include <string.h>

enum { PIECES_MAX = 4 };

/* A paragraph on its way: its words, and the nodes that hold them. */
typedef struct SpeechPiece {
    int page, node;
    const char *label;
    size_t at, length; /* in the paragraph's text */
    size_t silent;     /* bytes at its beginning that are said but not drawn ("Step 1 of 3.") */
    bool whole;
} SpeechPiece;

typedef struct SpeechPart {
    const char *text, *lang;
    SpeechPiece pieces[PIECES_MAX];
    int count;
} SpeechPart;

/* What stood where, on which page. */
typedef struct SpeechNode {
    int page;
    const char *label;
    Rect area;
    const struct SpeechNode *before;
} SpeechNode;

bool speech_reads(const SceneNode *node)
{
    const char *words = node->aloud ? node->aloud : node->label;
    if (words[0] == '\0' || node->aside || node->always || node->layer > 0) return false;
    switch (node->role) {
    case NODE_TEXT:
    case NODE_HEADING:
    case NODE_IMAGE:
    case NODE_CARD:
    case NODE_ROW: return true;
    case NODE_BUTTON:
    case NODE_CHIP:
    case NODE_TOGGLE: return node->aloud != NULL;
    case NODE_KEY:
    case NODE_PAGER:
    case NODE_GROUND: break;
    }
    return false;
}

static void sentence_add(Speech *speech, Sentence sentence)
{
    speech->items = arena_grow(&speech->arena, speech->items, speech->count, &speech->capacity, sizeof(*speech->items));
    speech->items[speech->count++] = sentence;
}

static size_t size_max(size_t a, size_t b) { return a > b ? a : b; }
static size_t size_min(size_t a, size_t b) { return a < b ? a : b; }

/* Where bytes [start, end) of the paragraph stand. */
static void places_find(const SpeechPart *part, size_t start, size_t end, Sentence *out)
{
    for (int i = 0; i < part->count && out->place_count < SPOKEN_PLACES_MAX; i++) {
        const SpeechPiece *piece = &part->pieces[i];
        size_t from = size_max(start, piece->at), to = size_min(end, piece->at + piece->length);
        if (from >= to) continue;
        SpokenPlace place = {.page = piece->page, .node = piece->node, .label = piece->label};
        if (!piece->whole) {
            place.start = from - piece->at;
            place.end = to - piece->at;
        }
        if (out->place_count == 1 && piece->page != out->places[0].page) out->turn_byte = from - start;
        out->places[out->place_count++] = place;
    }
}

/* Where what is said and not drawn at the beginning ends: no sentence ends before, or it would have no place. */
static size_t silent_end(const SpeechPart *part) { return part->pieces[0].silent; }

static bool is_blank(char c) { return c == ' ' || c == '\n'; }

static void part_close(Speech *speech)
{
    const SpeechPart *part = speech->part;
    speech->part = NULL;
    if (!part) return;
    TextSentences *breaks = text_sentences_new(part->lang);
    size_t length = strlen(part->text);
    for (size_t start = 0, end; start < length; start = end) {
        end = text_sentences_end(breaks, part->text, start);
        while (end < length && end <= silent_end(part)) end = text_sentences_end(breaks, part->text, end);
        size_t last = end;
        while (last > start && is_blank(part->text[last - 1])) last--;
        if (last == start) continue;
        Sentence sentence = {.lang = part->lang, .ends_paragraph = end >= length};
        sentence.text = arena_copy_bytes(&speech->arena, part->text + start, last - start);
        places_find(part, start, last, &sentence);
        sentence_add(speech, sentence);
    }
    text_sentences_free(breaks);
}

static void part_open(Speech *speech, const char *lang)
{
    part_close(speech);
    speech->part = ARENA_NEW(&speech->arena, SpeechPart);
    speech->part->text = "";
    speech->part->lang = arena_copy(&speech->arena, lang);
}

/* Bytes before the first line that is drawn. */
static size_t silent_bytes(const Scene *scene, int node)
{
    LabelLine lines[LABEL_LINES_MAX];
    return speech_label_lines(scene, node, lines) > 0 ? lines[0].byte : 0;
}

static bool goes_on(const Speech *speech, const SceneNode *node, int page)
{
    const SpeechPart *part = speech->part;
    return part && node->continues && part->count < PIECES_MAX && part->pieces[part->count - 1].page + 1 == page;
}

static void node_add(Speech *speech, const Scene *scene, int index, int page)
{
    const SceneNode *node = &scene->nodes[index];
    const char *words = node->aloud ? node->aloud : node->label, *joint = "";
    if (goes_on(speech, node, page))
        joint = node->continues;
    else
        part_open(speech, node->lang ? node->lang : scene->lang);
    SpeechPart *part = speech->part;
    SpeechPiece *piece = &part->pieces[part->count++];
    *piece = (SpeechPiece){
        .page = page,
        .node = index,
        .label = arena_copy(&speech->arena, node->label),
        .at = strlen(part->text) + strlen(joint),
        .length = strlen(words),
        .silent = node->aloud ? 0 : silent_bytes(scene, index),
        .whole = node->aloud != NULL,
    };
    part->text = arena_format(&speech->arena, "%s%s%s", part->text, joint, words);
}

/* True if it stands on the page before as well. Remembers it either way. */
static bool stays(Speech *speech, const SceneNode *node, int page)
{
    bool found = false;
    for (const SpeechNode *had = speech->last; had && had->page + 1 >= page && !found; had = had->before)
        found = had->page + 1 == page && rect_equal(had->area, node->area) && strcmp(had->label, node->label) == 0;
    SpeechNode *now = ARENA_NEW(&speech->arena, SpeechNode);
    *now = (SpeechNode){page, arena_copy(&speech->arena, node->label), node->area, speech->last};
    speech->last = now;
    return found;
}

void speech_add(Speech *speech, const Scene *scene, int page)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (speech_reads(&scene->nodes[i]) && !stays(speech, &scene->nodes[i], page))
            node_add(speech, scene, (int)i, page);
}

void speech_end(Speech *speech) { part_close(speech); }

void speech_wipe(Speech *speech)
{
    arena_wipe(&speech->arena);
    *speech = (Speech){0};
}

int speech_page(const Sentence *sentence) { return sentence->place_count > 0 ? sentence->places[0].page : 0; }

int speech_first_on(const Speech *speech, int page)
{
    int i = 0;
    while (i < (int)speech->count && speech_page(&speech->items[i]) < page) i++;
    return i;
}
