#include "pack/directory/directory.h"

#include <string.h>

#define DIRECTORY_KEY(NAME, key, words) key,
const char *const directory_group_keys[] = {DIRECTORY_GROUPS(DIRECTORY_KEY) NULL};
#undef DIRECTORY_KEY
#define DIRECTORY_WORDS(NAME, key, words) words,
const char *const directory_group_words[] = {DIRECTORY_GROUPS(DIRECTORY_WORDS) NULL};
#undef DIRECTORY_WORDS

int directory_choice(const Directory *directory, DirectoryGroup group, const char *id)
{
    const ChoiceList *choices = &directory->choices[group];
    for (size_t i = 0; i < choices->count; i++)
        if (choices->items[i].id && strcmp(choices->items[i].id, id) == 0) return (int)i;
    return -1;
}

int directory_find(const Directory *directory, const char *id)
{
    for (size_t i = 0; i < directory->count; i++)
        if (strcmp(directory->people[i].id, id) == 0) return (int)i;
    return -1;
}

static bool person_fits(const Therapist *person, const DirectoryFilter *filter)
{
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
        if (filter->on[group] && !(filter->on[group] & person->has[group])) return false;
    return true;
}

size_t directory_count(const Directory *directory, const DirectoryFilter *filter)
{
    size_t count = 0;
    for (size_t i = 0; i < directory->count; i++)
        if (person_fits(&directory->people[i], filter)) count++;
    return count;
}

size_t directory_list(const Directory *directory, const DirectoryFilter *filter, size_t from, size_t max, uint16_t *out)
{
    CHECK((unsigned)filter->sort < DIRECTORY_SORTS);
    const uint16_t *order = directory->order[filter->sort];
    size_t seen = 0, count = 0;
    for (size_t i = 0; i < directory->count && count < max; i++) {
        if (!person_fits(&directory->people[order[i]], filter)) continue;
        if (seen++ >= from) out[count++] = order[i];
    }
    return count;
}

static DirectoryFilter filter_without(const DirectoryFilter *filter, DirectoryGroup group)
{
    DirectoryFilter without = *filter;
    without.on[group] = 0;
    return without;
}

void directory_counts(const Directory *directory, const DirectoryFilter *filter, DirectoryGroup group,
                      size_t counts[DIRECTORY_CHOICES_MAX])
{
    DirectoryFilter others = filter_without(filter, group);
    memset(counts, 0, DIRECTORY_CHOICES_MAX * sizeof(counts[0]));
    for (size_t i = 0; i < directory->count; i++) {
        if (!person_fits(&directory->people[i], &others)) continue;
        for (size_t choice = 0; choice < directory->choices[group].count; choice++)
            counts[choice] += directory->people[i].has[group] >> choice & 1;
    }
}

size_t directory_count_without(const Directory *directory, const DirectoryFilter *filter, DirectoryGroup group)
{
    DirectoryFilter without = filter_without(filter, group);
    return directory_count(directory, &without);
}

int filter_group_count(const DirectoryFilter *filter)
{
    int count = 0;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) count += filter->on[group] != 0;
    return count;
}

int filter_choice_count(const DirectoryFilter *filter)
{
    int count = 0;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
        for (uint64_t on = filter->on[group]; on; on &= on - 1) count++;
    return count;
}
