/* entrance.h - how a new picture comes in over the one held before it: which part of it goes where, and the mixing. */
#ifndef HEARTH_ENTRANCE_H
#define HEARTH_ENTRANCE_H

#include "base/geom.h"

/* How the scene comes in: over what was shown last, by this much (1.0: alone), from this far below. Only what is within
 * `moving` comes from below (empty: everything), so that the dock and the number in it stand still. */
typedef struct Entrance {
    double progress;
    int rise_px;
    Rect moving;
} Entrance;

/* A part of the new picture and where it is seen. As large as `from`, or (the strip that opens above a rising part)
 * one row of it, repeated. */
typedef struct Piece {
    Rect from, to;
} Piece;

enum { ENTRANCE_PIECES_MAX = 6 };

static inline bool entrance_is_running(const Entrance *entrance) { return entrance->progress < 1; }

/* The pieces cover the picture of w x h exactly, without overlapping. */
size_t entrance_pieces(const Entrance *entrance, int w, int h, Piece out[ENTRANCE_PIECES_MAX]);
/* How much of the new picture is seen: 0..256. */
unsigned entrance_share(const Entrance *entrance);
/* Mixes what is seen within `part` of piece->to into `out`, which may be the same place of `held`. `held` and `now` are
 * whole pictures, `w` wide. */
void entrance_mix(const uint32_t *held, const uint32_t *now, int w, const Piece *piece, Rect part, unsigned share,
                  uint32_t *out, int out_stride);

#endif
