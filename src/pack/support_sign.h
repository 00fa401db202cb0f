/* support_sign.h - sentences that say danger in whatever words and order: signs, made of roles. Internal to pack/.
 *
 * A role is a list of words that can stand for one another (he, dad, boyfriend*). A sign names the roles that have to
 * be met together ("who, strike, me"). So one sign stands for thousands of sentences, and each answer can be explained.
 */
#ifndef HEARTH_SUPPORT_SIGN_H
#define HEARTH_SUPPORT_SIGN_H

#include "pack/search/search_words.h"
#include "yaml/schema.h"

/* A role as it stands in the file. */
typedef struct SupportRole {
    const char *name;
    TextList words; /* "beat", or a beginning: "strangl*" */
    Mark at;
} SupportRole;

/* A sign as it stands in the file. */
typedef struct SupportSign {
    TextList all;    /* names of roles, each met by a word of its own */
    TextList unless; /* names of roles of which none may be met */
    bool in_order;   /* the words come in the order of `all` */
    int apart;       /* most words between two neighbours, if in_order; 0: any number */
    Mark at;
} SupportSign;

extern const Schema support_role_schema, support_sign_schema;

/* Roles and signs of one file, ready to be held against what is typed. */
typedef struct Signs Signs;
/* `roles` is a List of SupportRole, `signs` of SupportSign. A sign that names an unknown role is left out: the checker
 * reports it. Everything lives in `arena`. */
MUST_USE Signs *signs_new(Arena *arena, const char *lang, const List *roles, const List *signs);
/* True if `typed` meets one of the signs. With `edits`, one wrong letter is forgiven in beginnings of six letters or
 * more and in words of seven or more. */
bool signs_met(const Signs *signs, const SearchQuery *typed, bool edits);

/* The role called `name`, or NULL. */
const SupportRole *support_role(const List *roles, const char *name);

#endif
