/* pack.h - a content pack: a folder of YAML and pictures, checked and read.
 *
 * Structure (pack.yaml) is read at once; pages are read when they are wanted, so that 10,000 pages start as
 * quickly as ten. Nothing outside pack/ may keep a pointer into a Pack across frames: keep ids. */
#ifndef HEARTH_PACK_H
#define HEARTH_PACK_H

#include "block/block.h"

enum { PACK_LANGS_MAX = 24, PACK_ID_MAX = 64, REF_MAX = 2 * PACK_ID_MAX + 2 };

typedef struct AttractLine {
    const char *line, *text;
    bool public_room; /* public: yes, fit for a room with children in it; only these are shown */
    unsigned when;    /* bit set of AttractWhen; 0: any time */
    Mark at;
} AttractLine;

typedef enum AttractWhen { WHEN_MORNING, WHEN_EVENING, WHEN_WINTER, WHEN_SPRING, WHEN_SUMMER, WHEN_AUTUMN } AttractWhen;
extern const char *const attract_when_names[];

typedef struct PagePart {
    const char *title;
    List blocks; /* of Block */
    Mark at;
} PagePart;

/* When a sentence of a recording begins. */
typedef struct AudioTime {
    const char *at;    /* "1:07.5" */
    const char *words; /* that it begins with */
    Mark mark;
} AudioTime;
/* -1: it is no such time. */
int64_t audio_time_ms(const char *at);

typedef struct Page {
    const char *id;
    const char *lang;                          /* in which it is written: the wanted one, or the pack's first */
    const char *title, *also, *line, *summary; /* line: a few words for its card, or NULL */
    List attract;                              /* AttractLine */
    Date reviewed;
    const char *reviewed_by;
    TextList sources, related, tags;
    TextList find;         /* words that the search knows it by beside its own */
    const char *take_home; /* what its QR code carries */
    const char *audio;     /* a recording of it, relative to the pack, or NULL */
    List audio_times;      /* AudioTime, in order */
    const char *link;      /* a public address for the QR instead, or NULL */
    List parts;            /* PagePart */
    int words;             /* in its body; see page_minutes() */
    Mark at;
} Page;

typedef struct PageEntry {
    const char *id, *image; /* image relative to the pack, or NULL */
    bool mirror;            /* the picture tells a direction: it is flipped where words run from right to left */
    Mark at;
} PageEntry;

typedef struct Section {
    const char *id, *image;
    bool mirror; /* as of a page */
    int family;  /* Family */
    List pages;  /* PageEntry */
    Mark at;
} Section;

typedef struct CrisisEntry {
    const char *id, *number;
    const char *verified; /* "" or a date: the day a person called it */
    Date review_by;
    Mark at;
} CrisisEntry;

/* Titles and lines of one language (LANG/pack.yaml). */
typedef struct SectionWords {
    const char *id, *title, *line, *intro;
} SectionWords;
typedef struct CrisisWords {
    const char *id, *name, *note;
} CrisisWords;
typedef struct TagWords {
    const char *id, *title;
} TagWords;
typedef struct PackWords {
    const char *lang;
    const char *title, *summary;
    List sections; /* SectionWords */
    SectionWords articles, library;
    List tags;           /* TagWords */
    List crisis;         /* CrisisWords */
    TextList same_words; /* each "alone, lonely, loneliness": words that mean the same to the search */
} PackWords;

/* Files of questions that a language folder may have (questions.h). */
typedef enum QuestionsKind { QUESTIONS_REFLECTION, QUESTIONS_READY, QUESTIONS_KINDS } QuestionsKind;

typedef struct Pack {
    Arena arena;
    const char *dir;
    uint32_t generation; /* different for every pack_open() in a process */
    const char *id, *version;
    TextList languages, drafts;
    int reading_grade;
    List sections;    /* Section */
    List articles;    /* PageEntry */
    List crisis;      /* CrisisEntry */
    PackWords *words; /* one for each of languages, in order; a draft that failed to load is zero */
    bool has_crisis_page, has_ready, has_reflection;
    TextList hidden; /* pages that were taken out by pack_hide() */
    struct PageIndex *index;
    const struct Questions *questions[QUESTIONS_KINDS][PACK_LANGS_MAX]; /* by language; read when first asked for */
    bool questions_read[QUESTIONS_KINDS][PACK_LANGS_MAX];
    struct PageCache *cache;
} Pack;

/* Reads a pack's structure and titles, not its pages. NULL if there is an error. The caller owns it. */
MUST_USE Pack *pack_open(const char *dir, Diags *diags);
void pack_close(Pack *pack); /* accepts NULL */

/* The page `id` in `lang`, or in the pack's first language where there is none (then page->lang differs).
 * NULL if it cannot be read in either. Valid until `PAGE_CACHE_MAX` other pages have been asked for. */
enum { PAGE_CACHE_MAX = 64 };
/* The page; see above for what it falls back to, and for how long it is valid. */
const Page *pack_page(Pack *pack, const char *id, const char *lang);
/* Takes a page out of the pack as it was read: out of its section or the articles, and pack_page() knows it no more. A
 * section that has no other page goes with it. False, with nothing changed, if there is no such page in a list, or no
 * other page at all. */
bool pack_hide(Pack *pack, const char *page_id);
/* True if pack_hide() would take the page out. Changes nothing. */
bool pack_may_hide(const Pack *pack, const char *page_id);
/* Loads one page file without the cache: for the checker. NULL and problems in `diags`. */
MUST_USE Page *page_load(Arena *arena, const char *path, const char *name, const char *id, const char *lang,
                         Diags *diags);

const PackWords *pack_words(const Pack *pack, const char *lang); /* falls back to the first language */
/* The words of a section in `lang`, or in the first language; NULL if neither has any. */
const SectionWords *pack_section_words(const Pack *pack, const char *section, const char *lang);
/* The same for a crisis line. */
const CrisisWords *pack_crisis_words(const Pack *pack, const char *id, const char *lang);
/* The title of a tag of articles, likewise. */
const char *pack_tag_title(const Pack *pack, const char *tag, const char *lang);
bool pack_has_lang(const Pack *pack, const char *lang); /* drafts count */
/* True if the pack says that its pages in `lang` are drafts. */
bool pack_lang_is_draft(const Pack *pack, const char *lang);

/* Where a page stands: its section (NULL for an article or a page in no list) and the entry; false if unknown. */
typedef struct PagePlace {
    const Section *section; /* NULL: an article */
    const PageEntry *entry;
    size_t index, count; /* among its section's pages, or the articles */
} PagePlace;
/* Finds where a page stands. False, and *out is not set, if the pack has no such page. */
bool pack_find(const Pack *pack, const char *page_id, PagePlace *out);
/* The section of that id, or NULL. */
const Section *pack_section(const Pack *pack, const char *section_id);
/* A picture of the pack, by its path within it: absolute, in `arena`, and whether it mirrors. A path of NULL, or one
 * that leads out of the pack, gives none (path NULL). */
ImageRef pack_image(const Pack *pack, Arena *arena, const char *relative);

/* Every schema of the pack format, for `hearth schema` and FORMAT.md. */
const Schema *const *pack_schemas(size_t *count);

typedef struct CheckOptions {
    Date today;       /* for review dates; year 0: dates are not compared */
    TextEngine *text; /* to ask whether a face has each character; NULL: not asked */
    /* True if the picture can be decoded; NULL: headers only. */
    bool (*image_decodes)(const char *path);
    const struct Site
        *site; /* the clinic's, when it is checked together with it: its lines are contacts, too; or NULL */
} CheckOptions;

/* Checks a pack folder completely: every file, every rule. Returns the pack if there is no error. */
MUST_USE Pack *pack_check(const char *dir, const CheckOptions *options, Diags *diags);

/* The i-th rule beyond the tables of fields: its code, and what it asks for. NULL past the last. */
const char *pack_rule(size_t i, const char **doc);

/* All packs that the kiosk shows together. The first is the home. */
typedef struct Library {
    Pack **packs; /* owned */
    size_t count;
} Library;

/* Closes all its packs. Accepts an empty one. */
void library_close(Library *library);
/* Overwrites the pages that were read, for when a visitor leaves. They are read anew when they are asked for. */
void library_forget_pages(Library *library);
/* Splits "pack/page"; NULL if no such pack. *id points into `ref`. A ref without '/' means the first pack. */
Pack *library_find(const Library *library, const char *ref, const char **id);

#endif
