/* itemize.c - a paragraph as stretches that can be shaped at once: one style, direction, script and face.
 *
 * Spaces and punctuation take the script of their neighbours; brackets that of what is inside, both the same.
 * A word is set whole in the first face that has all its letters: two faces never mix inside a word. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "text/faces.h"
#include "text/fonts.h"
#include "text/paragraph.h"

enum { BRACKETS_MAX = 16, CLUSTER_UNITS_MAX = 32 };

typedef struct Bracket {
    int32_t at;
    UChar32 closing;
    bool resolved; /* something with a script of its own was inside */
} Bracket;

typedef struct Scripts {
    Paragraph *paragraph;
    UScriptCode current; /* of the last character that had one; COMMON: none yet */
    UScriptCode outside; /* of the last one before the isolate that we are in */
    int32_t pending;     /* units from here have none yet; they take the next one */
    size_t next_isolate;
    Bracket brackets[BRACKETS_MAX];
    int depth;
} Scripts;

/* The script a character insists on; COMMON if it goes with any. */
static UScriptCode own_script(UChar32 c)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &error);
    return script > USCRIPT_INHERITED ? script : USCRIPT_COMMON;
}

/* An Arabic comma after a Latin word is still Arabic: a neighbour's script must be one that the mark is used with. */
static UScriptCode shared_script(UChar32 c, UScriptCode neighbour)
{
    UScriptCode used_with[32];
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = uscript_getScriptExtensions(c, used_with, ARRAY_LEN(used_with), &error);
    if (U_FAILURE(error) || count < 1 || used_with[0] <= USCRIPT_INHERITED) return neighbour;
    for (int32_t i = 0; i < count; i++)
        if (used_with[i] == neighbour) return neighbour;
    return used_with[0];
}

static void resolve_brackets(Scripts *scripts, UScriptCode script)
{
    for (int i = 0; i < scripts->depth; i++) {
        if (scripts->brackets[i].resolved) continue;
        scripts->brackets[i].resolved = true;
        scripts->paragraph->units[scripts->brackets[i].at].script = script;
    }
}

static void add_bracket(Scripts *scripts, int32_t at, UChar32 c)
{
    UChar32 closing = u_getBidiPairedBracket(c);
    if (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_OPEN && scripts->depth < BRACKETS_MAX)
        scripts->brackets[scripts->depth++] = (Bracket){.at = at, .closing = closing};
}

/* For a closing bracket, the script of its opening one; else `script`. */
static UScriptCode close_bracket(Scripts *scripts, UChar32 c, UScriptCode script)
{
    for (int i = scripts->depth - 1; i >= 0; i--) {
        if (scripts->brackets[i].closing != c) continue;
        scripts->depth = i;
        return scripts->paragraph->units[scripts->brackets[i].at].script;
    }
    return script;
}

static void settle_pending(Scripts *scripts, int32_t end, UScriptCode script)
{
    Paragraph *p = scripts->paragraph;
    for (int32_t at = scripts->pending; at < end; at++)
        if (p->units[at].script == USCRIPT_COMMON) p->units[at].script = shared_script(paragraph_char(p, at), script);
}

/* What is around an isolate does not take its script: the space after a Latin word in Arabic text is Arabic. */
static void follow_isolates(Scripts *scripts, int32_t at)
{
    const Paragraph *p = scripts->paragraph;
    if (scripts->next_isolate < p->isolate_count && p->isolates[scripts->next_isolate].range.end == at) {
        scripts->next_isolate++;
        scripts->current = scripts->outside;
        if (scripts->current == USCRIPT_COMMON) scripts->pending = at;
    }
    if (scripts->next_isolate < p->isolate_count && p->isolates[scripts->next_isolate].range.start == at)
        scripts->outside = scripts->current;
}

static void resolve_char(Scripts *scripts, int32_t at)
{
    Paragraph *p = scripts->paragraph;
    Unit *unit = &p->units[at];
    UChar32 c = paragraph_char(p, at);
    UScriptCode own = own_script(c);
    if (own != USCRIPT_COMMON) {
        if (scripts->current == USCRIPT_COMMON) settle_pending(scripts, at, own);
        resolve_brackets(scripts, own);
        scripts->current = own;
        unit->script = own;
    } else if (unit->in_latin_digits) {
        unit->script = USCRIPT_LATIN;
    } else if (scripts->current != USCRIPT_COMMON) {
        unit->script = close_bracket(scripts, c, shared_script(c, scripts->current));
        add_bracket(scripts, at, c);
    }
}

static void resolve_scripts(Paragraph *p)
{
    Scripts scripts = {.paragraph = p, .current = USCRIPT_COMMON, .outside = USCRIPT_COMMON};
    for (int32_t at = 0; at < p->length; at = paragraph_next(p, at)) {
        follow_isolates(&scripts, at);
        resolve_char(&scripts, at);
    }
    if (scripts.current == USCRIPT_COMMON) settle_pending(&scripts, p->length, p->lang->script);
    for (int32_t at = 1; at < p->length; at++)
        if (U16_IS_TRAIL(p->text[at])) p->units[at].script = p->units[at - 1].script;
}

/* The faces to look through for one stretch of script and style. */
typedef struct FaceList {
    const FontSource *source;
    FontId fonts[FONTS_MAX];
    size_t count;
} FaceList;

static bool face_has_composed(const FontSource *source, FontId font, const UChar *text, int32_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *composer = unorm2_getNFCInstance(&error);
    UChar composed[CLUSTER_UNITS_MAX];
    int32_t count = unorm2_normalize(composer, text, length, composed, CLUSTER_UNITS_MAX, &error);
    if (U_FAILURE(error)) return false;
    const Paragraph cluster = {.text = composed, .length = count};
    for (int32_t i = 0; i < count; i = paragraph_next(&cluster, i))
        if (!face_has(source, font, paragraph_char(&cluster, i))) return false;
    return true;
}

/* e and a combining accent are drawn by a face that has only the two in one, too. */
static bool face_has_cluster(const FontSource *source, FontId font, const Paragraph *p, UnitRange cluster)
{
    for (int32_t at = cluster.start; at < cluster.end; at = paragraph_next(p, at)) {
        if (face_has(source, font, paragraph_char(p, at))) continue;
        int32_t length = cluster.end - cluster.start;
        return length > 1 && face_has_composed(source, font, p->text + cluster.start, length);
    }
    return true;
}

static int32_t cluster_end(const Paragraph *p, int32_t at, int32_t limit)
{
    do at++;
    while (at < limit && !p->units[at].starts_cluster);
    return at;
}

static bool face_has_all(const FontSource *source, FontId font, const Paragraph *p, UnitRange range)
{
    for (int32_t at = range.start; at < range.end;) {
        int32_t end = cluster_end(p, at, range.end);
        if (!face_has_cluster(source, font, p, (UnitRange){at, end})) return false;
        at = end;
    }
    return true;
}

static FontId find_face(const FaceList *faces, const Paragraph *p, UnitRange range)
{
    for (size_t i = 0; i < faces->count; i++)
        if (face_has_all(faces->source, faces->fonts[i], p, range)) return faces->fonts[i];
    return -1;
}

static void set_face(Paragraph *p, UnitRange range, FontId font)
{
    for (int32_t at = range.start; at < range.end; at++) p->units[at].font = font;
}

/* Where the word from `at` ends: letters and their marks. Anything else is a word of one cluster. */
static int32_t word_end(const Paragraph *p, int32_t at, int32_t limit)
{
    if (!u_isalpha(paragraph_char(p, at))) return cluster_end(p, at, limit);
    while (at < limit && u_isalpha(paragraph_char(p, at))) at = cluster_end(p, at, limit);
    return at;
}

static void choose_faces(Paragraph *p, UnitRange range, const FaceList *faces)
{
    for (int32_t at = range.start; at < range.end;) {
        UnitRange word = {at, word_end(p, at, range.end)};
        at = word.end;
        /* A space goes with what is before it, rather than making a stretch of its own. */
        if (at - 1 == word.start && char_is_space(p->text[word.start]) && word.start > range.start) {
            p->units[word.start].font = p->units[word.start - 1].font;
            continue;
        }
        FontId font = find_face(faces, p, word);
        set_face(p, word, font);
        if (font >= 0) continue;
        for (int32_t start = word.start; start < word.end;) {
            UnitRange cluster = {start, cluster_end(p, start, word.end)};
            set_face(p, cluster, find_face(faces, p, cluster));
            start = cluster.end;
        }
    }
}

/* True if units i - 1 and i, by themselves or for the next pass, cannot be in one stretch. */
static bool style_changes(const Paragraph *p, int32_t i)
{
    const Unit *a = &p->units[i - 1], *b = &p->units[i];
    if (p->text[i] == '\n' || p->text[i - 1] == '\n') return true;
    const TextSpan *before = &p->spans[a->span], *after = &p->spans[b->span];
    return a->script != b->script || before->face != after->face || before->size_px != after->size_px;
}

static void resolve_faces(Paragraph *p, const FontSource *source)
{
    for (int32_t start = 0; start < p->length;) {
        int32_t end = start + 1;
        while (end < p->length && !style_changes(p, end)) end++;
        FaceList faces = {.source = source};
        faces.count = fonts_candidates(p->lang->tag, script_tag(p->units[start].script),
                                       p->spans[p->units[start].span].face, faces.fonts, FONTS_MAX);
        if (p->text[start] != '\n') choose_faces(p, (UnitRange){start, end}, &faces);
        start = end;
    }
}

/* Also at the edge of an isolate: what is inside moves by itself. */
static bool item_changes(const Paragraph *p, int32_t i)
{
    const Unit *a = &p->units[i - 1], *b = &p->units[i];
    bool isolate_edge = p->bidi_at[i] != p->bidi_at[i - 1] + 1;
    return isolate_edge || style_changes(p, i) || a->level != b->level || a->font != b->font;
}

void itemize(Paragraph *p, const FontSource *fonts)
{
    resolve_scripts(p);
    resolve_faces(p, fonts);
    p->items = ARENA_ARRAY(p->arena, Item, (size_t)p->length);
    for (int32_t i = 0; i < p->length; i++) {
        if (p->text[i] == '\n') continue;
        const Unit *unit = &p->units[i];
        if (i == 0 || item_changes(p, i))
            p->items[p->item_count++] = (Item){.start = i,
                                               .span = &p->spans[unit->span],
                                               .script = unit->script,
                                               .font = unit->font,
                                               .level = unit->level,
                                               .width_px = -1};
        p->items[p->item_count - 1].end = i + 1;
        p->units[i].item = p->item_count - 1;
    }
}
