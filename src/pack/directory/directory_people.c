/* directory_people.c - people as they stand in a list or a table, to people as they are searched. */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "pack/site/site_load.h"

/* A person as they stand in a file. */
typedef struct PersonFile {
    const char *id, *name, *pronouns, *gender, *profession, *credentials, *place, *phone, *email, *web;
    const char *distance, *fee, *wait;
    TextList meets, languages, cost, focus, approaches, communities;
    List note;
    int new_clients, step_free, insurance;
    bool example;
    Mark at;
} PersonFile;

static const char *const new_clients_names[] = {"yes", "waitlist", "no", NULL};
static const char *const step_free_names[] = {"unknown", "yes", "no", NULL};
static const char *const insurance_names[] = {"ask", "receipts", "direct", "none-needed", NULL};

#define IDS(member, key, flag, what, sample)                                                                           \
    {                                                                                                                  \
        F_TEXTS(PersonFile, member, key), .flags = flag, .min = 1, .max = 20, .item_max = PACK_ID_MAX, .doc = what,    \
                                          .example = sample                                                            \
    }

static const Field person_fields[] = {
    {F_TEXT(PersonFile, name, "name"), .flags = FIELD_REQUIRED, .max = 60, .doc = "as it is written on the door",
     .example = "Amara Osei"},
    {F_TEXT(PersonFile, id, "id"), .doc = "made from the name if it is left out", .example = "amara-osei"},
    {F_BOOL(PersonFile, example, "example"), .doc = "yes: an invented person; the screen says so", .example = "yes"},
    {F_TEXT(PersonFile, pronouns, "pronouns"), .max = 24, .doc = "if they give them", .example = "she/her"},
    {F_TEXT(PersonFile, gender, "gender"), .max = PACK_ID_MAX,
     .doc = "an id of words: gender; only used when somebody asks for it", .example = "woman"},
    {F_TEXT(PersonFile, profession, "profession"), .flags = FIELD_REQUIRED, .max = PACK_ID_MAX,
     .doc = "an id of words: profession", .example = "psychotherapist"},
    {F_TEXT(PersonFile, credentials, "credentials"), .max = 40, .doc = "degrees and registration",
     .example = "\"MA, RP\""},
    IDS(focus, "focus", FIELD_REQUIRED, "what they are good with: ids of words: focus", "[couples, anxiety]"),
    IDS(approaches, "approaches", 0, "kinds of therapy: ids of words: approaches", "[eft]"),
    IDS(languages, "languages", FIELD_REQUIRED, "ids of words: languages", "[en, fr]"),
    IDS(communities, "communities", 0, "groups they belong to or know well, if they choose to say", "[francophone]"),
    IDS(meets, "meets", FIELD_REQUIRED, "ids of words: meets", "[in-person, online]"),
    {F_TEXT(PersonFile, place, "place"), .max = 80, .doc = "where one goes to meet them",
     .example = "12 Example Street"},
    {F_TEXT(PersonFile, distance, "distance-km"), .max = 8, .doc = "kilometres from here", .example = "1.2"},
    {F_CHOICE(PersonFile, step_free, "step-free"), .choices = step_free_names,
     .doc = "an entrance without steps; left out where nobody visits", .example = "yes"},
    IDS(cost, "cost", FIELD_REQUIRED, "ids of words: cost", "[sliding-fee, insurance]"),
    {F_TEXT(PersonFile, fee, "fee"), .max = 24, .doc = "one session in dollars: 180, or 60-150 for a sliding fee",
     .example = "60-150"},
    {F_CHOICE(PersonFile, insurance, "insurance"), .choices = insurance_names,
     .doc = "receipts: you pay, then claim; direct: they bill your plan", .example = "receipts"},
    {F_CHOICE(PersonFile, new_clients, "new-clients"), .flags = FIELD_REQUIRED, .choices = new_clients_names,
     .doc = "do they have room", .example = "yes"},
    {F_TEXT(PersonFile, wait, "wait-weeks"), .max = 4, .doc = "weeks until a first visit; 0 is this week",
     .example = "2"},
    {F_TEXT(PersonFile, phone, "phone"), .flags = FIELD_REQUIRED, .max = 24, .doc = "with hyphens",
     .example = "416-555-0101"},
    {F_TEXT(PersonFile, email, "email"), .max = 80, .doc = "if people may write", .example = "amara-osei@example.org"},
    {F_TEXT(PersonFile, web, "web"), .max = 100, .doc = "an https address", .example = "https://example.org/amara"},
    {F_WORDS(PersonFile, note, "note"), .max = 120, .doc = "one sentence in their own words",
     .example = "{en: You may come with nothing prepared.}"},
    {0},
};
const Schema therapist_schema = {
    .name = "therapist",
    .doc = "one person. In therapists.csv each key is a column, several ids in a cell are separated by \", \" or \"; "
           "\", and "
           "words in a language have a column such as note-fr.",
    .size = sizeof(PersonFile),
    .mark_offset = offsetof(PersonFile, at) + 1,
    .fields = person_fields,
};

static bool digits_only(const char *text) { return text[0] && strspn(text, "0123456789") == strlen(text); }

bool tenths_read(const char *text, int *out)
{
    size_t whole = strspn(text, "0123456789");
    if (whole == 0 || whole > 4) return false;
    const char *rest = text + whole;
    int tenth = 0;
    if (*rest == '.' || *rest == ',') {
        if (!digits_only(rest + 1) || rest[2] != '\0') return false;
        tenth = rest[1] - '0';
    } else if (*rest != '\0') {
        return false;
    }
    *out = (int)strtol(text, NULL, 10) * 10 + tenth;
    return true;
}

Mark person_place(const YNode *entry, const char *key)
{
    const YNode *value = entry->kind == Y_MAP ? ynode_get(entry, key) : NULL;
    return value ? value->at : entry->at;
}

static const char *skip_any(const char *text, const char *const *words)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; words[i]; i++) {
            if (!str_starts(text, words[i])) continue;
            text += strlen(words[i]);
            more = true;
        }
    }
    return text;
}

static const char *dollars_read(const char *text, int *out)
{
    static const char *const around[] = {" ", "$", "\xC2\xA0", NULL};
    text = skip_any(text, around);
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 4) return NULL;
    *out = (int)strtol(text, NULL, 10);
    text += digits;
    if (str_starts(text, ".00") || str_starts(text, ",00")) text += 3; /* $120.00 */
    return skip_any(text, around);
}

bool fee_read(const char *text, int *from, int *to)
{
    static const char *const between[] = {
        "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x91", "\xE2\x88\x92", "to", "\xC3\xA0", " ", NULL};
    text = dollars_read(text, from);
    if (!text) return false;
    *to = *from;
    if (*text == '\0') return true;
    const char *second = skip_any(text, between);
    if (second == text || !(second = dollars_read(second, to))) return false;
    return *second == '\0' && *from <= *to;
}

/* What loading people needs. */
typedef struct Loader {
    Arena *arena;
    Directory *directory;
    Diags *diags;
    Therapist *people;
    const YNode *entry; /* the person as they stand in the file */
} Loader;

/* The place of a key of the person that is being loaded. */
static Mark place_of(const Loader *loader, const char *key) { return person_place(loader->entry, key); }

/* An id, or what visitors read, in any language: a table that somebody typed may have either. */
static bool choice_is(const Choice *choice, const char *text, const char *folded, Arena *scratch)
{
    if (!choice->id) return false;
    if (strcmp(choice->id, text) == 0) return true;
    const Word *words = choice->name.items;
    for (size_t i = 0; i < choice->name.count; i++)
        if (words[i].text && strcmp(text_fold(scratch, words[i].text), folded) == 0) return true;
    return false;
}

/* "French" and "français" of "fr". */
static bool choice_is_language(const Choice *choice, const char *folded, Arena *scratch)
{
    return choice->id && pack_lang_is_valid(choice->id) && lang_is_called(scratch, choice->id, folded);
}

/* -1: it is none of them. */
static int choice_number(const ChoiceList *choices, const char *key, const char *text)
{
    for (size_t i = 0; i < choices->count; i++)
        if (choices->items[i].id && strcmp(choices->items[i].id, text) == 0) return (int)i;
    Arena scratch = {0};
    const char *folded = text_fold(&scratch, text);
    int found = -1;
    for (size_t i = 0; i < choices->count && found < 0; i++)
        if (choice_is(&choices->items[i], text, folded, &scratch)) found = (int)i;
    bool are_languages = strcmp(key, directory_group_keys[GROUP_LANGUAGES]) == 0;
    for (size_t i = 0; are_languages && i < choices->count && found < 0; i++)
        if (choice_is_language(&choices->items[i], folded, &scratch)) found = (int)i;
    arena_free(&scratch);
    return found;
}

static int choice_read(const Loader *loader, const ChoiceList *choices, const char *key, const char *text, Mark at)
{
    int found = choice_number(choices, key, text);
    if (found >= 0) return found;
    Arena scratch = {0};
    const char **ids = ARENA_ARRAY(&scratch, const char *, choices->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < choices->count; i++)
        if (choices->items[i].id) ids[count++] = choices->items[i].id;
    const char *nearest = schema_nearest(text, ids, count);
    const char *hint =
        nearest
            ? arena_format(&scratch, "did you mean \"%s\"?", nearest)
            : arena_format(&scratch, "use an id of \"%s\" under \"words\" in " DIRECTORY_FILE ", or add it there", key);
    diag_error(loader->diags, at, "unknown-id", hint, "\"%s\" is no choice for \"%s\"", text, key);
    arena_free(&scratch);
    return -1;
}

static void choices_read(const Loader *loader, Therapist *person, DirectoryGroup group, const TextList *texts)
{
    const ChoiceList *choices = &loader->directory->choices[group];
    person->chosen[group].items = ARENA_ARRAY(loader->arena, uint8_t, texts->count + 1);
    for (size_t i = 0; i < texts->count; i++) {
        if (!texts->items[i]) continue;
        int number = choice_read(loader, choices, directory_group_keys[group], texts->items[i], texts->marks[i]);
        if (number < 0 || person->has[group] & (uint64_t)1 << number) continue;
        person->has[group] |= (uint64_t)1 << number;
        person->chosen[group].items[person->chosen[group].count++] = (uint8_t)number;
    }
}

static void numbers_read(const Loader *loader, Therapist *person, const PersonFile *file)
{
    person->distance_hm = person->wait_weeks = person->fee_from = person->fee_to = -1;
    if (file->distance && !tenths_read(file->distance, &person->distance_hm))
        diag_error(loader->diags, place_of(loader, "distance-km"), "bad-number", "write it as 1.2",
                   "\"distance-km\" is \"%s\", which is no number of kilometres", file->distance);
    if (file->wait && (!digits_only(file->wait) || strlen(file->wait) > 3))
        diag_error(loader->diags, place_of(loader, "wait-weeks"), "bad-number", "write it as 2; 0 is this week",
                   "\"wait-weeks\" is \"%s\", which is no number of weeks", file->wait);
    else if (file->wait)
        person->wait_weeks = (int)strtol(file->wait, NULL, 10);
    if (file->fee && !fee_read(file->fee, &person->fee_from, &person->fee_to))
        diag_error(loader->diags, place_of(loader, "fee"), "bad-fee", "write 180, or 60-150 with the lower one first",
                   "\"fee\" is \"%s\", which is no fee", file->fee);
}

const char *person_id(Arena *arena, const char *name)
{
    Arena scratch = {0};
    const char *folded = text_fold(&scratch, name);
    char *id = arena_alloc(arena, strlen(folded) + 1), *out = id;
    for (const char *c = folded; *c && out - id < PACK_ID_MAX - 8; c++) {
        bool fits = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (fits)
            *out++ = *c;
        else if (out > id && out[-1] != '-' && (unsigned char)*c < 0x80)
            *out++ = '-';
    }
    if (out > id && out[-1] == '-') out--;
    *out = '\0';
    arena_free(&scratch);
    return id;
}

/* As person_id(), but with the number of the entry where the name has no letters a to z, or another has that id. */
static const char *id_of_entry(const Loader *loader, const char *name, size_t number)
{
    const char *id = person_id(loader->arena, name);
    bool taken = id[0] == '\0';
    for (size_t i = 0; i < number && !taken; i++) taken = strcmp(loader->people[i].id, id) == 0;
    return taken ? arena_format(loader->arena, "%s%s%zu", id, id[0] ? "-" : "person-", number + 1) : id;
}

static void yes_group(Therapist *person, DirectoryGroup group, bool yes) { person->has[group] = yes ? 1 : 0; }

static void person_load(const Loader *loader, const PersonFile *file, size_t number)
{
    Therapist *person = &loader->people[number];
    *person = (Therapist){
        .name = file->name,
        .pronouns = file->pronouns,
        .credentials = file->credentials,
        .place = file->place,
        .phone = phone_usual(loader->arena, file->phone),
        .email = file->email,
        .web = file->web,
        .note = file->note,
        .new_clients = file->new_clients,
        .step_free = file->step_free,
        .insurance = file->insurance,
        .example = file->example,
        .at = file->at,
        .entry = loader->entry,
    };
    person->id = file->id ? file->id : id_of_entry(loader, file->name ? file->name : "", number);
    if (!pack_id_is_valid(person->id))
        diag_error(loader->diags, place_of(loader, "id"), "bad-id",
                   "use small letters a to z, digits and hyphens, 64 at most", "\"%s\" cannot be an id", person->id);
    int profession = file->profession ? choice_read(loader, &loader->directory->professions, "profession",
                                                    file->profession, place_of(loader, "profession"))
                                      : -1;
    if (profession >= 0) person->profession = &loader->directory->professions.items[profession];
    const Mark gender_at = place_of(loader, "gender");
    TextList gender = {&(const char *){file->gender}, &gender_at, file->gender ? 1 : 0};
    choices_read(loader, person, GROUP_MEETS, &file->meets);
    choices_read(loader, person, GROUP_LANGUAGES, &file->languages);
    choices_read(loader, person, GROUP_COST, &file->cost);
    choices_read(loader, person, GROUP_FOCUS, &file->focus);
    choices_read(loader, person, GROUP_GENDER, &gender);
    choices_read(loader, person, GROUP_APPROACHES, &file->approaches);
    choices_read(loader, person, GROUP_COMMUNITIES, &file->communities);
    yes_group(person, GROUP_NEW_CLIENTS, person->new_clients == NEW_CLIENTS_YES);
    yes_group(person, GROUP_STEP_FREE, person->step_free == STEP_FREE_YES);
    numbers_read(loader, person, file);
    if (person->example) loader->directory->has_examples = true;
}

static const Field people_field = {.key = PEOPLE_KEY,
                                   .type = FIELD_LIST,
                                   .schema = &therapist_schema,
                                   .max = DIRECTORY_PEOPLE_MAX,
                                   .example = "[{name: Amara Osei, ...}]"};

void people_load(Arena *arena, Directory *directory, const YNode *node, Diags *diags)
{
    Loader state = {arena, directory, diags, NULL, node->first}, *loader = &state;
    List files = {0};
    schema_load_field(&people_field, arena, node, &files, diags);
    size_t count = files.count < DIRECTORY_PEOPLE_MAX ? files.count : DIRECTORY_PEOPLE_MAX;
    loader->people = ARENA_ARRAY(loader->arena, Therapist, count + 1);
    for (size_t i = 0; i < count; i++, loader->entry = loader->entry->next)
        person_load(loader, (const PersonFile *)files.items + i, i);
    loader->directory->people = loader->people;
    loader->directory->count = count;
}
