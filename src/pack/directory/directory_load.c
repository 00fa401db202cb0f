/* directory_load.c - therapists.yaml, and the table beside it, to a Directory. */
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/utf8.h"
#include "pack/site/site_load.h"

static const Field choice_fields[] = {
    {F_TEXT(Choice, id, "id"), .flags = FIELD_REQUIRED, .max = PACK_ID_MAX, .doc = "what entries call it by",
     .example = "couples"},
    {F_WORDS(Choice, name, "name"), .flags = FIELD_REQUIRED, .max = 40, .doc = "what visitors read",
     .example = "{en: Couples, fr: Couples}"},
    {0},
};
static const Schema choice_schema = {
    .name = "choice",
    .doc = "something that people are sorted by",
    .size = sizeof(Choice),
    .mark_offset = offsetof(Choice, at) + 1,
    .fields = choice_fields,
};

/* "words" of therapists.yaml. */
typedef struct ChoiceWords {
    List meets, languages, cost, focus, approaches, gender, communities, profession; /* of Choice */
} ChoiceWords;

#define CHOICES(member, key, flag, what)                                                                               \
    {                                                                                                                  \
        F_LIST(ChoiceWords, member, key), .flags = flag, .schema = &choice_schema, .max = DIRECTORY_CHOICES_MAX,       \
                                          .doc = what                                                                  \
    }

static const Field choice_words_fields[] = {
    CHOICES(meets, "meets", FIELD_REQUIRED, "how to meet"),
    CHOICES(languages, "languages", FIELD_REQUIRED, "each in its own script"),
    CHOICES(cost, "cost", FIELD_REQUIRED, "what it costs"),
    CHOICES(focus, "focus", FIELD_REQUIRED, "what they are good with"),
    CHOICES(approaches, "approaches", 0, "kinds of therapy"),
    CHOICES(profession, "profession", FIELD_REQUIRED, "what they are"),
    CHOICES(gender, "gender", 0, "for those who ask for it"),
    CHOICES(communities, "communities", 0, "groups that people belong to or know well"),
    {0},
};
static const Schema choice_words_schema = {
    .name = "choices",
    .doc = "everything that people can be sorted by, in the order of the filters. What is not here cannot stand in an "
           "entry, "
           "so that no filter misses somebody over spelling.",
    .size = sizeof(ChoiceWords),
    .fields = choice_words_fields,
};

/* therapists.yaml as it stands in the file. */
typedef struct DirectoryFile {
    Directory directory;
    int format;
    const YNode *first_call, *people;
    ChoiceWords words;
} DirectoryFile;

static const Field directory_fields[] = {
    {F_INT(DirectoryFile, format, "hearth"), .flags = FIELD_REQUIRED, .min = 1, .max = 1,
     .doc = "version of this format", .example = "1"},
    {F_DATE(DirectoryFile, directory.updated, "updated"), .flags = FIELD_REQUIRED,
     .doc = "the day somebody last went through it", .example = "2026-11-24"},
    {F_DATE(DirectoryFile, directory.review_by, "review-by"), .flags = FIELD_REQUIRED,
     .doc = "the day by which to call everybody again; later, visitors are told", .example = "2027-02-24"},
    {F_WORDS(DirectoryFile, directory.notice, "notice"), .max = 140,
     .doc = "shown while there are examples among them"},
    {F_WORDS(DirectoryFile, directory.always, "always"), .max = 90, .doc = "shown under the list"},
    {F_NODE(DirectoryFile, first_call, "first-call"),
     .doc = "sentences to say on a first call, each in every language"},
    {F_OBJECT(DirectoryFile, words, "words", ChoiceWords), .flags = FIELD_REQUIRED, .schema = &choice_words_schema,
     .doc = "the choices"},
    {F_NODE(DirectoryFile, people, PEOPLE_KEY), .schema = &therapist_schema,
     .doc = "the people; or leave it out, and put " TABLE_FILE " beside it"},
    {0},
};
const Schema directory_schema = {
    .name = "therapists",
    .doc = "therapists.yaml: the people one can go to",
    .size = sizeof(DirectoryFile),
    .fields = directory_fields,
};

/* The people of the table beside therapists.yaml; NULL if there is none. */
static const YNode *table_read(Arena *arena, const char *dir, const char *name, Diags *diags)
{
    const char *path = fs_join(arena, dir, TABLE_FILE), *shown = fs_join(arena, name, TABLE_FILE);
    Bytes bytes;
    switch (fs_read(arena, path, DIRECTORY_CSV_BYTES_MAX, &bytes)) {
    case FS_OK: return csv_parse(arena, shown, bytes.data, bytes.count, &therapist_schema, diags);
    case FS_MISSING: return NULL;
    case FS_TOO_BIG:
        diag_error(diags, (Mark){shown, 0, 0}, "file-too-big", "keep it under 1 MiB: 2,000 people need less",
                   "this table is too big");
        return NULL;
    case FS_NOT_A_FILE:
    case FS_UNREADABLE: break;
    }
    diag_error(diags, (Mark){shown, 0, 0}, "file-unreadable", "copy it again", "this file cannot be read");
    return NULL;
}

static ChoiceList choice_list(const List *list)
{
    return (ChoiceList){list->items, list->count < DIRECTORY_CHOICES_MAX ? list->count : DIRECTORY_CHOICES_MAX};
}

static void directory_choices(Directory *directory, const ChoiceWords *words)
{
    static const Choice taking_new = {.id = "yes"}, step_free = {.id = "yes"};
    directory->choices[GROUP_MEETS] = choice_list(&words->meets);
    directory->choices[GROUP_LANGUAGES] = choice_list(&words->languages);
    directory->choices[GROUP_COST] = choice_list(&words->cost);
    directory->choices[GROUP_FOCUS] = choice_list(&words->focus);
    directory->choices[GROUP_GENDER] = choice_list(&words->gender);
    directory->choices[GROUP_APPROACHES] = choice_list(&words->approaches);
    directory->choices[GROUP_COMMUNITIES] = choice_list(&words->communities);
    directory->choices[GROUP_NEW_CLIENTS] = (ChoiceList){&taking_new, 1};
    directory->choices[GROUP_STEP_FREE] = (ChoiceList){&step_free, 1};
    directory->professions = choice_list(&words->profession);
}

Directory *directory_read(Arena *arena, const char *dir, const char *name, Diags *diags)
{
    const char *path = fs_join(arena, dir, DIRECTORY_FILE), *shown = fs_join(arena, name, DIRECTORY_FILE);
    if (!fs_is_file(path)) {
        if (fs_is_file(fs_join(arena, dir, TABLE_FILE)))
            diag_error(diags, (Mark){fs_join(arena, name, TABLE_FILE), 0, 0}, "missing-file",
                       "put a " DIRECTORY_FILE " beside it, with the choices under \"words\"",
                       "there is no " DIRECTORY_FILE);
        return NULL;
    }
    const YNode *root = yaml_read(arena, path, shown, diags);
    if (!root) return NULL;
    DirectoryFile *file = ARENA_NEW(arena, DirectoryFile);
    schema_load(&directory_schema, arena, root, file, diags);
    Directory *directory = &file->directory;
    directory->root = root;
    directory->first_call =
        said_list_load(arena, file->first_call, "first-call", 140, &directory->first_call_count, diags);
    directory_choices(directory, &file->words);
    const YNode *table = table_read(arena, dir, name, diags);
    if (table && file->people)
        diag_error(diags, file->people->key_at, "two-lists", "keep the people here or in " TABLE_FILE ", not in both",
                   "there is a " TABLE_FILE " beside this file, too");
    if (table || file->people) people_load(arena, directory, table ? table : file->people, diags);
    directory_sort(directory, arena);
    return directory;
}
