/* page_load.c - the table of a page's keys, and a page file to a Page. */
#include <string.h>

#include "pack/check/measure.h"
#include "pack/pack_load.h"

const char *const attract_when_names[] = {"morning", "evening", "winter", "spring", "summer", "autumn", NULL};

/* A page as it stands in a file, whose blocks are still to be loaded. */
typedef struct PageFile {
    Page page;
    List parts; /* PartFile */
} PageFile;

static const Field attract_fields[] = {
    {F_TEXT(AttractLine, line, "line"), .flags = FIELD_REQUIRED, .max = 44, .doc = "the large line of the slide",
     .example = "Waiting for the reply"},
    {F_TEXT(AttractLine, text, "text"), .flags = FIELD_REQUIRED, .max = 100, .doc = "the sentence under it",
     .example = "A quiet phone can sound loud. Here is what can help."},
    {F_BOOL(AttractLine, public_room, "public"), .doc = "yes: fit for a room with children in it; only these are shown",
     .example = "yes"},
    {F_CHOICES(AttractLine, when, "when"), .choices = attract_when_names,
     .doc = "times of the day or the year to keep it for; without it, any time", .example = "[evening, winter]"},
    {0},
};
static const Schema attract_schema = {
    .name = "attract line",
    .doc = "one slide of the loop that plays while nobody reads; touching it opens this page",
    .size = sizeof(AttractLine),
    .mark_offset = offsetof(AttractLine, at) + 1,
    .fields = attract_fields,
};

int64_t audio_time_ms(const char *at)
{
    int64_t minutes = 0, ms = 0, unit_ms = 10000;
    size_t digits = strspn(at, "0123456789");
    if (digits == 0 || digits > 3 || at[digits] != ':') return -1;
    for (size_t i = 0; i < digits; i++) minutes = minutes * 10 + (at[i] - '0');
    at += digits + 1;
    if (strspn(at, "0123456789") != 2 || at[0] > '5') return -1;
    for (const char *c = at; *c; c++) {
        if (*c == '.' && c == at + 2 && c[1]) continue;
        if (*c < '0' || *c > '9' || unit_ms == 0) return -1;
        ms += (*c - '0') * unit_ms;
        unit_ms /= 10;
    }
    return minutes * 60000 + ms;
}

static const Field audio_time_fields[] = {
    {F_TEXT(AudioTime, at, "at"), .flags = FIELD_REQUIRED, .max = 12,
     .doc = "minutes and seconds from the beginning of the recording", .example = "1:07.5"},
    {F_TEXT(AudioTime, words, "words"), .flags = FIELD_REQUIRED, .max = 80,
     .doc = "the first words of the sentence that begins there", .example = "When someone you love"},
    {0},
};
static const Schema audio_time_schema = {
    .name = "audio time",
    .doc = "when a sentence begins in the page's recording",
    .size = sizeof(AudioTime),
    .mark_offset = offsetof(AudioTime, mark) + 1,
    .fields = audio_time_fields,
};

static const Field *block_row(size_t i)
{
    size_t count;
    const BlockType *const *types = block_types(&count);
    return i < count ? &types[i]->value : NULL;
}

static const Schema block_schema = {
    .name = "block",
    .doc = "one thing on the page: a map with one key, its kind",
    .row = block_row,
    .one_key = true,
};

static const Field part_fields[] = {
    {F_TEXT(PartFile, part.title, "title"), .flags = FIELD_REQUIRED, .max = 24,
     .doc = "the chip that jumps to this part", .example = "What helps"},
    {F_NODE(PartFile, blocks, "blocks"), .flags = FIELD_REQUIRED, .schema = &block_schema,
     .doc = "what it says, in order"},
    {0},
};
const Schema part_schema = {
    .name = "part",
    .doc = "a part of a page: a few blocks under a short title",
    .size = sizeof(PartFile),
    .mark_offset = offsetof(PartFile, part.at) + 1,
    .fields = part_fields,
};

static const Field page_fields[] = {
    {F_TEXT(PageFile, page.title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "three to six words",
     .example = "When closeness feels like a storm"},
    {F_TEXT(PageFile, page.also, "also"), .max = 80, .doc = "another name for the same thing, under the title",
     .example = "Also called preoccupied attachment"},
    {F_TEXT(PageFile, page.summary, "summary"), .flags = FIELD_REQUIRED, .max = 140,
     .doc = "one sentence of at most 18 words, on cards and at the top",
     .example = "Wanting someone close, and fearing that they will go."},
    {F_TEXT(PageFile, page.line, "line"), .max = 40,
     .doc = "a few words under the title on the section's card; without it, the summary where it fits",
     .example = "Reaching across a gap"},
    {F_LIST(PageFile, page.attract, "attract"), .schema = &attract_schema, .max = 8,
     .doc = "lines for the loop; a page without any is never in it"},
    {F_DATE(PageFile, page.reviewed, "reviewed"), .flags = FIELD_REQUIRED,
     .doc = "the day somebody last read it through", .example = "2026-11-24"},
    {F_TEXT(PageFile, page.reviewed_by, "reviewed-by"), .flags = FIELD_ALLOW_EMPTY, .max = 80,
     .doc = "the clinician who read it; \"\" until one has", .example = "\"\""},
    {F_TEXTS(PageFile, page.sources, "sources"), .max = 8, .item_max = 160, .doc = "where its facts come from",
     .example = "[\"Mikulincer and Shaver, Attachment in Adulthood (2016)\"]"},
    {F_TEXTS(PageFile, page.related, "related"), .max = 4, .doc = "ids of two to four pages to read next",
     .example = "[secure, avoidant]"},
    {F_TEXTS(PageFile, page.find, "find"), .max = 40, .item_max = 40,
     .doc = "words that people type into the search for this page and that it does not say: feelings, names, brands, "
            "misspellings; never shown",
     .example = "[clingy, fear of abandonment]"},
    {F_TEXTS(PageFile, page.tags, "tags"), .max = 6, .doc = "of an article: names from the tags in LANG/pack.yaml",
     .example = "[therapy]"},
    {F_TEXT(PageFile, page.take_home, "take-home"),
     .doc = "what the page's QR code carries as text; at most 105 bytes, so that it stays easy to scan"},
    {F_TEXT(PageFile, page.audio, "audio"), .max = 120,
     .doc = "a recording of somebody who reads the page, Ogg Vorbis or Opus; without one the kiosk's own voice reads, "
            "where it has the language",
     .example = "audio/anxious-en.opus"},
    {F_LIST(PageFile, page.audio_times, "audio-times"), .schema = &audio_time_schema, .max = 200,
     .doc =
         "when sentences begin in the recording, in order, so that they are marked while they are heard; between those "
         "that are given, and without any, each is given its share of the time by its length"},
    {F_TEXT(PageFile, page.link, "link"), .max = 105, .doc = "a public address for the QR code to carry instead",
     .example = "https://988.ca"},
    {F_LIST(PageFile, parts, "parts"), .flags = FIELD_REQUIRED, .schema = &part_schema, .min = 1, .max = 5,
     .doc = "the page itself"},
    {0},
};
const Schema page_schema = {
    .name = "page",
    .doc = "LANG/ID.yaml: one page in one language; articles and crisis.yaml are pages, too",
    .size = sizeof(PageFile),
    .mark_offset = offsetof(PageFile, page.at) + 1,
    .fields = page_fields,
};

static List blocks_load(Arena *arena, const YNode *node, Diags *diags)
{
    if (!node) return (List){0};
    if (node->kind != Y_LIST) {
        diag_error(diags, node->at, "wrong-kind", "start each block on a line of its own with \"- \"",
                   "\"blocks\" needs a list");
        return (List){0};
    }
    Block *blocks = ARENA_ARRAY(arena, Block, node->count + 1);
    size_t count = 0;
    for (const YNode *item = node->first; item; item = item->next)
        if (block_load(item, arena, &blocks[count], diags)) count++;
    return (List){blocks, count};
}

List parts_load(Arena *arena, const List *files, Diags *diags)
{
    const PartFile *from = files->items;
    PagePart *parts = ARENA_ARRAY(arena, PagePart, files->count + 1);
    for (size_t i = 0; i < files->count; i++) {
        parts[i] = from[i].part;
        parts[i].blocks = blocks_load(arena, from[i].blocks, diags);
    }
    return (List){parts, files->count};
}

static bool any_id(const void *context, const char *id)
{
    (void)context, (void)id;
    return true;
}

static void any_image(const void *context, Mark at, const char *relative) { (void)context, (void)at, (void)relative; }

void parts_each_prose(const List *parts, const char *lang, const void *context, ProseFn *prose)
{
    Diags unheard = {0}; /* the checker asks the blocks for their problems itself */
    BlockCheck check = {&unheard, lang, context, any_id, any_id, any_image, prose};
    const PagePart *part = parts->items;
    for (size_t i = 0; i < parts->count; i++) {
        const Block *blocks = part[i].blocks.items;
        for (size_t j = 0; j < part[i].blocks.count; j++)
            if (blocks[j].type->check) blocks[j].type->check(&blocks[j], &check);
    }
    diags_free(&unheard);
}

Page *page_read(Arena *arena, const char *path, const char *name, const char *id, const char *lang, const YNode **root,
                Diags *diags)
{
    const YNode *node = yaml_read(arena, path, name, diags);
    if (root) *root = node;
    if (!node) return NULL;
    PageFile *file = ARENA_NEW(arena, PageFile);
    if (!schema_load(&page_schema, arena, node, file, diags) && node->kind != Y_MAP) return NULL;
    Page *page = &file->page;
    page->id = arena_copy(arena, id);
    page->lang = arena_copy(arena, lang);
    page->parts = parts_load(arena, &file->parts, diags);
    page->words = (int)measure_words(&page->parts, lang);
    return page;
}

Page *page_load(Arena *arena, const char *path, const char *name, const char *id, const char *lang, Diags *diags)
{
    size_t errors_before = diags->errors;
    Page *page = page_read(arena, path, name, id, lang, NULL, diags);
    return diags->errors == errors_before ? page : NULL;
}

const char *pack_page_file(Arena *arena, const char *lang, const char *id)
{
    return arena_format(arena, "%s/%s.yaml", lang, id);
}
