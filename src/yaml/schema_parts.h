/* schema_parts.h - what the schema_*.c files share. */
#ifndef HEARTH_SCHEMA_PARTS_H
#define HEARTH_SCHEMA_PARTS_H

#include "yaml/schema.h"

/* The i-th row, NULL past the last. */
const Field *schema_row(const Schema *schema, size_t i);
/* The row with that key, or NULL. */
const Field *schema_find(const Schema *schema, const char *key);

/* Where a value is reported: its key if it has one. */
Mark ynode_place(const YNode *node);

/* A field that is being loaded, and what is in its place. */
typedef struct Slot {
    const Field *field;
    const YNode *node;
    const char *subject; /* how messages name it: "\"title\"", "item 2 of \"related\"" */
    Arena *arena;        /* of what is loaded */
    Arena *scratch;      /* of what messages are made of */
    Diags *diags;
} Slot;

/* How to write the field, as a hint: its example, or one of its type. In `scratch`. */
const char *slot_how(const Slot *slot);
/* "a, b, c", of the first few. */
const char *list_words(Arena *arena, const char *const *words, size_t count);
/* Reports that here stands another kind of node than the field wants. Returns false. */
bool slot_wrong_kind(const Slot *slot);
/* Nothing but spaces where the value should be. */
bool slot_is_empty(const Slot *slot);
/* Reports that, unless the field allows it. */
bool slot_take_empty(const Slot *slot);
/* Reports a number that is not between min and max; a max of 0 is no limit. */
bool slot_check_count(const Slot *slot, size_t count, const char *of_one, const char *of_many);

/* Single values. Each reports what is wrong and returns false. All but texts must not be empty. */
bool slot_text(const Slot *slot, const char **out);
/* A whole number within the field's min and max. */
bool slot_int(const Slot *slot, int *out);
/* yes or no. */
bool slot_bool(const Slot *slot, bool *out);
/* A day, as in 2026-11-24. */
bool slot_date(const Slot *slot, Date *out);
/* Minutes since midnight, from a time as in "09:30". */
bool slot_time(const Slot *slot, int *out);
/* The index of one of the field's choices. */
bool slot_choice(const Slot *slot, int *out);

/* Every schema that `schemas` lead to, each once, in the order they are met; `count` says how many. */
const Schema **schema_reach(Arena *arena, const Schema *const *schemas, size_t schema_count, size_t *count);

/* True if `schema` is one of them. */
bool schema_is_among(const Schema *const *schemas, size_t count, const Schema *schema);

/* The number of a field's choices. */
size_t field_choice_count(const Field *field);
/* True if a field allows to leave its value out after the colon. */
bool field_allows_empty(const Field *field);

#endif
