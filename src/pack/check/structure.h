/* structure.h - rules that a pack must keep even to be opened, since its ids and languages become paths. */
#ifndef HEARTH_STRUCTURE_H
#define HEARTH_STRUCTURE_H

#include "pack/pack.h"

typedef struct StructureRule {
    const char *code;
    const char *doc;                                                 /* one sentence, for `hearth check --rules` */
    void (*check)(const Pack *pack, const char *name, Diags *diags); /* NULL: where the file is read */
} StructureRule;

/* The rules that hold for a pack as it is loaded; `count` says how many. */
const StructureRule *structure_rules(size_t *count);

#endif
