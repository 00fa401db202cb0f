#include "pack/support_sign.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { ROLES_IN_SIGN_MAX = 6, EDIT_START_LETTERS_MIN = 6, EDIT_WHOLE_LETTERS_MIN = 7 };

static const Field role_fields[] = {
    {F_TEXT(SupportRole, name, "name"), .flags = FIELD_REQUIRED, .max = 24, .doc = "what signs call it",
     .example = "who"},
    {F_TEXTS(SupportRole, words, "words"), .flags = FIELD_REQUIRED, .min = 1, .max = 200, .item_max = 30,
     .doc = "single words without apostrophes; a star at the end stands for any ending",
     .example = "[he, dad, boyfriend*]"},
    {0},
};
const Schema support_role_schema = {
    .name = "support role",
    .doc = "words that can stand for one another in a sign",
    .size = sizeof(SupportRole),
    .mark_offset = offsetof(SupportRole, at) + 1,
    .fields = role_fields,
};

static const Field sign_fields[] = {
    {F_TEXTS(SupportSign, all, "all"), .flags = FIELD_REQUIRED, .min = 1, .max = ROLES_IN_SIGN_MAX,
     .doc = "names of roles; what is typed has a word for each", .example = "[who, strike, me]"},
    {F_TEXTS(SupportSign, unless, "unless"), .max = ROLES_IN_SIGN_MAX,
     .doc = "names of roles that make the sign harmless", .example = "[game]"},
    {F_BOOL(SupportSign, in_order, "in-order"), .doc = "yes: the words come in the order of all; without it, in any",
     .example = "yes"},
    {F_INT(SupportSign, apart, "apart"), .min = 1, .max = SEARCH_WORDS_MAX,
     .doc = "most other words between two of a sign that is in order; without it, any number", .example = "2"},
    {0},
};
const Schema support_sign_schema = {
    .name = "support sign",
    .doc = "roles that together mean danger, however the sentence goes",
    .size = sizeof(SupportSign),
    .mark_offset = offsetof(SupportSign, at) + 1,
    .fields = sign_fields,
};

/* One bit for each word that was typed. */
typedef uint16_t Places;
_Static_assert(SEARCH_WORDS_MAX <= 16, "a place for each word");

typedef struct RoleWord {
    const char *text; /* folded */
    bool is_start;    /* any ending may follow */
} RoleWord;

typedef struct Role {
    RoleWord *words;
    size_t count;
} Role;

typedef struct Sign {
    size_t all[ROLES_IN_SIGN_MAX], unless[ROLES_IN_SIGN_MAX]; /* indexes of roles */
    size_t all_count, unless_count;
    bool in_order;
    int apart;
} Sign;

struct Signs {
    Role *roles;
    Sign *signs;
    size_t role_count, sign_count;
};

static Role role_new(Arena *arena, const char *lang, const TextList *words)
{
    Role role = {ARENA_ARRAY(arena, RoleWord, words->count + 1), 0};
    for (size_t i = 0; i < words->count; i++) {
        const char *text = words->items[i];
        SearchQuery folded = search_plain_words(arena, lang, text);
        size_t length = strlen(text);
        if (folded.count == 1) role.words[role.count++] = (RoleWord){folded.words[0], text[length - 1] == '*'};
    }
    return role;
}

const SupportRole *support_role(const List *roles, const char *name)
{
    const SupportRole *items = roles->items;
    for (size_t i = 0; i < roles->count; i++)
        if (items[i].name && strcmp(items[i].name, name) == 0) return &items[i];
    return NULL;
}

/* Names to indexes; false if there is no such role. */
static bool roles_of(const List *roles, const TextList *names, size_t *out, size_t *count)
{
    for (size_t i = 0; i < names->count && i < ROLES_IN_SIGN_MAX; i++) {
        const SupportRole *role = support_role(roles, names->items[i]);
        if (!role) return false;
        out[(*count)++] = (size_t)(role - (const SupportRole *)roles->items);
    }
    return true;
}

Signs *signs_new(Arena *arena, const char *lang, const List *roles, const List *signs)
{
    const SupportRole *role_items = roles->items;
    const SupportSign *sign_items = signs->items;
    Signs *out = ARENA_NEW(arena, Signs);
    out->roles = ARENA_ARRAY(arena, Role, roles->count + 1);
    out->signs = ARENA_ARRAY(arena, Sign, signs->count + 1);
    for (size_t i = 0; i < roles->count; i++)
        out->roles[out->role_count++] = role_new(arena, lang, &role_items[i].words);
    for (size_t i = 0; i < signs->count; i++) {
        Sign sign = {.in_order = sign_items[i].in_order, .apart = sign_items[i].apart};
        if (sign_items[i].all.count > 0 && roles_of(roles, &sign_items[i].all, sign.all, &sign.all_count) &&
            roles_of(roles, &sign_items[i].unless, sign.unless, &sign.unless_count))
            out->signs[out->sign_count++] = sign;
    }
    return out;
}

static bool word_is(const RoleWord *word, const char *typed, bool edits)
{
    if (word->is_start ? str_starts(typed, word->text) : strcmp(typed, word->text) == 0) return true;
    size_t least = word->is_start ? EDIT_START_LETTERS_MIN : EDIT_WHOLE_LETTERS_MIN;
    if (!edits || utf8_count(word->text) < least) return false;
    return word->is_start ? search_one_edit_of_start(word->text, typed) : search_one_edit(typed, word->text);
}

static Places role_places(const Role *role, const SearchQuery *typed, bool edits)
{
    Places places = 0;
    for (size_t at = 0; at < typed->count; at++)
        for (size_t i = 0; i < role->count; i++)
            if (word_is(&role->words[i], typed->words[at], edits)) places |= (Places)(1u << at);
    return places;
}

/* True if the roles of the sign from number `role` on can each have a word that is not `taken`; `last` is where the
 * role before stands, -1 for none. */
static bool roles_fit(const Sign *sign, const Places *places, size_t role, Places taken, int last)
{
    if (role == sign->all_count) return true;
    for (int at = 0; at < SEARCH_WORDS_MAX; at++) {
        Places place = (Places)(1u << at);
        if (!(places[sign->all[role]] & place) || (taken & place)) continue;
        if (sign->in_order && at <= last) continue;
        if (sign->in_order && sign->apart > 0 && last >= 0 && at - last - 1 > sign->apart) continue;
        if (roles_fit(sign, places, role + 1, taken | place, at)) return true;
    }
    return false;
}

static bool sign_met(const Sign *sign, const Places *places)
{
    for (size_t i = 0; i < sign->unless_count; i++)
        if (places[sign->unless[i]]) return false;
    return roles_fit(sign, places, 0, 0, -1);
}

bool signs_met(const Signs *signs, const SearchQuery *typed, bool edits)
{
    Arena arena = {0};
    Places *places = ARENA_ARRAY(&arena, Places, signs->role_count + 1);
    for (size_t i = 0; i < signs->role_count; i++) places[i] = role_places(&signs->roles[i], typed, edits);
    bool met = false;
    for (size_t i = 0; i < signs->sign_count && !met; i++) met = sign_met(&signs->signs[i], places);
    arena_wipe(&arena);
    return met;
}
