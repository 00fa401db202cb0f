/* site_load.h - what the site_*.c and directory_*.c files share. */
#ifndef HEARTH_SITE_LOAD_H
#define HEARTH_SITE_LOAD_H

#include "pack/pack_load.h"
#include "pack/site/site.h"

#define DIRECTORY_FILE "therapists.yaml"
#define TABLE_FILE "therapists.csv"
#define PEOPLE_KEY "therapists" /* of therapists.yaml */

/* site.yaml as it stands in the file. */
typedef struct SiteFile {
    Site site;
    int format, kind;
    const YNode *welcome;
} SiteFile;

/* As site_open(), but returns what could be read, for the checker; NULL without a map to read. `name` is the folder's
 * in reports. */
MUST_USE Site *site_read(const char *dir, const char *name, Diags *diags);
/* A list of texts, each in every language, of at most `max` characters. */
List *said_list_load(Arena *arena, const YNode *node, const char *key, int max, size_t *count, Diags *diags);
/* A person of therapists.yaml, or a row of therapists.csv. */
extern const Schema therapist_schema;
/* Fills in directory->people from a list of them. */
void people_load(Arena *arena, Directory *directory, const YNode *node, Diags *diags);
/* The id of a person who was given none: "amara-osei" of "Amara Osei"; "" of a name without letters a to z. In `arena`.
 */
const char *person_id(Arena *arena, const char *name);
/* The place of a key of a person in the file; of the person if it is not there. */
Mark person_place(const YNode *entry, const char *key);
/* lenient.c: what was meant, where that is safe to say. */
/* A telephone number of ten digits, or eleven from 1 on, in the usual form, whatever stood between them:
 * "416-555-0101", with its extension as " x 12". Other texts come back as they are; NULL for NULL. In `arena`. */
const char *phone_usual(Arena *arena, const char *phone);
/* How many digits stand in it before any extension. */
int phone_digits(const char *phone);
/* True if it has as many digits as a number in North America (10, or 11 from 1 on), a short one such as 2-1-1, or one
 * with the code of another country. */
bool phone_is_whole(const char *phone);
/* True if `folded` (text_fold()) is the name of a language in English, in French or in itself. */
bool lang_is_called(Arena *scratch, const char *lang, const char *folded);
/* The code of the interface's language that `text` names ("English"), or `text`. */
const char *lang_meant(const char *text);
/* "1.2" or "1,2" to tenths; false for anything but a number below 10,000 with at most one digit behind the point. */
bool tenths_read(const char *text, int *out);
/* "180", "60-150", "60 to 150", "$60–$150". */
bool fee_read(const char *text, int *from, int *to);

#endif
