/* schema.h - tables of fields that turn a node tree into C structs, and document themselves.
 *
 * A Schema describes one struct; a Field one key of it. The same rows load a file, complain about it
 * (unknown key with the nearest valid one, wrong kind, too long, missing), and print the JSON Schema
 * and FORMAT.md. A field's C type is checked at compile time by the F_ macros. */
#ifndef HEARTH_SCHEMA_H
#define HEARTH_SCHEMA_H

#include <stdio.h>

#include "base/date.h"
#include "yaml/ynode.h"

typedef enum FieldType {
    FIELD_TEXT,    /* const char *, without the line ends that a "|" text closes with */
    FIELD_INT,     /* int */
    FIELD_BOOL,    /* bool: yes, no, true, false */
    FIELD_DATE,    /* Date: YYYY-MM-DD */
    FIELD_TIME,    /* int: "HH:MM" as minutes of the day, -1 when absent */
    FIELD_CHOICE,  /* int: index into choices */
    FIELD_CHOICES, /* unsigned: a list of choices as a bit set */
    FIELD_OBJECT,  /* a struct, embedded; not-there stays zero */
    FIELD_LIST,    /* List of the element type in `schema` */
    FIELD_TEXTS,   /* TextList */
    FIELD_MAP,     /* List of structs of `schema`, whose first field, unlisted, is `const char *id` (the key) */
    FIELD_WORDS,   /* List of Word {lang, text}: either a plain text or a map from language code to text */
    FIELD_NODE,    /* const YNode *: taken as it is; whoever declares it loads it. A `schema` says, for
                      the documents only, what the items of the list that it holds look like */
} FieldType;

enum { FIELD_REQUIRED = 1, FIELD_ALLOW_EMPTY = 2 };

typedef struct List {
    void *items; /* array of structs */
    size_t count;
} List;

typedef struct TextList {
    const char **items;
    const Mark *marks;
    size_t count;
} TextList;

typedef struct Word {
    const char *lang; /* "" when the text was given without a language */
    const char *text;
} Word;

typedef struct Schema Schema;

typedef struct Field {
    const char *key;
    FieldType type;
    unsigned flags;
    size_t offset;
    int min, max;               /* text, words: characters; int: value; list, texts, map: items; 0 max means no limit */
    int item_max;               /* texts: characters of one item; 0 means no limit */
    const char *const *choices; /* NULL-terminated */
    const Schema *schema;
    const char *doc;     /* one line for authors */
    const char *example; /* as it is typed after "key: " */
} Field;

struct Schema {
    const char *name; /* "page" */
    const char *doc;
    size_t size;                   /* of the struct */
    size_t mark_offset;            /* of its Mark member plus 1, or 0 if it has none */
    const Field *fields;           /* ends with a zero row */
    const Field *(*row)(size_t i); /* instead of `fields`, where rows stand in several files; NULL past the last */
    bool one_key;                  /* the documents say "exactly one of these keys"; whoever loads it checks that */
};

/* Gives the offset of a member, and fails to compile when it is not of type `Type`. */
#define FIELD_AT(Struct, member, Type)                                                                                 \
    (offsetof(Struct, member) + 0 * sizeof(char[_Generic(((Struct *)0)->member, Type : 1)]))

#define F_TEXT(Struct, member, name) .key = (name), .type = FIELD_TEXT, .offset = FIELD_AT(Struct, member, const char *)
#define F_INT(Struct, member, name) .key = (name), .type = FIELD_INT, .offset = FIELD_AT(Struct, member, int)
#define F_BOOL(Struct, member, name) .key = (name), .type = FIELD_BOOL, .offset = FIELD_AT(Struct, member, bool)
#define F_DATE(Struct, member, name) .key = (name), .type = FIELD_DATE, .offset = FIELD_AT(Struct, member, Date)
#define F_TIME(Struct, member, name) .key = (name), .type = FIELD_TIME, .offset = FIELD_AT(Struct, member, int)
#define F_CHOICE(Struct, member, name) .key = (name), .type = FIELD_CHOICE, .offset = FIELD_AT(Struct, member, int)
#define F_CHOICES(Struct, member, name)                                                                                \
    .key = (name), .type = FIELD_CHOICES, .offset = FIELD_AT(Struct, member, unsigned)
#define F_LIST(Struct, member, name) .key = (name), .type = FIELD_LIST, .offset = FIELD_AT(Struct, member, List)
#define F_TEXTS(Struct, member, name) .key = (name), .type = FIELD_TEXTS, .offset = FIELD_AT(Struct, member, TextList)
#define F_MAP(Struct, member, name) .key = (name), .type = FIELD_MAP, .offset = FIELD_AT(Struct, member, List)
#define F_WORDS(Struct, member, name) .key = (name), .type = FIELD_WORDS, .offset = FIELD_AT(Struct, member, List)
#define F_NODE(Struct, member, name)                                                                                   \
    .key = (name), .type = FIELD_NODE, .offset = FIELD_AT(Struct, member, const YNode *)
#define F_OBJECT(Struct, member, name, Type)                                                                           \
    .key = (name), .type = FIELD_OBJECT, .offset = FIELD_AT(Struct, member, Type)

/* Fills the zeroed struct at `out` from a map node. Reports every problem; false if any was an error.
 * A struct's mark is its key where it has one (objects, maps), else the start of its value. Texts and marks
 * point into the tree, so parse it into `arena`, or one that lives as long. */
bool schema_load(const Schema *schema, Arena *arena, const YNode *node, void *out, Diags *diags);
/* Loads one value as a field would (for blocks, whose value may be a text, list or map). `out` is the
 * zeroed struct that the field is a member of. */
bool schema_load_field(const Field *field, Arena *arena, const YNode *node, void *out, Diags *diags);

/* The candidate most like `word`, or NULL: at most a third of its letters, and at most 3, differ. Capitals and
 * "_" for "-" make no difference; two letters changed round count as one. */
const char *schema_nearest(const char *word, const char *const *candidates, size_t count);

/* Prints JSON Schema (draft-07): of one schema, or of files that may be any of several. */
void schema_print_json(const Schema *const *schemas, size_t count, FILE *out);
/* Prints a table of keys of each, followed by those of the structs within that have had none yet. */
void schema_print_markdown(const Schema *const *schemas, size_t count, FILE *out);

#endif
