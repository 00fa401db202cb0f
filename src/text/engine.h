/* engine.h - what layouts share: fonts, languages with their break iterators, the cache, working memory. */
#ifndef HEARTH_TEXT_ENGINE_H
#define HEARTH_TEXT_ENGINE_H

#include "text/cache.h"
#include "text/lang.h"
#include "text/paragraph.h"

enum { LANGS_MAX = 16 };

struct TextEngine {
    FontSource fonts;
    TextLang langs[LANGS_MAX];
    size_t next_lang; /* the place for the next new language; the one there before is closed */
    UBiDi *paragraph_bidi, *line_bidi;
    Arena arena;    /* of the layout in progress */
    char *run_text; /* of the run that is being measured */
    size_t run_capacity;
    LayoutCache cache;
};

/* Returns the properties of a language, made when it is asked for first. The engine owns it. */
TextLang *engine_lang(TextEngine *engine, const char *tag);

/* layout.c: lays out one paragraph in the engine's arena. */
TextLayout layout_paragraph(TextEngine *engine, const char *lang, const TextSpan *spans, size_t span_count,
                            const TextStyle *style);

#endif
