/* scene.h - what a screen shows and what can be done there: one list, five uses.
 *
 * A screen records items (boxes, lines of text, pictures) and nodes (what can be read, touched and focused,
 * in reading order). The same scene is painted, hit-tested, tabbed through, read aloud, dumped as text for
 * tests and audited. Screens are laid out left to right; scene_mirror() turns the whole for a right-to-left
 * language. Coordinates are whole pixels from the top left. All memory is the arena's. */
#ifndef HEARTH_SCENE_H
#define HEARTH_SCENE_H

#include <stdio.h>

#include "base/arena.h"
#include "base/geom.h"
#include "gfx/action.h"
#include "text/text.h"

typedef enum ItemKind {
    ITEM_BOX,   /* rounded rectangle: fill and edge; radius of half the height makes a pill or circle */
    ITEM_ARC,   /* part of a ring inscribed in the box: `fill` is its colour, edge_px its thickness */
    ITEM_TEXT,  /* one line; box is as wide as the line and as high as the line box */
    ITEM_IMAGE, /* a picture scaled to fit the box, centred; fill tints it when opaque (icons) */
    ITEM_CODE,  /* a QR code: modules in black on white, quiet zone included in the box */
} ItemKind;

/* A picture, named by file. Paths of a pack are absolute; built-in ones are "icon:home" and "art:mark". */
typedef struct ImageRef {
    const char *path;
    bool mirror; /* flipped left to right when the scene is mirrored: the picture tells a direction */
} ImageRef;

typedef struct SceneItem {
    ItemKind kind;
    Rect box;
    Color fill, edge;
    int edge_px, radius_px;
    uint8_t opacity;             /* 255 opaque; 102 for disabled */
    int clip;                    /* index into clips, -1: none */
    int node;                    /* the node it belongs to, -1: none (decoration) */
    const TextLine *line;        /* ITEM_TEXT */
    ImageRef image;              /* ITEM_IMAGE */
    bool flipped;                /* ITEM_IMAGE: painted mirrored */
    double arc_start, arc_sweep; /* ITEM_ARC: in turns, clockwise from the top */
    const uint8_t *modules;      /* ITEM_CODE: size * size bytes, 1 is black */
    int module_count;            /* modules along one side, without the quiet zone of 4 */
    bool marks;                  /* ITEM_BOX: behind words that are read aloud; a line may stand on it in part */
    bool may_clip;               /* audited text that is meant to be cut by its clip (a page in motion), or to be
                                 shortened (words round a match) */
} SceneItem;

typedef enum NodeRole {
    NODE_TEXT,
    NODE_HEADING,
    NODE_IMAGE,
    NODE_BUTTON,
    NODE_CHIP,
    NODE_TOGGLE,
    NODE_CARD,
    NODE_ROW,
    NODE_KEY,
    NODE_PAGER,
    NODE_GROUND, /* a whole-screen target behind others (attract, scrim): touched, never focused */
} NodeRole;

typedef struct SceneNode {
    NodeRole role;
    const char *id;        /* stable within a screen, for focus, scripts and goldens: "dock.hide" */
    const char *label;     /* what is read aloud; "" for decoration */
    const char *lang;      /* of the label, if not the screen's; else NULL */
    const char *aloud;     /* what Listen reads instead of the label: words that are folded away, what a picture shows.
                            * NULL: the label. Buttons, chips and toggles are read only if they have it. */
    bool aside;            /* Listen passes over it: what stands beside the page */
    const char *continues; /* NULL, or what joins it (" " or "") to the text that ends the page before */
    Rect area;             /* what can be touched */
    Rect shape;            /* what is seen: the focus ring goes round this */
    int radius_px;         /* of the shape */
    Action action;         /* on release inside, or Enter */
    Action hold;           /* after hold_ms of an unmoved press */
    int hold_ms;
    int repeat_ms;    /* while the finger stays, the hold acts again this often; 0: once */
    bool hold_slides; /* after the hold the finger may slide to what has come up, and lift there */
    bool disabled, selected, focused, pressed;
    bool mirrored; /* laid out from right to left; a page in a language of the other direction is not */
    int layer;     /* 0: the screen; 1: an overlay, above which only layer-1 nodes and `always` ones act */
    bool always;   /* dock and crisis strip: live even under an overlay */
    int clip;      /* as for items; what is outside cannot be touched */
} SceneNode;

typedef struct Scene {
    Arena *arena;
    int w, h;
    Color ground;
    SceneItem *items;
    size_t item_count, item_capacity;
    SceneNode *nodes;
    size_t node_count, node_capacity;
    Rect *clips;
    size_t clip_count, clip_capacity;
    int open_clip, open_node, open_layer;
    const char *open_focus;   /* id of the focused node: its widgets draw themselves so */
    const char *open_pressed; /* id of the pressed node */
    int64_t wake_ms;          /* when it would look different without any input; INT64_MAX: never */
    bool mirrored;
    const char *lang;
} Scene;

/* Starts an empty scene of w x h. `arena` must outlive it. */
void scene_begin(Scene *scene, Arena *arena, int w, int h, Color ground, const char *lang);

/* Records a box with round corners. This and the next six return the new item, to adjust before the next call. */
SceneItem *scene_box(Scene *scene, Rect box, Color fill, int radius_px);
/* As scene_box, with an edge of `edge_px` inside the box. */
SceneItem *scene_framed_box(Scene *scene, Rect box, Color fill, int radius_px, Color edge, int edge_px);
/* Records part of a ring; start and sweep are in turns, clockwise from the top. */
SceneItem *scene_arc(Scene *scene, Rect box, Color color, int thickness_px, double start, double sweep);
/* Records one line of text, its line box `line_px` high with its top left corner at x, y. `line` is kept, not copied.
 */
SceneItem *scene_line(Scene *scene, const TextLine *line, int x, int y, int line_px, Color color);
/* Records a picture scaled to fit the box. The path is kept, not copied. */
SceneItem *scene_image(Scene *scene, Rect box, ImageRef image);
/* Records the icon of that name ("home") in one colour. The name is copied. */
SceneItem *scene_icon(Scene *scene, Rect box, const char *name, Color color);
/* Records a QR code of module_count * module_count bytes, 1 for black. `modules` is kept, not copied. */
SceneItem *scene_code(Scene *scene, Rect box, const uint8_t *modules, int module_count);

/* Opens a node: items recorded until scene_node_end belong to it. Text of `node` is kept as it is (copy it
 * into the scene's arena first). focused and pressed are filled in. Returns its index. */
int scene_node(Scene *scene, SceneNode node);
/* Closes the node that scene_node() opened. */
void scene_node_end(Scene *scene);
/* A node of text that is already drawn or drawn next: for reading order. */
int scene_text_node(Scene *scene, NodeRole role, const char *label, Rect area);

/* Puts a box in front of item number `at`, which it is painted before. Returns it, to adjust before the next call. */
SceneItem *scene_insert_box(Scene *scene, size_t at, Rect box, Color fill, int radius_px);

void scene_push_clip(Scene *scene, Rect clip);   /* intersects with the open one */
void scene_pop_clip(Scene *scene, int previous); /* `previous`: open_clip before the push */

/* Appends a copy of all of `part` (recorded in the same arena, or one that lives as long) moved by dx, dy. */
void scene_append(Scene *scene, const Scene *part, int dx, int dy);
/* The scene will look different at this time. */
void scene_wake_at(Scene *scene, int64_t ms);
/* Mirrors every box about the middle; lines of text keep their inner order; flips pictures that say so. */
void scene_mirror(Scene *scene);
/* Draws the focus ring of the focused node on top. Called once, last. */
void scene_focus_ring(Scene *scene, Color color, int thickness_px, int gap_px);

/* The node under a point that can be touched, topmost first; -1: none. */
int scene_hit(const Scene *scene, int x, int y);
int scene_find_node(const Scene *scene, const char *id); /* -1: none */
bool scene_node_acts(const Scene *scene, int node);      /* does something now when it is touched: also a ground */
bool scene_node_is_target(const Scene *scene, int node); /* can be focused and pressed now */
/* The next (step 1) or previous (-1) target after node `from` (-1: none yet), wrapping; -1 if there is none. */
int scene_next_target(const Scene *scene, int from, int step);
/* The nearest target in direction dx, dy (one of them 0, the other 1 or -1); -1 if there is none. */
int scene_target_towards(const Scene *scene, int from, int dx, int dy);

/* A text form of items and nodes for goldens: one a line. */
void scene_dump(const Scene *scene, FILE *out);

#endif
