/* overlay_parts.h - what the overlay*.c files share: the card, and rows of which one is chosen. */
#ifndef HEARTH_OVERLAY_PARTS_H
#define HEARTH_OVERLAY_PARTS_H

#include "screen/frame/chrome.h"
#include "screen/frame/overlay.h"

enum { OVERLAY_CARD_U = 1120, OVERLAY_PAD_U = 56 };

/* Scrim over the screen, and the card: centred above the dock. Touching the scrim is the safe answer. */
Rect overlay_card(const View *view, const Look *look, int height, Action safe);
/* Where what can be touched stands: in the card, or where the deck takes it from. */
Rect overlay_touch_box(const View *view, Rect box);

/* One of several, with a tick on the chosen one. */
typedef struct OverlayRow {
    const char *id, *label;
    int label_px; /* the room that the labels of all the rows share */
    bool on;
    Action action;
} OverlayRow;
/* Draws it and leaves its node open; returns the room beside its label. */
Rect overlay_row(const View *view, const Look *look, Rect box, const OverlayRow *row);

/* Records the overlay that sets up switches. */
void switches_overlay(const View *view, const Look *look);

#endif
