#include "yaml/ynode.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fs.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/excerpt.h"
#include "yaml/explain.h"

/* A list or map that is being read. */
typedef struct Frame {
    YNode *node;
    YNode **tail; /* where its next child goes */
    bool has_key; /* in a map: the next node is a value */
    const char *key;
    Mark key_at;
} Frame;

typedef struct Builder {
    Arena *arena; /* of the tree; the source has one of its own */
    Source *source;
    Diags *diags;
    YNode *root;
    Frame frames[YAML_DEPTH_MAX];
    size_t depth;
    LastText last;
    bool has_document;
} Builder;

static const char *shown(const Builder *builder, const char *text)
{
    return excerpt(builder->source->arena, text, strlen(text), EXCERPT_CHARACTERS);
}

static bool builder_expects_key(const Builder *builder)
{
    if (builder->depth == 0) return false;
    const Frame *frame = &builder->frames[builder->depth - 1];
    return frame->node->kind == Y_MAP && !frame->has_key;
}

static void builder_set_key(Builder *builder, const char *key, Mark at)
{
    Frame *frame = &builder->frames[builder->depth - 1];
    frame->has_key = true;
    frame->key = key;
    frame->key_at = at;
}

/* Makes a node and hangs it where the next one belongs. */
static YNode *builder_add(Builder *builder, YKind kind, Mark at)
{
    YNode *node = ARENA_NEW(builder->arena, YNode);
    node->kind = kind;
    node->at = at;
    if (builder->depth == 0) {
        builder->root = node;
        return node;
    }
    Frame *frame = &builder->frames[builder->depth - 1];
    if (frame->node->kind == Y_MAP) {
        node->key = frame->key;
        node->key_at = frame->key_at;
        frame->has_key = false;
    }
    *frame->tail = node;
    frame->tail = &node->next;
    frame->node->count++;
    return node;
}

/* True if the parser may go on. */
static bool builder_open(Builder *builder, YKind kind, Mark at)
{
    if (builder->depth == YAML_DEPTH_MAX) {
        diag_error(builder->diags, at, "too-deep", "use fewer steps of indentation, or fewer brackets inside brackets",
                   "lists and keys stand inside each other more than %d deep here", YAML_DEPTH_MAX);
        return false;
    }
    YNode *node;
    if (builder_expects_key(builder)) {
        diag_error(builder->diags, at, "key-not-text",
                   "write a word before the colon; a text that starts with "
                   "\"[\", \"{\" or \"? \" needs quotes around it",
                   "what stands before a colon must be a plain word");
        builder_set_key(builder, NULL, at);
        node = ARENA_NEW(builder->arena, YNode); /* read on, but hang it nowhere */
        node->kind = kind;
    } else {
        node = builder_add(builder, kind, at);
    }
    builder->frames[builder->depth++] = (Frame){.node = node, .tail = &node->first};
    return true;
}

static int compare_keys(const void *a, const void *b)
{
    const YNode *x = *(const YNode *const *)a, *y = *(const YNode *const *)b;
    int order = strcasecmp(x->key, y->key);
    if (order != 0) return order;
    if (x->key_at.line != y->key_at.line) return x->key_at.line < y->key_at.line ? -1 : 1;
    return x->key_at.column < y->key_at.column ? -1 : x->key_at.column > y->key_at.column;
}

static void report_duplicate(const Builder *builder, const YNode *earlier, const YNode *later)
{
    if (builder->source->guess_line > 0 && later->key_at.line >= builder->source->guess_line) return;
    const char *key = shown(builder, later->key);
    if (strcmp(earlier->key, later->key) == 0) {
        diag_error(builder->diags, later->key_at, "duplicate-key", "keep one of them and delete the other",
                   "\"%s\" stands on line %d already, and again here on line %d", key, earlier->key_at.line,
                   later->key_at.line);
        return;
    }
    diag_error(builder->diags, later->key_at, "duplicate-key", "keep one of them, in small letters",
               "\"%s\" here on line %d is the same key as \"%s\" on line %d (capitals make no difference)", key,
               later->key_at.line, shown(builder, earlier->key), earlier->key_at.line);
}

/* Sorts rather than compares all with all: a hostile map may have ten thousand keys. */
static void check_duplicates(const Builder *builder, const YNode *map)
{
    if (map->count < 2) return;
    const YNode **keyed = ARENA_ARRAY(builder->source->arena, const YNode *, map->count);
    size_t count = 0;
    for (const YNode *node = map->first; node; node = node->next)
        if (node->key) keyed[count++] = node;
    qsort(keyed, count, sizeof(keyed[0]), compare_keys);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcasecmp(keyed[first]->key, keyed[i]->key) == 0)
            report_duplicate(builder, keyed[first], keyed[i]);
        else
            first = i;
    }
}

static void builder_close(Builder *builder)
{
    const YNode *node = builder->frames[--builder->depth].node;
    if (node->kind == Y_MAP) check_duplicates(builder, node);
}

static void check_key(const Builder *builder, const char *key, Mark at)
{
    Diags *diags = builder->diags;
    uint32_t first = 0;
    utf8_decode(key, strlen(key), &first);
    const char *word = shown(builder, key);
    if (!key[0])
        diag_error(diags, at, "empty-key", "write a key before the colon, or delete the colon",
                   "nothing stands before this colon");
    else if (strchr(key, '\n'))
        diag_error(diags, at, "key-not-text", "write one word before the colon", "\"%s\" is too much for a key", word);
    else if (strcmp(key, "<<") == 0)
        diag_error(diags, at, "merge-key", "write the keys out here",
                   "\"<<\" would copy keys from elsewhere, which "
                   "Hearth does not do");
    else if (is_curly_quote(first))
        diag_error(diags, at, "curly-quotes", "take the quotes away, or type straight ones: \"",
                   "the curly quotes around %s would become part of the key", word);
    else if (first == 0x3000 || is_odd_space(first))
        diag_error(diags, at, "odd-space", "delete the gap before the first letter and press the space bar instead",
                   "this key starts with a character that only looks like a space (U+%04X)", (unsigned)first);
}

static void check_node_properties(Builder *builder, const yaml_char_t *anchor, const yaml_char_t *tag, Mark at)
{
    if (anchor || tag) builder->last.property_line = at.line;
    if (anchor)
        diag_error(builder->diags, at, "anchor", hint_quotes_around,
                   "\"&%s\" would name this place (a YAML anchor), which Hearth does not use",
                   shown(builder, (const char *)anchor));
    if (tag)
        diag_error(builder->diags, at, "tag", hint_quotes_around,
                   "a word that starts with \"!\" is a YAML tag, which Hearth does not use");
}

/* Warns of " #200" behind a text: to YAML it is a comment. With more spaces before it, or one after, it is meant so. */
static void hash_check(const Builder *builder, const yaml_event_t *event, Mark at)
{
    const char *end = source_at(builder->source, event->end_mark.index);
    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || event->data.scalar.length == 0) return;
    if (end[0] != ' ' || end[1] != '#' || end[2] == ' ' || end[2] == '\n' || end[2] == '\0') return;
    size_t length = strcspn(end + 1, "\n");
    if (memchr(end + 1, '}', length) || memchr(end + 1, ']', length)) return; /* the bracket that is missed says more */
    while (length > 0 && end[length] == ' ') length--;
    const char *rest = arena_copy_bytes(builder->source->arena, end + 1, length);
    const char *text = (const char *)event->data.scalar.value;
    const char *whole = arena_format(builder->source->arena, "%s %s", text, rest);
    const char *hint = utf8_count(whole) > EXCERPT_CHARACTERS || strchr(whole, '"')
                           ? "put quotes around the whole text: \"...\""
                           : arena_format(builder->source->arena, "put quotes around the whole text: \"%s\"", whole);
    diag_warn(builder->diags, at, "hash-in-text", hint, "everything after the # is left out: \"%s\"",
              shown(builder, rest));
}

static void take_scalar(Builder *builder, const yaml_event_t *event, Mark at)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    bool is_key = builder_expects_key(builder);
    const Frame *frame = builder->depth > 0 ? &builder->frames[builder->depth - 1] : NULL;
    builder->last.is_there = true;
    builder->last.start = event->start_mark.index;
    builder->last.key = frame && frame->has_key ? frame->key : NULL;
    check_node_properties(builder, event->data.scalar.anchor, event->data.scalar.tag, at);
    if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        source_check_escapes(builder->source, value, length, event->start_mark.index, event->end_mark.index,
                             builder->diags);
    if (length > YAML_SCALAR_BYTES_MAX)
        diag_error(builder->diags, at, "text-too-large", "split it", "this text has %zu bytes; at most %d are read",
                   length, YAML_SCALAR_BYTES_MAX);
    char *text = arena_copy_bytes(builder->arena, value, length);
    if (is_key) {
        check_key(builder, text, at);
        builder_set_key(builder, text, at);
        return;
    }
    hash_check(builder, event, at);
    builder_add(builder, Y_TEXT, at)->text = text;
    if (builder->depth == 0 && length == 0 && event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        builder->root = NULL; /* a document with nothing in it */
}

static void take_alias(Builder *builder, const yaml_event_t *event, Mark at)
{
    builder->last.property_line = at.line;
    diag_error(builder->diags, at, "alias", hint_quotes_around,
               "\"*%s\" would repeat another place (a YAML alias), which Hearth does not use",
               shown(builder, (const char *)event->data.alias.anchor));
    if (builder_expects_key(builder))
        builder_set_key(builder, NULL, at);
    else
        builder_add(builder, Y_TEXT, at)->text = "";
}

static bool take_document(Builder *builder, const yaml_event_t *event, Mark at)
{
    if (builder->has_document)
        return diag_error(builder->diags, at, "second-document",
                          "delete this line, or make a second file of what follows",
                          "a line \"---\" starts a second document, and a file holds one");
    builder->has_document = true;
    bool has_directive =
        event->data.document_start.version_directive ||
        event->data.document_start.tag_directives.start != event->data.document_start.tag_directives.end;
    if (has_directive)
        diag_error(builder->diags, (Mark){at.file, 1, 1}, "directive", "delete the lines that start with \"%\"",
                   "the file starts with a YAML directive (\"%%\"), which Hearth does not use");
    return true;
}

/* Takes in one event. False when there is no point in going on. */
static bool builder_take(Builder *builder, const yaml_event_t *event)
{
    Mark at = source_mark(builder->source, event->start_mark.index);
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: return take_document(builder, event, at);
    case YAML_SCALAR_EVENT: take_scalar(builder, event, at); return true;
    case YAML_ALIAS_EVENT: take_alias(builder, event, at); return true;
    case YAML_SEQUENCE_START_EVENT:
        check_node_properties(builder, event->data.sequence_start.anchor, event->data.sequence_start.tag, at);
        return builder_open(builder, Y_LIST, at);
    case YAML_MAPPING_START_EVENT:
        check_node_properties(builder, event->data.mapping_start.anchor, event->data.mapping_start.tag, at);
        return builder_open(builder, Y_MAP, at);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: builder_close(builder); return true;
    case YAML_STREAM_END_EVENT: return false;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: return true;
    }
    return true;
}

/* Texts are overwritten first: what somebody reads here is nobody's business, and small blocks outlive being freed. */
static void event_forget(yaml_event_t *event)
{
    if (event->type == YAML_SCALAR_EVENT) memset(event->data.scalar.value, 0, event->data.scalar.length);
    yaml_event_delete(event);
}

static void builder_read(Builder *builder, yaml_parser_t *parser)
{
    bool goes_on = true;
    for (int events = 0; goes_on; events++) {
        yaml_event_t event;
        /* libyaml 0.2.5 answers "no event" for ever after some failures, and calls that success. */
        if (!yaml_parser_parse(parser, &event) || event.type == YAML_NO_EVENT) {
            explain_stop(parser, &builder->last, builder->source, builder->diags);
            return;
        }
        if (events < YAML_EVENTS_MAX)
            goes_on = builder_take(builder, &event);
        else
            goes_on = diag_error(builder->diags, source_mark(builder->source, event.start_mark.index), "too-many-items",
                                 "make several files of it",
                                 "this file has too many keys, texts and list items; "
                                 "at most %d are read",
                                 YAML_EVENTS_MAX);
        event_forget(&event);
    }
}

static void builder_parse(Builder *builder)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) mem_exhausted();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)builder->source->text, builder->source->count);
    builder_read(builder, &parser);
    yaml_parser_delete(&parser);
}

static bool report_too_large(const char *name, Diags *diags)
{
    return diag_error(diags, (Mark){name, 1, 1}, "file-too-large", "make several files of it",
                      "this file is larger than %d KiB, the most that is read", YAML_FILE_BYTES_MAX / 1024);
}

const YNode *yaml_parse(Arena *arena, const char *name, const char *bytes, size_t count, Diags *diags)
{
    size_t errors = diags->errors;
    if (count > YAML_FILE_BYTES_MAX) {
        report_too_large(name, diags);
        return NULL;
    }
    if (!source_is_plain(name, bytes, count, diags)) return NULL;
    Arena scratch = {0};
    Source source;
    source_open(&source, &scratch, arena_copy(arena, name), bytes, count, diags);
    Builder builder = {.arena = arena, .source = &source, .diags = diags};
    builder_parse(&builder);
    source_close(&source, diags);
    if (!builder.root && diags->errors == errors)
        diag_error(diags, (Mark){source.name, 1, 1}, "empty-file", "write at least the keys it must have",
                   "there is nothing in this file");
    arena_free(&scratch);
    return diags->errors == errors ? builder.root : NULL;
}

const YNode *yaml_read(Arena *arena, const char *path, const char *name, Diags *diags)
{
    Arena scratch = {0};
    Bytes bytes = {0};
    Mark at = {name, 0, 0};
    const YNode *root = NULL;
    switch (fs_read(&scratch, path, YAML_FILE_BYTES_MAX, &bytes)) {
    case FS_OK: root = yaml_parse(arena, name, bytes.data, bytes.count, diags); break;
    case FS_TOO_BIG: report_too_large(name, diags); break;
    case FS_MISSING:
        diag_error(diags, at, "file-missing", "add it, or correct its name", "there is no such file");
        break;
    case FS_NOT_A_FILE:
        diag_error(diags, at, "not-a-file", "put a text file there",
                   "this is a folder, a link or something else that "
                   "is no file");
        break;
    case FS_UNREADABLE:
        diag_error(diags, at, "file-unreadable", "copy it again, and check that everybody may read it",
                   "this file cannot be read");
        break;
    }
    arena_free(&scratch);
    return root;
}

const YNode *ynode_get(const YNode *map, const char *key)
{
    if (map->kind != Y_MAP) return NULL;
    for (const YNode *node = map->first; node; node = node->next)
        if (strcmp(node->key, key) == 0) return node;
    return NULL;
}
