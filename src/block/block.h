/* block.h - the kinds of block that a page is made of. One file each: block_<name>.c.
 *
 * To add one: write the file with its BlockType, and add it to BLOCKS. Schema, FORMAT.md, the checker and the
 * screens follow. In YAML a block is a map with one key, its name. */
#ifndef HEARTH_BLOCK_H
#define HEARTH_BLOCK_H

#include "block/flow.h"
#include "block/inline.h"
#include "gfx/theme.h"
#include "words/words.h"
#include "yaml/schema.h"

#define BLOCKS(X)                                                                                                      \
    X(heading)                                                                                                         \
    X(text)                                                                                                            \
    X(list)                                                                                                            \
    X(steps)                                                                                                           \
    X(quote)                                                                                                           \
    X(callout)                                                                                                         \
    X(compare)                                                                                                         \
    X(facts)                                                                                                           \
    X(picture)                                                                                                         \
    X(accordion)                                                                                                       \
    X(contact)                                                                                                         \
    X(links)                                                                                                           \
    X(breathing)

typedef struct BlockType BlockType;

typedef struct Block {
    const BlockType *type;
    Mark at;
    const void *props; /* the struct that the type's field fills */
} Block;

typedef struct ContactLine {
    const char *name, *note, *number;
} ContactLine;

typedef struct PageLink {
    const char *ref;          /* "pack/page", for ACTION_OPEN_PAGE */
    const char *title, *meta; /* meta: "Article, 3 min" or the section's title */
    ImageRef image;           /* path NULL: none */
    Family family;
    bool is_article;
} PageLink;

/* The props of a `breathing` block: how long to breathe in and out, and how many breaths. */
typedef struct Breathing {
    int in_s, out_s, rounds;
    Mark at;
} Breathing;

/* What stands between a block and the one before it. */
typedef enum BlockSpace {
    SPACE_NONE, /* nothing came before */
    SPACE_TEXT,
    SPACE_GROUND, /* something with a ground or edges of its own */
    SPACE_HEADING,
} BlockSpace;

/* What a block may ask about the world around it; answers live as long as the frame. */
typedef struct BlockWorld {
    const void *context;
    bool (*contact)(const void *context, const char *id, ContactLine *out);
    bool (*page)(const void *context, const char *id, PageLink *out);
    ImageRef (*image)(const void *context, const char *relative); /* path absolute; NULL: there is none */
} BlockWorld;

typedef struct BlockLook {
    Arena *arena; /* of the frame */
    TextEngine *text;
    const Theme *theme;
    const Viewport *viewport;
    const Words *words; /* of the page's language */
    const char *lang;   /* of the page */
    int text_step;
    int width_px;
    bool stacked;                      /* compare: columns one below the other */
    Family family;                     /* of the page's section */
    int open_accordion;                /* index on the page of the open one, -1: none */
    int page_px;                       /* height of a page, for what would not fit on one; 0: not known */
    int accordion_count, target_count; /* counted while laying out */
    BlockSpace space;                  /* of the block before, while laying out */
    const BlockWorld *world;
} BlockLook;

/* What a block's check may look at. */
typedef struct BlockCheck {
    Diags *diags;
    const char *lang;
    const void *context; /* of `has_*` */
    bool (*has_contact)(const void *context, const char *id);
    bool (*has_page)(const void *context, const char *id);
    void (*image)(const void *context, Mark at, const char *relative); /* checks the file and reports */
    /* Everything that is read as prose, for grades, words to avoid and coverage of faces. As typed: with the
     * marks of emphasis. */
    void (*prose)(const void *context, Mark at, const char *text);
} BlockCheck;

struct BlockType {
    const char *name;
    const char *doc;
    size_t props_size;
    Field value;        /* of the block's value; offset 0 in props */
    const char *sample; /* YAML of one block, as in a page: for FORMAT.md, tests and previews */
    /* Rules beyond the field table; NULL: none. */
    void (*check)(const Block *block, const BlockCheck *check);
    void (*layout)(const Block *block, BlockLook *look, Flow *flow);
};

#define BLOCK_DECLARE(name) extern const BlockType block_##name;
BLOCKS(BLOCK_DECLARE)
#undef BLOCK_DECLARE

const BlockType *const *block_types(size_t *count); /* all kinds of block, in the order of BLOCKS */
/* The kind of that name; NULL if there is none. */
const BlockType *block_type_find(const char *name);
/* Loads the block in `node` (a map with one key). false and a problem in `diags` if it is none. */
bool block_load(const YNode *node, Arena *arena, Block *out, Diags *diags);

/* Helpers shared by block files: sizes in the visitor's text step. */
int look_px(const BlockLook *look, double u);
/* Returns the size of the letters of a style in pixels, in the visitor's text step. */
int look_size_px(const BlockLook *look, TypeStyle style);
/* Returns the height of one line of a style in pixels, in the visitor's text step. */
int look_line_px(const BlockLook *look, TypeStyle style);
/* Lays out spans in the lines of a style, wrapped at `width_px`; 0: one line. Lives as long as the frame. */
const TextLayout *look_text(const BlockLook *look, TypeStyle style, Spans spans, int width_px);
/* As look_text, for text without emphasis. */
const TextLayout *look_plain(const BlockLook *look, TypeStyle style, const char *text, int width_px);
/* Text with emphasis in the style's face. */
const TextLayout *look_prose(const BlockLook *look, TypeStyle style, const char *text, int width_px);
/* One line, never broken, in a face and size of its own that do not grow. */
const TextLayout *look_label(const BlockLook *look, FaceRole face, double size_u, double line_u, const char *text);
/* Returns the height of all lines in pixels. */
int look_height(const TextLayout *layout);
/* Records the lines into `scene`, the first with its top left corner at x, y. */
void look_draw(Scene *scene, const TextLayout *layout, int x, int y, Color color);
/* The space above a block, which counts as the one before from now on. */
int look_gap(BlockLook *look, BlockSpace space);
/* A ground of the family's tint; a card with an edge in high contrast. */
void look_pane(const BlockLook *look, Scene *scene, Rect box, int radius_px, Family family);
/* The same as the ground of pieces, `pad_px` above and below them. */
const FlowGround *look_pane_ground(const BlockLook *look, Family family, double radius_u, double pad_u);
/* Adds a heading; the screen does it with TYPE_H2 for the title of a part. */
void look_heading(BlockLook *look, Flow *flow, TypeStyle style, const char *text);
/* Adds the paragraphs of `text`, the first `gap_px` below what is before. */
void look_paragraphs(const BlockLook *look, Flow *flow, TypeStyle style, const char *text, int gap_px, int between_px,
                     int indent_px, int width_px);

/* Rules for one piece of prose: passes it on, and its stars have partners. */
void check_prose(const BlockCheck *check, Mark at, const char *text);
/* As check_prose, for titles and captions, which have no emphasis. */
void check_title(const BlockCheck *check, Mark at, const char *text);
/* Joins the parts that are neither NULL nor empty to one line of sentences, in `arena`. */
const char *speech_join(Arena *arena, const char *const *parts, size_t count);

#endif
