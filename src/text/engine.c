#include "text/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static UBiDi *open_bidi(void)
{
    UBiDi *bidi = ubidi_open();
    CHECK(bidi);
    return bidi;
}

TextEngine *text_engine_new(const FontSource *fonts)
{
    TextEngine *engine = mem_alloc(sizeof(TextEngine));
    *engine = (TextEngine){.fonts = *fonts, .paragraph_bidi = open_bidi(), .line_bidi = open_bidi()};
    return engine;
}

static void wipe_run_text(TextEngine *engine)
{
    mem_wipe(engine->run_text, engine->run_capacity);
    free(engine->run_text);
    engine->run_text = NULL;
    engine->run_capacity = 0;
}

void text_engine_wipe(TextEngine *engine)
{
    cache_wipe(&engine->cache);
    arena_wipe(&engine->arena);
    wipe_run_text(engine);
}

void text_engine_free(TextEngine *engine)
{
    if (!engine) return;
    text_engine_wipe(engine);
    for (size_t i = 0; i < LANGS_MAX; i++) lang_close(&engine->langs[i]);
    ubidi_close(engine->line_bidi);
    ubidi_close(engine->paragraph_bidi);
    free(engine);
}

TextLang *engine_lang(TextEngine *engine, const char *tag)
{
    for (size_t i = 0; i < LANGS_MAX; i++)
        if (strncmp(engine->langs[i].tag, tag, LANG_TAG_MAX) == 0 && engine->langs[i].line_breaks)
            return &engine->langs[i];
    TextLang *lang = &engine->langs[engine->next_lang];
    engine->next_lang = (engine->next_lang + 1) % LANGS_MAX;
    lang_close(lang);
    lang_open(lang, tag);
    return lang;
}

const TextLayout *text_layout(TextEngine *engine, const char *lang, const TextSpan *spans, size_t span_count,
                              const TextStyle *style)
{
    const CacheKey key = {lang, spans, span_count, style};
    const TextLayout *cached = cache_find(&engine->cache, &key);
    if (cached) return cached;
    TextLayout layout = layout_paragraph(engine, lang, spans, span_count, style);
    cached = cache_add(&engine->cache, &key, &layout);
    arena_reset(&engine->arena);
    return cached;
}

void text_engine_end_frame(TextEngine *engine) { cache_end_frame(&engine->cache); }
