#include "gfx/theme.h"

#include <math.h>

#define RGB(hex)                                                                                                       \
    {                                                                                                                  \
        (uint8_t)((hex) >> 16 & 0xFF), (uint8_t)((hex) >> 8 & 0xFF), (uint8_t)((hex)&0xFF), 255                        \
    }
#define RGBA(hex)                                                                                                      \
    {                                                                                                                  \
        (uint8_t)((hex) >> 24 & 0xFF), (uint8_t)((hex) >> 16 & 0xFF), (uint8_t)((hex) >> 8 & 0xFF), (hex)&0xFF         \
    }

const char *const family_names[] = {"attachment", "symptoms", "treatment", "growth", "library", "crisis", NULL};

#define PICTURE_GROUNDS                                                                                                \
    {                                                                                                                  \
        RGB(0xF4DDCD), RGB(0xDAE4E9), RGB(0xDCE7D8), RGB(0xF3E4BC), RGB(0xEADFE8), RGB(0xF7E2E1)                       \
    }

static const Theme light = {
    .paper = RGB(0xF8F3E9),
    .card = RGB(0xFFFDF8),
    .sunk = RGB(0xEFE7D8),
    .line = RGB(0xDFD4C0),
    .edge = RGB(0x8C816D),
    .ink = RGB(0x1F2E2C),
    .ink2 = RGB(0x43504D),
    .primary = RGB(0x22503F),
    .primary_pressed = RGB(0x183B2E),
    .on_primary = RGB(0xFFFDF8),
    .pressed = RGB(0xE9DFCD),
    .focus = RGB(0x1B5FA8),
    .scrim = RGBA(0x1F2E2CB8),
    .veil = RGBA(0xF8F3E9B0),
    .family =
        {
            [FAMILY_ATTACHMENT] = {RGB(0xF4DDCD), RGB(0x853A1E)},
            [FAMILY_SYMPTOMS] = {RGB(0xDAE4E9), RGB(0x2A475E)},
            [FAMILY_TREATMENT] = {RGB(0xDCE7D8), RGB(0x22503F)},
            [FAMILY_GROWTH] = {RGB(0xF3E4BC), RGB(0x634404)},
            [FAMILY_LIBRARY] = {RGB(0xEADFE8), RGB(0x573853)},
            [FAMILY_CRISIS] = {RGB(0xF7E2E1), RGB(0x811B38)},
        },
    .attract =
        {
            [FAMILY_ATTACHMENT] = {RGB(0xF4DDCD), RGB(0x1F2E2C), RGB(0x22503F), RGB(0xFFFDF8), RGB(0xC9A68F)},
            [FAMILY_SYMPTOMS] = {RGB(0x22384A), RGB(0xFBF4E6), RGB(0xDDA63A), RGB(0x1F2E2C), RGB(0x5C7488)},
            [FAMILY_TREATMENT] = {RGB(0xDCE7D8), RGB(0x1F2E2C), RGB(0x22503F), RGB(0xFFFDF8), RGB(0xA5B89F)},
            [FAMILY_GROWTH] = {RGB(0xE6E7C6), RGB(0x1F2E2C), RGB(0x22503F), RGB(0xFFFDF8), RGB(0xAEB184)},
            [FAMILY_LIBRARY] = {RGB(0xEADFE8), RGB(0x1F2E2C), RGB(0x22503F), RGB(0xFFFDF8), RGB(0xB9A5B6)},
            [FAMILY_CRISIS] = {RGB(0xF7E2E1), RGB(0x1F2E2C), RGB(0x22503F), RGB(0xFFFDF8), RGB(0xD0A9AC)},
        },
    .crisis_pressed = RGB(0xEFCFCE),
    .hide_sky = RGB(0xDCE6E4),
    .hide_pill = RGB(0x2B5145),
    .on_hide_pill = RGB(0xFFFFFF),
    .picture_ground = PICTURE_GROUNDS,
    .ochre = RGB(0xDDA63A),
    .clay = RGB(0xC4623F),
    .breath = RGB(0xB7CAD5),
    .hair_u = 2,
};

#define HC_FAMILY                                                                                                      \
    {                                                                                                                  \
        RGB(0x000000), RGB(0xFFE45C)                                                                                   \
    }
#define HC_ATTRACT                                                                                                     \
    {                                                                                                                  \
        RGB(0x000000), RGB(0xFFFFFF), RGB(0xFFE45C), RGB(0x000000), RGB(0x8A8A8A)                                      \
    }

static const Theme high_contrast = {
    .high_contrast = true,
    .paper = RGB(0x000000),
    .card = RGB(0x000000),
    .sunk = RGB(0x0D0D0D),
    .line = RGB(0xFFFFFF),
    .edge = RGB(0xFFFFFF),
    .ink = RGB(0xFFFFFF),
    .ink2 = RGB(0xFFFFFF),
    .primary = RGB(0xFFE45C),
    .primary_pressed = RGB(0xFFFFFF),
    .on_primary = RGB(0x000000),
    .pressed = RGB(0x333333),
    .focus = RGB(0xFFE45C),
    .scrim = RGBA(0x000000E0),
    .veil = RGBA(0x000000B0),
    .family = {HC_FAMILY, HC_FAMILY, HC_FAMILY, HC_FAMILY, HC_FAMILY, HC_FAMILY},
    .attract = {HC_ATTRACT, HC_ATTRACT, HC_ATTRACT, HC_ATTRACT, HC_ATTRACT, HC_ATTRACT},
    .crisis_pressed = RGB(0x333333),
    .hide_sky = RGB(0xDCE6E4),
    .hide_pill = RGB(0x2B5145),
    .on_hide_pill = RGB(0xFFFFFF),
    .picture_ground = PICTURE_GROUNDS,
    .ochre = RGB(0xFFE45C),
    .clay = RGB(0xFFE45C),
    .breath = RGB(0x333333),
    .hair_u = 3,
};

const Theme *theme_light(void) { return &light; }

const Theme *theme_high_contrast(void) { return &high_contrast; }

enum { SMALL_BELOW_PX = 720 };

Viewport viewport_make(int w, int h, double px_per_mm)
{
    int shorter = int_min(w, h);
    Viewport viewport = {.w = w, .h = h, .px_per_mm = px_per_mm};
    viewport.shape = h > w ? SHAPE_PORTRAIT : shorter < SMALL_BELOW_PX ? SHAPE_SMALL : SHAPE_LANDSCAPE;
    viewport.u = shorter / (shorter < SMALL_BELOW_PX ? 771.0 : 1080.0);
    return viewport;
}

int viewport_px(const Viewport *viewport, double u)
{
    int rounded = (int)floor(u * viewport->u + 0.5);
    return u > 0 && rounded < 1 ? 1 : rounded;
}

static const TypeSpec type_specs[TYPE_STYLES] = {
    [TYPE_ATTRACT] = {104, 112, FACE_HEAD_MEDIUM, false},  [TYPE_NUMBER_XL] = {160, 182, FACE_HEAD_SEMIBOLD, false},
    [TYPE_NUMBER_L] = {80, 92, FACE_HEAD_SEMIBOLD, false}, [TYPE_H1] = {68, 78, FACE_HEAD_MEDIUM, false},
    [TYPE_H1_SMALL] = {56, 64, FACE_HEAD_MEDIUM, false},   [TYPE_H2] = {42, 50, FACE_HEAD_MEDIUM, true},
    [TYPE_H3] = {36, 44, FACE_HEAD_SEMIBOLD, true},        [TYPE_LEAD] = {38, 54, FACE_BODY_REGULAR, true},
    [TYPE_QUOTE] = {40, 52, FACE_HEAD_ITALIC, true},       [TYPE_READ] = {34, 51, FACE_BODY_REGULAR, true},
    [TYPE_TEXT] = {30, 42, FACE_BODY_REGULAR, true},       [TYPE_ROW] = {32, 39, FACE_BODY_SEMIBOLD, false},
    [TYPE_BUTTON] = {28, 34, FACE_BODY_SEMIBOLD, false},   [TYPE_BUTTON_L] = {34, 42, FACE_BODY_SEMIBOLD, false},
    [TYPE_LABEL] = {24, 32, FACE_BODY_SEMIBOLD, false},    [TYPE_CHIP] = {26, 32, FACE_BODY_MEDIUM, false},
    [TYPE_META] = {24, 32, FACE_BODY_REGULAR, false},      [TYPE_DOCK] = {22, 25, FACE_BODY_MEDIUM, false},
};

const TypeSpec *type_spec(TypeStyle style)
{
    CHECK((unsigned)style < TYPE_STYLES);
    return &type_specs[style];
}

double text_step_scale(int step)
{
    static const double scales[] = {1.0, 1.18, 1.36};
    return scales[int_clamp(step, 0, 2)];
}

double ease_out_quad(double t) { return 1 - (1 - t) * (1 - t); }

double ease_out_cubic(double t) { return 1 - pow(1 - t, 3); }

double ease_in_out_cubic(double t) { return t < 0.5 ? 4 * t * t * t : 1 - pow(-2 * t + 2, 3) / 2; }

double ease_in_out_sine(double t) { return (1 - cos(3.14159265358979323846 * t)) / 2; }
