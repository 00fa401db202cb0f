/* directory.h - people who can help: the clinic's own list, as it is searched.
 *
 * Choices ("couples", "fr") are numbered when the list is read, and each person has one set of bits for each group of
 * choices. A filter is such a set, too, so that asking all of 2,000 people costs what asking twenty does. */
#ifndef HEARTH_DIRECTORY_H
#define HEARTH_DIRECTORY_H

#include "yaml/schema.h"

enum {
    DIRECTORY_PEOPLE_MAX = 2000,
    DIRECTORY_CHOICES_MAX = 64, /* in a group: bits of a uint64_t */
    DIRECTORY_CSV_BYTES_MAX = 1024 * 1024,
};

/* X(NAME, key of "words" in therapists.yaml, words of the interface), in the order of the filters. */
#define DIRECTORY_GROUPS(X)                                                                                            \
    X(MEETS, "meets", "filter-meets")                                                                                  \
    X(LANGUAGES, "languages", "filter-language")                                                                       \
    X(COST, "cost", "filter-cost")                                                                                     \
    X(FOCUS, "focus", "filter-focus")                                                                                  \
    X(NEW_CLIENTS, "new-clients", "filter-new-clients")                                                                \
    X(STEP_FREE, "step-free", "filter-step-free")                                                                      \
    X(GENDER, "gender", "filter-gender")                                                                               \
    X(APPROACHES, "approaches", "filter-approaches")                                                                   \
    X(COMMUNITIES, "communities", "filter-communities")

#define DIRECTORY_ENUM(NAME, key, words) GROUP_##NAME,
typedef enum DirectoryGroup { DIRECTORY_GROUPS(DIRECTORY_ENUM) DIRECTORY_GROUP_COUNT } DirectoryGroup;
#undef DIRECTORY_ENUM

typedef struct Choice {
    const char *id;
    List name; /* Word; none for a group that is one question of yes or no */
    Mark at;
} Choice;

typedef struct ChoiceList {
    const Choice *items;
    size_t count;
} ChoiceList;

typedef enum NewClients { NEW_CLIENTS_YES, NEW_CLIENTS_WAITLIST, NEW_CLIENTS_NO } NewClients;
typedef enum StepFree { STEP_FREE_UNKNOWN, STEP_FREE_YES, STEP_FREE_NO } StepFree;
typedef enum Insurance { INSURANCE_ASK, INSURANCE_RECEIPTS, INSURANCE_DIRECT, INSURANCE_NONE_NEEDED } Insurance;

typedef struct Therapist {
    const char *id, *name;
    const char *pronouns, *credentials, *place, *phone, *email, *web; /* NULL: not given */
    const Choice *profession;
    /* As they were written, for the card: numbers of choices. */
    struct {
        uint8_t *items;
        size_t count;
    } chosen[DIRECTORY_GROUP_COUNT];
    uint64_t has[DIRECTORY_GROUP_COUNT];
    List note;                             /* Word */
    int new_clients, step_free, insurance; /* NewClients, StepFree, Insurance */
    int wait_weeks;                        /* -1: not known */
    int distance_hm;                       /* hundreds of metres, -1: not known */
    int fee_from, fee_to;                  /* dollars a session, -1: not given */
    bool example;
    Mark at;
    const YNode *entry; /* as they stand in the file, to name places in it */
} Therapist;

typedef enum DirectorySort { SORT_NEAREST, SORT_WAIT, SORT_NAME, DIRECTORY_SORTS } DirectorySort;

typedef struct Directory {
    Date updated, review_by;
    List notice, always; /* Word */
    List *first_call;    /* each a List of Word: what to say */
    size_t first_call_count;
    ChoiceList choices[DIRECTORY_GROUP_COUNT], professions;
    const Therapist *people;
    size_t count;
    bool has_examples;
    const uint16_t *order[DIRECTORY_SORTS]; /* indexes of people */
    const YNode *root;                      /* as therapists.yaml was written, to name places in it */
} Directory;

/* What somebody is looking for. In a group any of the choices will do; every group with choices must fit. */
typedef struct DirectoryFilter {
    uint64_t on[DIRECTORY_GROUP_COUNT];
    int sort; /* DirectorySort */
} DirectoryFilter;

extern const char *const directory_group_keys[];  /* "meets" ... */
extern const char *const directory_group_words[]; /* "filter-meets" ... */

/* Number of the choice `id` in a group; -1 if there is none. */
int directory_choice(const Directory *directory, DirectoryGroup group, const char *id);
/* Number of the person called `id`; -1. */
int directory_find(const Directory *directory, const char *id);

/* How many people fit. */
size_t directory_count(const Directory *directory, const DirectoryFilter *filter);
/* The numbers of those who fit, in the filter's order: from the `from`-th on, at most `max`. Returns how many. */
size_t directory_list(const Directory *directory, const DirectoryFilter *filter, size_t from, size_t max,
                      uint16_t *out);
/* For each choice of a group, how many of those who fit the other groups have it. */
void directory_counts(const Directory *directory, const DirectoryFilter *filter, DirectoryGroup group,
                      size_t counts[DIRECTORY_CHOICES_MAX]);
/* How many people fit once a group asks for nothing. */
size_t directory_count_without(const Directory *directory, const DirectoryFilter *filter, DirectoryGroup group);
/* Groups that ask for something. */
int filter_group_count(const DirectoryFilter *filter);
/* Choices that are on, in all groups. */
int filter_choice_count(const DirectoryFilter *filter);

/* A person's contact as a vCard 3.0 of at most `bytes_max` bytes: name and number first, then what else fits. The
 * profession is written in `lang`. In `arena`. */
char *therapist_vcard(const Therapist *therapist, const char *lang, size_t bytes_max, Arena *arena);

/* directory_load.c: therapists.yaml, and therapists.csv beside it, of a clinic's folder, reported under `name`. NULL if
 * there is none, or nothing to go on with. */
MUST_USE Directory *directory_read(Arena *arena, const char *dir, const char *name, Diags *diags);
extern const Schema directory_schema;
/* directory_sort.c: fills in directory->order. */
void directory_sort(Directory *directory, Arena *arena);

/* directory_csv.c: a table to a list of maps, as if it had been written in YAML. Marks are rows and columns of the
 * table, both from 1. `keys`: the keys that a row may have. NULL if there is nothing to go on with. */
MUST_USE const YNode *csv_parse(Arena *arena, const char *name, const char *bytes, size_t count, const Schema *schema,
                                Diags *diags);

#endif
