/* speech.h - what a screen says aloud: its sentences in reading order, and where each of them stands.
 *
 * Made from scenes, so that what is heard is what is seen. A page that is turned is added page by page: a paragraph
 * that goes on overleaf is one paragraph, and a sentence across the cut is said in one breath. What stands unmoved on
 * the next page (a panel, a title, a telephone number) is said once. */
#ifndef HEARTH_SPEECH_H
#define HEARTH_SPEECH_H

#include "gfx/scene.h"

/* Some words of a sentence: bytes of a node's label, or the whole of a node whose words are not those that are drawn.
 */
typedef struct SpokenPlace {
    int page, node;
    const char *label; /* of the node, to know it again */
    size_t start, end; /* of the label; both 0: the whole node */
} SpokenPlace;

enum { SPOKEN_PLACES_MAX = 2 };

typedef struct Sentence {
    const char *text; /* as it is written */
    const char *lang;
    SpokenPlace places[SPOKEN_PLACES_MAX];
    int place_count;
    size_t turn_byte;    /* of `text`: from here on it stands on the next page; 0: it is all on one */
    bool ends_paragraph; /* a longer rest follows */
} Sentence;

typedef struct Speech {
    Arena arena;
    Sentence *items;
    size_t count, capacity;
    struct SpeechPart *part; /* the paragraph that is being put together; NULL: none */
    struct SpeechNode *last; /* of what was added: the newest, each with the one before it */
} Speech;

/* Adds what `scene` says, as page number `page`. Pages come in order; after the last one comes speech_end(). */
void speech_add(Speech *speech, const Scene *scene, int page);
/* Ends the last sentence: no page follows. */
void speech_end(Speech *speech);
/* Overwrites everything, and is ready for another page. Accepts a zeroed one. */
void speech_wipe(Speech *speech);
/* The first sentence that begins on `page` or after it; the number of sentences if there is none. */
int speech_first_on(const Speech *speech, int page);
/* The page that a sentence begins on. */
int speech_page(const Sentence *sentence);

/* True for what Listen reads: words and pictures, not what is touched to get about. */
bool speech_reads(const SceneNode *node);

/* A line that is drawn, and where it stands in its node's label. */
typedef struct LabelLine {
    size_t item, byte;
} LabelLine;
enum { LABEL_LINES_MAX = 96 };
/* Finds the lines of node `node` in its label. 0: the label is not made of the lines that are drawn. */
size_t speech_label_lines(const Scene *scene, int node, LabelLine lines[LABEL_LINES_MAX]);

/* How words are marked while they are said. */
typedef struct SpeechMark {
    Color ground, line;
    int pad_px, radius_px, line_px;
} SpeechMark;
/* Marks the sentence on the scene of `page`, which is finished but for that: also mirrored. */
void speech_mark(Scene *scene, TextEngine *text, const Sentence *sentence, int page, const SpeechMark *mark);

#endif
