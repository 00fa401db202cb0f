/* widget.h - the parts that screens are made of, drawn as in the design's parts sheet.
 *
 * Each records its items and its node into a scene and returns its size where that follows from its words. State
 * (pressed, focused) comes from the scene. */
#ifndef HEARTH_WIDGET_H
#define HEARTH_WIDGET_H

#include "gfx/scene.h"
#include "gfx/theme.h"

/* What a widget needs to know to draw. */
typedef struct Look {
    Scene *scene;
    TextEngine *text;
    const Theme *theme;
    const Viewport *viewport;
    const char *lang;
    int text_step;
} Look;

/* Returns a length in u as whole pixels. */
int px(const Look *look, double u);

/* Lays out text in a style, wrapped at `width_px` (0: one line) and cut after `max_lines` (0: never). Words that would
 * be cut are set smaller first. Lives as long as the frame. Boxes and heights here and below are in pixels. */
const TextLayout *look_layout(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines);
int draw_text(const Look *look, TypeStyle style, const char *text, Rect box, Color color); /* wraps; returns height */
/* As draw_text, cut after `max_lines`. */
int draw_text_max(const Look *look, TypeStyle style, const char *text, Rect box, Color color, int max_lines);
/* As draw_text_max, and it is read aloud: its own node. Returns its height. */
int draw_prose(const Look *look, NodeRole role, TypeStyle style, const char *text, Rect box, Color color,
               int max_lines);
/* Draws the lines of a layout, the first at x, y. Returns their height. */
int draw_layout(const Look *look, const TextLayout *layout, int x, int y, Color color);
/* Returns the height of what draw_text_max() would draw. */
int text_height(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines);
/* True if it can stand there whole; max_lines 0: any number. */
bool text_fits(const Look *look, TypeStyle style, const char *text, int width_px, int max_lines);
int text_width(const Look *look, TypeStyle style, const char *text); /* on one line */
/* Returns the height of one line of a style, in the visitor's text step. */
int style_line_px(const Look *look, TypeStyle style);
/* One line centred in the box, both ways; at most as wide as the box. */
void draw_text_centred(const Look *look, TypeStyle style, const char *text, Rect box, Color color);
/* One line at the left edge, centred vertically. */
void draw_text_middle(const Look *look, TypeStyle style, const char *text, Rect box, Color color);

void draw_text_end(const Look *look, TypeStyle style, const char *text, Rect box, Color color); /* at the right edge */

typedef struct Button {
    const char *id, *label; /* label NULL: icon only, and `spoken` is read */
    const char *spoken;
    const char *icon; /* before the label; NULL: none */
    const char *icon_after;
    const char *trailing; /* meta text at the far end, or NULL */
    bool primary, disabled, large;
    bool said; /* it names something to read, and Listen says it with the rest */
    Action action;
    Action hold; /* for those who hold it; kind ACTION_NONE: nothing */
    int hold_ms;
} Button;

/* Returns the natural width of a button in pixels. */
int button_width(const Look *look, const Button *button);
/* Draws at x, y; w 0 takes the natural width. Returns the width. */
int draw_button(const Look *look, const Button *button, int x, int y, int w);

typedef struct Chip {
    const char *id, *label;
    const char *spoken; /* is read instead of the label; NULL: the label */
    bool on, check;     /* check: a tick when on */
    bool said;          /* as for a button */
    Action action;
} Chip;
/* Returns the width of a chip in pixels. */
int chip_width(const Look *look, const Chip *chip);
/* Draws a chip at x, y. Returns its width. */
int draw_chip(const Look *look, const Chip *chip, int x, int y);

/* A pane of the family's tint with a picture of `side` px in the middle. */
void draw_picture_pane(const Look *look, Rect box, int radius_px, Family family, ImageRef image, int side);
/* An ordinary card ground with its edge. */
void draw_card(const Look *look, Rect box, int radius_px, Color ground);
/* The mark and the name. */
void draw_brand(const Look *look, int x, int y, int height, Color ink, bool light);

#endif
