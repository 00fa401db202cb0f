/* text.h - from UTF-8 to lines of positioned runs.
 *
 * Paragraph direction comes from the page's language, never from the first strong letter. Text is split
 * by direction (ICU ubidi), script and face coverage; lines are broken at ICU's break positions; phone
 * numbers and other left-to-right sequences inside right-to-left text are isolated by us, so that
 * 9-8-8 never reads 8-8-9. Measuring is behind FontSource, so that all of this is tested without fonts. */
#ifndef HEARTH_TEXT_H
#define HEARTH_TEXT_H

#include "base/date.h"
#include "base/arena.h"
#include "base/geom.h"

/* What a piece of text is set in; the font table says which file that is for each script. */
typedef enum FaceRole {
    FACE_BODY_REGULAR,
    FACE_BODY_MEDIUM,
    FACE_BODY_SEMIBOLD,
    FACE_BODY_BOLD,
    FACE_HEAD_MEDIUM,
    FACE_HEAD_SEMIBOLD,
    FACE_HEAD_ITALIC,
    FACE_ROLES
} FaceRole;

/* A font file, as an index into the font table (text/fonts.h); -1: no face has the character. Such a run is
 * 0 wide and nothing is drawn for it: never a box. FontSource is not asked about it. */
typedef int FontId;

/* A stretch of one font, size, direction and script. `text` is in logical order. */
typedef struct TextRun {
    FontId font;
    int size_px;
    bool rtl;
    uint32_t script;  /* ISO 15924 tag, big-endian: 'L'<<24 | 'a'<<16 | 't'<<8 | 'n' */
    const char *text; /* UTF-8, NUL-terminated */
    int x_px;         /* from the left edge of the line */
    int width_px;
    size_t start_byte, end_byte; /* of the line's text; both 0 for what is not in it (an ellipsis) */
} TextRun;

typedef struct FontMetrics {
    int ascent_px, descent_px; /* both positive */
} FontMetrics;

/* Where widths come from: the platform's fonts, or a fake one in tests. */
typedef struct FontSource {
    void *context;
    int (*width_px)(void *context, const TextRun *run); /* x_px and width_px are not read */
    bool (*covers)(void *context, FontId font, uint32_t character);
    FontMetrics (*metrics)(void *context, FontId font, int size_px);
} FontSource;

/* One line: runs in visual order, left to right, whatever the direction of the text. */
typedef struct TextLine {
    const TextRun *runs;
    size_t run_count;
    int width_px;
    int baseline_px;             /* from the top of the line box */
    const char *text;            /* the whole line in logical order, for dumps and tests */
    bool cut;                    /* it did not fit: the rest of its text is an ellipsis */
    size_t start_byte, end_byte; /* of the spans' text joined, without hung spaces: marks what is read aloud */
} TextLine;

typedef struct TextLayout {
    const TextLine *lines;
    size_t line_count;
    int width_px; /* of the widest line */
    int line_px;
    bool truncated; /* max_lines cut it; the last line then ends with an ellipsis */
} TextLayout;

/* A piece of a paragraph with its own face: *light* and **strong** emphasis, a number in bold. */
typedef struct TextSpan {
    const char *text;
    FaceRole face;
    int size_px;
} TextSpan;

typedef struct TextStyle {
    int line_px;
    int width_px;  /* lines are broken to fit; 0: one line, never broken */
    int max_lines; /* 0: no limit */
    bool balance;  /* headings: no single word on the last line when it can be helped */
} TextStyle;

typedef struct TextEngine TextEngine;

/* `fonts` is copied and its context must live as long as the engine. */
MUST_USE TextEngine *text_engine_new(const FontSource *fonts);
void text_engine_free(TextEngine *engine); /* accepts NULL */

/* Lays out one paragraph. `lang` is a BCP 47 tag ("en", "ar", "zh-Hans"). The result stays valid until
 * text_engine_end_frame has been called twice without it being asked for again. Layouts are cached by all
 * their arguments, so asking again is cheap and gives the same pointer. */
const TextLayout *text_layout(TextEngine *engine, const char *lang, const TextSpan *spans, size_t span_count,
                              const TextStyle *style);
/* Tells the cache that a frame is done; what the last frames did not use may be dropped. */
void text_engine_end_frame(TextEngine *engine);
/* Overwrites and drops all cached text: when a visitor leaves. */
void text_engine_wipe(TextEngine *engine);

/* Where a part of a line stands. */
typedef struct TextStretch {
    int x_px, width_px; /* from the left edge of the line; width 0: nothing of it is seen */
} TextStretch;
/* Bytes [start, end) of `line->text`, from the first to the last thing that is seen of them. */
TextStretch text_line_stretch(TextEngine *engine, const TextLine *line, size_t start, size_t end);

/* True for a language written from right to left. */
bool text_lang_is_rtl(const char *lang);
/* How much higher lines must be than Latin ones: 1.17 for Arabic script, 1.1 for Indic and Thai, else 1. */
double text_line_scale(const char *lang);

/* The first character of `text` for which no face of the font table, in any role of `lang`, has a glyph;
 * 0 if there is none. *offset is its byte offset. */
uint32_t text_first_uncovered(TextEngine *engine, const char *lang, const char *text, size_t *offset);

/* Number of words by ICU's word breaks (letters or digits in it); for reading times and grades. */
size_t text_count_words(const char *lang, const char *text);
/* Finds sentences in texts of one language: making one is slow (ICU's list of abbreviations), asking it is not. */
typedef struct TextSentences TextSentences;
/* Starts to look for the sentences of a language. The caller owns it: text_sentences_free(). */
MUST_USE TextSentences *text_sentences_new(const char *lang);
void text_sentences_free(TextSentences *sentences); /* accepts NULL */
/* Where the sentence that begins at byte `from` ends; the length of `text` for the last one. */
size_t text_sentences_end(TextSentences *sentences, const char *text, size_t from);
/* Hands out each word of `text` (ICU's breaks; letters or digits in it) by its bytes, start to end, in order. */
typedef void TextWordFn(void *context, size_t start, size_t end);
/* Calls `word` for each word of `text`, in order. */
void text_each_word(const char *lang, const char *text, void *context, TextWordFn *word);
/* Chinese as people type it on Latin keys, without tones, one syllable a character: "gu dan". Other text comes back
 * in Latin letters as well as can be. In `arena`. */
char *text_pinyin(Arena *arena, const char *text);
/* Case-folded, stripped of marks, in compatibility form: what search compares. In `arena`. */
char *text_fold(Arena *arena, const char *text);
/* `text` as a voice should get it: telephone numbers digit by digit ("9-8-8" is "9 8 8"), the word between the ends of
 * a range. Years, counts, dates and times stay as they are. In `arena`. */
char *text_spoken(Arena *arena, const char *lang, const char *text);
/* The name of language `lang` as people of `in` call it ("French"), for a voice that could not say its own; NULL if it
 * is not known. In `arena`. */
char *text_language_name(Arena *arena, const char *lang, const char *in);
/* True if ICU knows a time zone of that name: "America/Toronto". */
bool text_time_zone_exists(const char *zone);
/* The names of all time zones with a continent and a city; *count says how many. In `arena`. */
const char **text_time_zones(Arena *arena, size_t *count);
/* The CLDR plural category for `n`: "zero" "one" "two" "few" "many" "other". */
const char *text_plural(const char *lang, long n);
/* A date as people of `lang` write it ("24 November 2026"), Western digits always. In `arena`. */
char *text_date(Arena *arena, const char *lang, Date date);
/* The same, for a narrow column ("24 Nov 2026"). */
char *text_date_short(Arena *arena, const char *lang, Date date);

#endif
