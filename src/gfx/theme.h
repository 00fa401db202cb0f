/* theme.h - the design's tokens: colours, type, spacing, motion. One place for each number that screens share.
 *
 * Lengths are in the design unit u: 1/1080 of the display's shorter side, so one pixel on 1920 x 1080; on small
 * displays (below 720 pixels) 1/771, so that what is touched stays large enough. viewport_px() and px() turn u into
 * pixels. Names of lengths in u end in _U or _u. Contrast of every pair of colours is held by tests/unit/theme_test.c.
 */
#ifndef HEARTH_THEME_H
#define HEARTH_THEME_H

#include "base/geom.h"
#include "text/text.h"

typedef enum Shape { SHAPE_LANDSCAPE, SHAPE_PORTRAIT, SHAPE_SMALL } Shape;

/* The picture's size and what follows from it. Small is landscape with min(w, h) < 720. */
typedef struct Viewport {
    int w, h; /* logical pixels, after rotation */
    Shape shape;
    double u;         /* pixels per u */
    double px_per_mm; /* 0: not known */
} Viewport;

/* Returns the viewport of a display of w x h logical pixels. `px_per_mm` 0: the density is not known. */
Viewport viewport_make(int w, int h, double px_per_mm);
/* u to whole pixels, rounded; at least 1 for a positive length. */
int viewport_px(const Viewport *viewport, double u);

/* Spaces, by size: between things, and from an edge to what is inside. */
enum {
    SPACE_3XS_U = 4,
    SPACE_2XS_U = 6,
    SPACE_XS_U = 8,
    SPACE_S_U = 12,
    SPACE_M_U = 16,
    SPACE_L_U = 20,
    SPACE_XL_U = 24,
    SPACE_2XL_U = 28,
    SPACE_3XL_U = 32,
    SPACE_4XL_U = 40,
    SPACE_5XL_U = 48,
    SPACE_6XL_U = 64,
    SPACE_7XL_U = 96,
};

/* Sides of icons. */
enum {
    ICON_XS_U = 28,
    ICON_S_U = 30,
    ICON_M_U = 34,
    ICON_L_U = 36,
    ICON_XL_U = 44,
    ICON_2XL_U = 56,
};

/* Heights of what is touched, radii of corners, and lines. */
enum {
    BUTTON_U = 72,
    STRIP_U = 76, /* the crisis strip */
    KEY_U = 80,
    TOOL_U = 88, /* of the dock */
    RADIUS_KEY_U = 12,
    RADIUS_SMALL_U = 16,
    RADIUS_ROW_U = 20,
    RADIUS_CARD_U = 24,
    RADIUS_SHEET_U = 32,
    HAIR_U = 2,
};

/* Colour families that a pack may name (pack.yaml: colour). */
typedef enum Family {
    FAMILY_ATTACHMENT,
    FAMILY_SYMPTOMS,
    FAMILY_TREATMENT,
    FAMILY_GROWTH,
    FAMILY_LIBRARY,
    FAMILY_CRISIS,
    FAMILIES
} Family;

extern const char *const family_names[]; /* by Family, NULL-terminated */

typedef struct FamilyColors {
    Color tint, deep;
} FamilyColors;

typedef struct AttractColors {
    Color ground, text, button, on_button, dot;
} AttractColors;

typedef struct Theme {
    bool high_contrast;
    Color paper, card, sunk, line, edge, ink, ink2, primary, primary_pressed, on_primary, pressed, focus, scrim;
    Color veil; /* over what rests while accents are chosen; lighter than the scrim */
    FamilyColors family[FAMILIES];
    AttractColors attract[FAMILIES];
    Color crisis_pressed; /* ground of the crisis strip while pressed */
    Color hide_sky, hide_pill, on_hide_pill;
    Color picture_ground[FAMILIES]; /* behind illustrations: the light tint in both themes */
    Color ochre, clay;              /* quote bar, list dot */
    Color breath;                   /* the circle to breathe with; ink is written on it */
    int hair_u;                     /* card and button edges: 2, 3 in high contrast */
} Theme;

/* Returns the ordinary theme: dark ink on light paper. */
const Theme *theme_light(void);
/* Returns the theme for visitors who ask for high contrast: white and yellow on black. */
const Theme *theme_high_contrast(void);

typedef enum TypeStyle {
    TYPE_ATTRACT,
    TYPE_NUMBER_XL,
    TYPE_NUMBER_L,
    TYPE_H1,
    TYPE_H1_SMALL,
    TYPE_H2,
    TYPE_H3,
    TYPE_LEAD,
    TYPE_QUOTE,
    TYPE_READ,
    TYPE_TEXT,
    TYPE_ROW,
    TYPE_BUTTON,
    TYPE_BUTTON_L,
    TYPE_LABEL,
    TYPE_CHIP,
    TYPE_META,
    TYPE_DOCK,
    TYPE_STYLES
} TypeStyle;

typedef struct TypeSpec {
    double size_u, line_u;
    FaceRole face;
    bool grows; /* with the visitor's text size */
} TypeSpec;

/* Returns size, line height and face of a style. */
const TypeSpec *type_spec(TypeStyle style);
/* 1.0, 1.18, 1.36 for steps 0, 1, 2. */
double text_step_scale(int step);

enum {
    MOTION_PRESS_MS = 80,
    MOTION_KEY_MS = 120,
    MOTION_SCREEN_MS = 240,
    MOTION_PAGE_MS = 280,
    MOTION_ACCORDION_MS = 200,
    MOTION_OVERLAY_MS = 200,
    MOTION_TOAST_MS = 4000,
    MOTION_ATTRACT_HOLD_MS = 12000,
    MOTION_ATTRACT_FADE_MS = 900,
    MOTION_ATTRACT_FADE_REDUCED_MS = 400,
    MOTION_FRAME_MS = 16,
};

/* Easing curves over t in 0..1 (Penner's). Quick at first, slower at the end. */
double ease_out_quad(double t);
/* As ease_out_quad, quicker at first. */
double ease_out_cubic(double t);
/* Slow at both ends. */
double ease_in_out_cubic(double t);
/* Slow at both ends, and even between: for breathing. */
double ease_in_out_sine(double t);

#endif
