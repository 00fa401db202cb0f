/* raster_shape.c - rounded boxes and rings, smooth by how far each pixel's middle lies from the outline. */
#include <math.h>

#include "platform/paint/raster.h"

/* Coverage 0..255 of a pixel whose middle lies this far outside (negative: inside) an outline. */
static uint32_t coverage_at(double outside_px)
{
    if (outside_px >= 0.5) return 0;
    if (outside_px <= -0.5) return 255;
    return (uint32_t)((0.5 - outside_px) * 255.0 + 0.5);
}

static uint32_t *pixel_at(const Raster *raster, int x, int y)
{
    return raster->pixels + (size_t)y * (size_t)raster->w + x;
}

/* Fill and edge share a pixel: `outer` of it lies within the box, `inner` within the edge's inner side. */
static void pixel_paint(uint32_t *pixel, const BoxShape *shape, uint32_t outer, uint32_t inner)
{
    uint32_t fill = alpha_product(inner, shape->fill.a), edge = alpha_product(outer - inner, shape->edge.a);
    uint32_t alpha = fill + edge;
    if (alpha == 0) return;
    Color mixed = {
        (uint8_t)((shape->fill.r * fill + shape->edge.r * edge) / alpha),
        (uint8_t)((shape->fill.g * fill + shape->edge.g * edge) / alpha),
        (uint8_t)((shape->fill.b * fill + shape->edge.b * edge) / alpha),
        255,
    };
    *pixel = pixel_mix(*pixel, color_pixel(mixed), alpha > 255 ? 255 : alpha);
}

/* How many pixels, counted sideways from the centre, have their middle within `radius`, at `dy` from it. */
static int half_chord(double radius, double dy)
{
    double squared = radius * radius - dy * dy;
    return radius > 0 && squared > 0 ? (int)(sqrt(squared) + 0.5) : 0;
}

static double distance(double x, double y) { return sqrt(x * x + y * y); }

/* The curved ends of one row that crosses the corners; `dy` is the distance of its middle from the corners' centres. */
static void box_corner_row(const Raster *raster, Rect clip, const BoxShape *shape, int y, double dy)
{
    const Rect box = shape->box;
    const int radius = shape->radius_px, inner_radius = radius - shape->edge_px;
    const int left = box.x + radius, right = box.x + box.w - radius; /* the corners' centres */
    const int solid = inner_radius > 0 ? half_chord(inner_radius - 0.5, dy) : 0;
    const int reach = int_min(radius, half_chord(radius + 0.5, dy));
    raster_fill(raster, clip, (Rect){left - solid, y, solid, 1}, shape->fill);
    raster_fill(raster, clip, (Rect){right, y, solid, 1}, shape->fill);
    for (int i = solid; i < reach; i++) { /* i pixels out from the centres, on both sides */
        double out = distance(i + 0.5, dy);
        uint32_t outer = coverage_at(out - radius);
        uint32_t inner = inner_radius > 0 ? coverage_at(out - inner_radius) : 0;
        if (rect_contains(clip, left - 1 - i, y)) pixel_paint(pixel_at(raster, left - 1 - i, y), shape, outer, inner);
        if (rect_contains(clip, right + i, y)) pixel_paint(pixel_at(raster, right + i, y), shape, outer, inner);
    }
}

static void box_row(const Raster *raster, Rect clip, const BoxShape *shape, int y)
{
    const Rect box = shape->box;
    const int edge = shape->edge_px, radius = shape->radius_px, down = y - box.y, up = box.y + box.h - 1 - y;
    int inset = 0; /* what the corners take of this row at each end */
    if (down < radius || up < radius) {
        inset = radius;
        box_corner_row(raster, clip, shape, y, radius - int_min(down, up) - 0.5);
    }
    if (down < edge || up < edge) {
        raster_fill(raster, clip, (Rect){box.x + inset, y, box.w - 2 * inset, 1}, shape->edge);
        return;
    }
    const int side = int_max(0, edge - inset); /* of the edge, outside the corners */
    raster_fill(raster, clip, (Rect){box.x + inset, y, side, 1}, shape->edge);
    raster_fill(raster, clip, (Rect){box.x + inset + side, y, box.w - 2 * (inset + side), 1}, shape->fill);
    raster_fill(raster, clip, (Rect){box.x + box.w - inset - side, y, side, 1}, shape->edge);
}

void raster_box(const Raster *raster, Rect clip, const BoxShape *shape)
{
    Rect area = rect_intersect(rect_intersect(clip, shape->box), (Rect){0, 0, raster->w, raster->h});
    if (rect_is_empty(area)) return;
    BoxShape exact = *shape;
    int half = int_min(shape->box.w, shape->box.h) / 2;
    exact.radius_px = int_clamp(shape->radius_px, 0, half);
    exact.edge_px = shape->edge.a > 0 ? int_clamp(shape->edge_px, 0, half) : 0;
    for (int y = area.y; y < area.y + area.h; y++) box_row(raster, area, &exact, y);
}

typedef struct Arc {
    double cx, cy, radius, half_thickness; /* of the middle of the band */
    double start_x, start_y, end_x, end_y; /* unit vectors to its ends */
    bool whole, wide;                      /* a closed ring; more than half of one */
} Arc;

static Arc arc_make(Rect box, int thickness_px, double start, double sweep)
{
    const double turn = 6.283185307179586;
    double half = thickness_px / 2.0;
    return (Arc){
        .cx = box.x + box.w / 2.0,
        .cy = box.y + box.h / 2.0,
        .radius = int_min(box.w, box.h) / 2.0 - half,
        .half_thickness = half,
        .start_x = sin(start * turn),
        .start_y = -cos(start * turn),
        .end_x = sin((start + sweep) * turn),
        .end_y = -cos((start + sweep) * turn),
        .whole = sweep >= 1,
        .wide = sweep > 0.5,
    };
}

/* How far a point (from the centre) lies outside the arc. */
static double arc_outside(const Arc *arc, double x, double y)
{
    double band = fabs(distance(x, y) - arc->radius) - arc->half_thickness;
    if (arc->whole) return band;
    bool after_start = arc->start_x * y - arc->start_y * x >= 0;
    bool before_end = arc->end_x * y - arc->end_y * x <= 0;
    if (arc->wide ? after_start || before_end : after_start && before_end) return band;
    double to_start = distance(x - arc->start_x * arc->radius, y - arc->start_y * arc->radius);
    double to_end = distance(x - arc->end_x * arc->radius, y - arc->end_y * arc->radius);
    return fmin(to_start, to_end) - arc->half_thickness;
}

void raster_arc(const Raster *raster, Rect clip, Rect box, int thickness_px, double start, double sweep, Color color)
{
    Rect area = rect_intersect(rect_intersect(clip, box), (Rect){0, 0, raster->w, raster->h});
    if (sweep <= 0 || color.a == 0) return;
    Arc arc = arc_make(box, thickness_px, start, sweep);
    const double hole = fmax(0, arc.radius - arc.half_thickness - 1), rim = arc.radius + arc.half_thickness + 1;
    for (int y = area.y; y < area.y + area.h; y++) {
        double dy = y + 0.5 - arc.cy;
        for (int x = area.x; x < area.x + area.w; x++) {
            double dx = x + 0.5 - arc.cx, squared = dx * dx + dy * dy;
            if (squared < hole * hole || squared > rim * rim) continue;
            uint32_t alpha = alpha_product(coverage_at(arc_outside(&arc, dx, dy)), color.a);
            uint32_t *pixel = pixel_at(raster, x, y);
            *pixel = pixel_mix(*pixel, color_pixel(color), alpha);
        }
    }
}
