#include "platform/paint/fontset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "platform/paint/face.h"

enum { EM_SPACE = 0x2003 };

typedef struct RunEntry {
    LruEntry entry;
    TextRun run; /* its text is `text` */
    RunPicture picture;
    size_t byte_count; /* of what follows: the pixels, then the text */
    uint32_t bytes[];  /* words, so that colours are aligned */
} RunEntry;

struct FontSet {
    Faces faces;
    Lru runs; /* of RunEntry, cost in bytes */
};

FontSet *fontset_new(void)
{
    if (TTF_Init() != 0) {
        fprintf(stderr, "hearth: the font library does not start: %s\n", TTF_GetError());
        exit(EXIT_RESTART);
    }
    FontSet *fonts = mem_alloc(sizeof(*fonts));
    faces_init(&fonts->faces);
    return fonts;
}

static void run_forget(FontSet *fonts, RunEntry *entry)
{
    lru_remove(&fonts->runs, &entry->entry);
    mem_wipe(entry->bytes, entry->byte_count);
    free(entry);
}

void fontset_wipe(FontSet *fonts)
{
    while (fonts->runs.oldest) run_forget(fonts, (RunEntry *)fonts->runs.oldest);
}

void fontset_free(FontSet *fonts)
{
    if (!fonts) return;
    fontset_wipe(fonts);
    faces_close(&fonts->faces);
    free(fonts);
    TTF_Quit();
}

/* The face of a run, set to its direction and script. NULL: missing. */
static TTF_Font *run_face(FontSet *fonts, const TextRun *run)
{
    TTF_Font *ttf = faces_get(&fonts->faces, run->font, run->size_px);
    if (!ttf) return NULL;
    char script[5] = "Latn";
    for (int i = 0; i < 4 && run->script != 0; i++) script[i] = (char)(run->script >> (24 - 8 * i) & 0xff);
    TTF_SetFontDirection(ttf, run->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(ttf, script);
    return ttf;
}

static int text_width(TTF_Font *ttf, const char *text)
{
    int width = 0;
    return TTF_SizeUTF8(ttf, text, &width, NULL) == 0 ? width : 0;
}

static int source_width(void *context, const TextRun *run)
{
    TTF_Font *ttf = run_face(context, run);
    return ttf ? text_width(ttf, run->text) : 0;
}

static bool source_covers(void *context, FontId font, uint32_t character)
{
    FontSet *fonts = context;
    TTF_Font *ttf = faces_get_any(&fonts->faces, font);
    return ttf && TTF_GlyphIsProvided32(ttf, character);
}

static FontMetrics source_metrics(void *context, FontId font, int size_px)
{
    FontSet *fonts = context;
    TTF_Font *ttf = faces_get(&fonts->faces, font, size_px);
    if (!ttf) return (FontMetrics){size_px, size_px / 4};
    return (FontMetrics){TTF_FontAscent(ttf), -TTF_FontDescent(ttf)};
}

FontSource fontset_source(FontSet *fonts) { return (FontSource){fonts, source_width, source_covers, source_metrics}; }

static const uint32_t *surface_row(const SDL_Surface *surface, int y)
{
    return (const uint32_t *)((const char *)surface->pixels + (size_t)y * (size_t)surface->pitch);
}

static SDL_Surface *text_render(TTF_Font *ttf, const char *text)
{
    return TTF_RenderUTF8_Blended(ttf, text, (SDL_Color){255, 255, 255, 255});
}

/* The first row in which two renderings of the same size differ; -1: none. */
static int first_difference(const SDL_Surface *a, const SDL_Surface *b)
{
    for (int y = 0; y < a->h; y++)
        if (memcmp(surface_row(a, y), surface_row(b, y), (size_t)a->w * sizeof(uint32_t)) != 0) return y;
    return -1;
}

/* The row of `text` that a line through its middle starts at; -1: not found. `plain` is the text without it. */
static int strike_row(TTF_Font *ttf, const char *text, const SDL_Surface *plain)
{
    TTF_SetFontStyle(ttf, TTF_STYLE_STRIKETHROUGH);
    SDL_Surface *struck = text_render(ttf, text);
    TTF_SetFontStyle(ttf, TTF_STYLE_NORMAL);
    int row = struck && struck->w == plain->w && struck->h == plain->h ? first_difference(plain, struck) : -1;
    SDL_FreeSurface(struck);
    return row;
}

/* SDL2_ttf moves the whole line down, without telling, when a mark rises above the face's ascent. A line through the
 * middle moves along, and so tells by how much: compare with where it lies in a space. */
static int baseline_shift(TTF_Font *ttf, const char *text, const SDL_Surface *surface)
{
    if (surface->h <= TTF_FontHeight(ttf)) return 0;
    SDL_Surface *space = text_render(ttf, " ");
    int normal = space ? strike_row(ttf, " ", space) : -1;
    SDL_FreeSurface(space);
    int moved = normal >= 0 ? strike_row(ttf, text, surface) : -1;
    return moved >= normal ? int_clamp(moved - normal, 0, surface->h - TTF_FontHeight(ttf)) : 0;
}

/* It also moves the line to the right when its first letter reaches left of where the line starts (j, italic f). With
 * spaces in front it has no reason to, so the widths tell by how much. Widths are cut to whole pixels and advances are
 * 64ths of one: 64 spaces are a whole number again. */
static int start_shift(TTF_Font *ttf, const TextRun *run)
{
    enum { SPACES = 64, TEXT_MAX = 2048 };
    const char *space = TTF_GlyphIsProvided32(ttf, EM_SPACE) ? "\xe2\x80\x83" : " "; /* wide ones are never kerned */
    char spaces[SPACES * 3 + 1] = "", text[TEXT_MAX];
    for (int i = 0; i < SPACES; i++) memcpy(spaces + (size_t)i * strlen(space), space, strlen(space) + 1);
    int length = snprintf(text, sizeof(text), "%s%s%s", run->rtl ? "" : spaces, run->text, run->rtl ? spaces : "");
    if (length < 0 || (size_t)length >= sizeof(text)) return 0;
    int shift = text_width(ttf, run->text) + text_width(ttf, spaces) - text_width(ttf, text);
    return int_clamp(shift, 0, run->size_px / 2);
}

/* The smallest rectangle that holds every pixel with ink. */
static Rect surface_ink(const SDL_Surface *surface)
{
    int left = surface->w, right = 0, top = surface->h, bottom = 0;
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = surface_row(surface, y);
        for (int x = 0; x < surface->w; x++) {
            if (row[x] >> 24 == 0) continue;
            left = int_min(left, x);
            right = int_max(right, x + 1);
            top = int_min(top, y);
            bottom = y + 1;
        }
    }
    return left < right ? (Rect){left, top, right - left, bottom - top} : (Rect){0};
}

static bool surface_is_colored(const SDL_Surface *surface, Rect ink)
{
    for (int y = ink.y; y < ink.y + ink.h; y++) {
        const uint32_t *row = surface_row(surface, y);
        for (int x = ink.x; x < ink.x + ink.w; x++)
            if (row[x] >> 24 != 0 && (row[x] & 0xffffff) != 0xffffff) return true;
    }
    return false;
}

static void mask_copy(uint8_t *mask, const SDL_Surface *surface, Rect ink)
{
    for (int y = 0; y < ink.h; y++) {
        const uint32_t *row = surface_row(surface, ink.y + y) + ink.x;
        for (int x = 0; x < ink.w; x++) *mask++ = (uint8_t)(row[x] >> 24);
    }
}

static void colors_copy(uint32_t *colors, const SDL_Surface *surface, Rect ink)
{
    for (int y = 0; y < ink.h; y++)
        memcpy(colors + (size_t)y * (size_t)ink.w, surface_row(surface, ink.y + y) + ink.x,
               (size_t)ink.w * sizeof(*colors));
}

/* An entry for `run` with the ink of `surface` (NULL: none); places it later. */
static RunEntry *entry_make(const TextRun *run, const SDL_Surface *surface)
{
    Rect ink = surface ? surface_ink(surface) : (Rect){0};
    bool colored = surface && surface_is_colored(surface, ink);
    size_t area = (size_t)ink.w * (size_t)ink.h, pixel_bytes = colored ? area * sizeof(uint32_t) : area;
    size_t text_bytes = strlen(run->text) + 1;
    RunEntry *entry = mem_alloc(sizeof(*entry) + pixel_bytes + text_bytes);
    entry->byte_count = pixel_bytes + text_bytes;
    entry->picture = (RunPicture){.w = ink.w, .h = ink.h, .left_px = ink.x, .top_px = ink.y};
    if (colored) {
        colors_copy(entry->bytes, surface, ink);
        entry->picture.colors = entry->bytes;
    } else if (area > 0) {
        mask_copy((uint8_t *)entry->bytes, surface, ink);
        entry->picture.mask = (uint8_t *)entry->bytes;
    }
    char *text = (char *)entry->bytes + pixel_bytes;
    memcpy(text, run->text, text_bytes);
    entry->run = *run;
    entry->run.text = text;
    return entry;
}

static RunEntry *run_render(FontSet *fonts, const TextRun *run)
{
    TTF_Font *ttf = run_face(fonts, run);
    SDL_Surface *surface = ttf && run->text[0] != '\0' ? text_render(ttf, run->text) : NULL;
    RunEntry *entry = entry_make(run, surface);
    if (surface) {
        entry->picture.top_px -= TTF_FontAscent(ttf) + baseline_shift(ttf, run->text, surface);
        entry->picture.left_px -= start_shift(ttf, run);
    }
    SDL_FreeSurface(surface);
    return entry;
}

static bool run_matches(const LruEntry *entry, const void *key)
{
    const TextRun *a = &((const RunEntry *)entry)->run, *b = key;
    return a->font == b->font && a->size_px == b->size_px && a->rtl == b->rtl && a->script == b->script &&
           strcmp(a->text, b->text) == 0;
}

RunPicture fontset_picture(FontSet *fonts, const TextRun *run)
{
    const int32_t numbers[] = {run->font, run->size_px, run->rtl, (int32_t)run->script};
    uint64_t hash = hash_bytes(hash_bytes(HASH_START, numbers, sizeof(numbers)), run->text, strlen(run->text));
    RunEntry *entry = (RunEntry *)lru_find(&fonts->runs, hash, run_matches, run);
    if (entry) return entry->picture;
    entry = run_render(fonts, run);
    size_t cost = sizeof(*entry) + entry->byte_count;
    while (fonts->runs.oldest && fonts->runs.cost + cost > FONTSET_RUN_BYTES)
        run_forget(fonts, (RunEntry *)fonts->runs.oldest);
    lru_add(&fonts->runs, &entry->entry, hash, cost);
    return entry->picture;
}
