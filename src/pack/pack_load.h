/* pack_load.h - what pack/ shares within itself: reading packs and pages for the kiosk and for the checker. */
#ifndef HEARTH_PACK_LOAD_H
#define HEARTH_PACK_LOAD_H

#include "base/fs.h"
#include "pack/questions.h"
#include "pack/support_sign.h"

enum { PACK_FORMAT = 1, READING_GRADE_DEFAULT = 8 };

/* Files of a language folder that are not pages of a section: "crisis.yaml" and so on. */
#define PACK_WORDS_FILE "pack.yaml"
#define CRISIS_ID "crisis"
#define REFLECTION_ID "reflection"
#define READY_ID "ready"
#define SUPPORT_ID "support"

#define PICTURE_PATH_HINT "write it from the pack's folder on, such as images/03-anxious.svg"

extern const Schema pack_schema, words_schema, page_schema, reflection_schema, ready_schema, support_schema;

/* LANG/support.yaml; see support.h. */
typedef struct SupportFile {
    TextList phrases;
    List roles, signs; /* SupportRole, SupportSign */
    TextList harmless; /* phrases whose words are no danger: "my back is killing me" */
} SupportFile;

/* Reads pack.yaml and each LANG/pack.yaml as far as they can be read; what a problem touched is left out. Problems of
 * languages that are drafts go to `draft_diags`. NULL only when there is no pack.yaml to go by. */
MUST_USE Pack *pack_read(const char *dir, Diags *diags, Diags *draft_diags);
/* The last component of the folder's path, which problems are reported under: "relationships". In `arena`. */
const char *pack_folder_name(Arena *arena, const char *dir);
/* "en/anxious.yaml" */
const char *pack_page_file(Arena *arena, const char *lang, const char *id);

/* Lower-case letters, digits and hyphens, PACK_ID_MAX at most: safe as a part of a file name. */
bool pack_id_is_valid(const char *id);
/* "en", "zh-Hans": safe as a folder's name. */
bool pack_lang_is_valid(const char *lang);

/* Applies structure_rules(). */
void pack_check_structure(const Pack *pack, const char *name, Diags *diags);

/* True if `text` is one of the list. */
bool text_list_has(const TextList *list, const char *text);
/* Where each page id stands, sorted, for pack_find(). */
struct PageIndex *page_index_new(Arena *arena, const Pack *pack);

/* As page_load(), but whatever could be read is returned, so that the checker can go on; NULL only without a map to
 * read. `root`, the tree that it came from, may be NULL. */
MUST_USE Page *page_read(Arena *arena, const char *path, const char *name, const char *id, const char *lang,
                         const YNode **root, Diags *diags);
/* What people read in the blocks of a list of PagePart, block by block. */
typedef void ProseFn(const void *context, Mark at, const char *text);
/* Calls `prose` for each text of the parts that visitors read. */
void parts_each_prose(const List *parts, const char *lang, const void *context, ProseFn *prose);

/* A part as it stands in a file, whose blocks are still to be loaded. */
typedef struct PartFile {
    PagePart part;
    const YNode *blocks;
} PartFile;
extern const Schema part_schema;
/* List of PartFile to List of PagePart. */
List parts_load(Arena *arena, const List *files, Diags *diags);

/* As page_read(). */
MUST_USE Questions *reflection_read(Arena *arena, const char *path, const char *name, const YNode **root, Diags *diags);
/* As page_read(), of the questions of "Ready to start?". */
MUST_USE Questions *ready_read(Arena *arena, const char *path, const char *name, const YNode **root, Diags *diags);

#endif
