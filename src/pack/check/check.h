/* check.h - what the rules of pack_check() look at. Internal to pack/.
 *
 * A rule is one function and one row of rules[] in check.c. A file rule sees each YAML file of each language folder
 * while it is in memory; a pack rule runs once, after all files. A rule reports one code. */
#ifndef HEARTH_CHECK_H
#define HEARTH_CHECK_H

#include "pack/check/measure.h"
#include "pack/pack_load.h"
#include "yaml/source.h"

typedef enum CheckFileKind { CHECK_WORDS, CHECK_PAGE, CHECK_REFLECTION, CHECK_READY, CHECK_SUPPORT } CheckFileKind;

/* What a text is for; decides which rules look at it. */
typedef enum TextUse {
    TEXT_LABEL,    /* a title, a button, a line */
    TEXT_SENTENCE, /* a sentence or two outside the blocks: summary, intro, answer */
    TEXT_BODY,     /* prose of a block */
    TEXT_CODE,     /* goes into a QR code, where every byte counts */
} TextUse;

typedef struct CheckText {
    Mark at;
    const char *text;
    TextUse use;
} CheckText;

typedef struct CheckFile {
    CheckFileKind kind;
    const char *id, *lang;
    const char *name; /* as in reports: "relationships/en/anxious.yaml" */
    bool is_draft;
    bool is_crisis;  /* crisis.yaml */
    bool is_partial; /* something in it could not be read: what is missing proves nothing */
    size_t lang_at;  /* index among the pack's languages */
    size_t ordinal;  /* the same in each language */
    const YNode *root;
    const Source *source;       /* where its characters stand */
    const Page *page;           /* CHECK_PAGE; what could be read of it */
    const Questions *questions; /* CHECK_REFLECTION, CHECK_READY; likewise */
    const SupportFile *support; /* CHECK_SUPPORT; likewise */
    const CheckText *texts;     /* all that visitors read */
    size_t text_count;
    Measure measure; /* of a page's blocks */
} CheckFile;

/* A file that lies in the pack's folder. */
typedef struct FoundFile {
    const char *path; /* within the pack: "images/a.svg" */
    bool is_picture, used;
} FoundFile;

typedef struct FoundFiles {
    FoundFile *items; /* sorted by path once all are found */
    size_t count, capacity;
    uint64_t bytes;
} FoundFiles;

/* What was found in a language. */
typedef struct CheckLang {
    size_t public_lines; /* attract lines that may be shown */
    size_t unread;       /* pages that are missing, or could not be read in full */
    bool is_read;        /* every page was */
} CheckLang;

typedef struct Check {
    Pack *pack;
    const char *name; /* of the pack's folder, in reports */
    const CheckOptions *options;
    Diags *diags;
    Arena arena;      /* lives as long as the check */
    Arena file_arena; /* lives as long as the file */
    FoundFiles found;
    Date *source_reviewed;    /* by ordinal: the dates in the first language */
    CheckLang *langs;         /* by language */
    TextSentences *sentences; /* of the language whose files are being read */
    size_t page_count;        /* pages in the lists, in one language */
} Check;

typedef void FileRule(Check *check, const CheckFile *file);
typedef void PackRule(Check *check);

/* A place in pack.yaml or another file as a whole. */
Mark check_whole_file(Check *check, const char *path);
/* Where `part` (`length` bytes at most are compared) stands in the file, at or after the start of `text`; the start of
 * `text` if it is not found as it is, for instance because a line break or an escape comes between. */
Mark check_find(const CheckFile *file, const CheckText *text, const char *part, size_t length);
/* The place of the value of `key` in the file's outermost map, or the whole file. */
Mark check_key(const CheckFile *file, const char *key);
/* True if `id` is a page that can be linked to. */
bool check_has_page(const Check *check, const char *id);
/* True if `id` is a crisis line of the pack. */
bool check_has_contact(const Check *check, const char *id);
/* “Did you mean ...” among the pages' ids, or a plain hint. */
const char *check_page_hint(Check *check, const char *id);

/* check_texts.c: fills in file->texts. */
void check_collect_texts(Check *check, CheckFile *file);
/* check_walk.c: what lies in the folder; reports what does not belong there. */
void check_walk(Check *check);
FoundFile *check_found(Check *check, const char *path); /* NULL if there is none */
/* check_pictures.c: marks it as used, or reports that it is missing. */
void check_use_picture(Check *check, Mark at, const char *path);
/* Opens a picture file and holds it against the limits. */
void check_picture_file(Check *check, const char *path);
/* check_dates.c */

/* check_links.c */
FileRule rule_unknown_page, rule_self_link, rule_link_twice, rule_related_count, rule_unknown_tag;
/* check_lengths.c */
FileRule rule_title_words, rule_summary_words, rule_body_words, rule_long_sentence, rule_reading_grade;
FileRule rule_take_home_bytes, rule_link_address, rule_recording, rule_recording_times;
/* check_language.c, check_avoid.c, check_phone.c */
FileRule rule_exclamation, rule_straight_quote, rule_french_space, rule_no_face, rule_avoid_word, rule_phone_form;
/* check_markup.c */
FileRule rule_typed_list, rule_typed_heading, rule_typed_sign;
/* check_dates.c */
FileRule rule_reviewed_future, rule_review_due, rule_stale_translation;
PackRule rule_crisis_verified, rule_review_by;
/* check_attract.c */
FileRule rule_attract_public;
PackRule rule_no_public_line;
/* check_words.c */
FileRule rule_missing_words, rule_unknown_words, rule_same_words;
/* check_support.c */
FileRule rule_support_short, rule_support_twice, rule_support_role;
/* check_crisis.c */
PackRule rule_crisis_number, rule_crisis_first;
/* check_walk.c */
PackRule rule_orphan_page, rule_unused_picture;

#endif
