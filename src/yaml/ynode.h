/* ynode.h - YAML text to a read-only tree of nodes that remember where they stood.
 *
 * Hearth's YAML is a strict subset: one document; maps with plain text keys, lists, and text; no anchors,
 * aliases, tags or directives; no duplicate keys; no control or bidi-control characters; at most the
 * limits below. Every value is text: "no", "9-8-8", "1_000" and "12:30" stay what was typed, and only a
 * schema gives them a type. Accepts UTF-8 and UTF-16, with or without BOM, LF or CRLF. */
#ifndef HEARTH_YNODE_H
#define HEARTH_YNODE_H

#include "base/arena.h"
#include "base/diag.h"

enum {
    YAML_FILE_BYTES_MAX = 256 * 1024,
    YAML_DEPTH_MAX = 16,
    YAML_EVENTS_MAX = 20000,
    YAML_SCALAR_BYTES_MAX = 16 * 1024,
};

typedef enum YKind { Y_TEXT, Y_LIST, Y_MAP } YKind;

typedef struct YNode YNode;
struct YNode {
    YKind kind;
    Mark at;          /* of the value */
    Mark key_at;      /* of the key, for a value in a map */
    const char *key;  /* NULL unless in a map */
    const char *text; /* Y_TEXT only; valid UTF-8, NUL-terminated, no NUL inside */
    YNode *first, *next;
    size_t count; /* children */
};

/* Parses `bytes`. `name` is the path that problems are reported under (copied). Returns the root node
 * in `arena`, or NULL when there is an error or the document is empty (then that is a problem, too). */
MUST_USE const YNode *yaml_parse(Arena *arena, const char *name, const char *bytes, size_t count, Diags *diags);
/* As yaml_parse, of the file at `path`, reported under `name`. */
MUST_USE const YNode *yaml_read(Arena *arena, const char *path, const char *name, Diags *diags);

/* The value of `key` in a map, or NULL. */
const YNode *ynode_get(const YNode *map, const char *key);

#endif
