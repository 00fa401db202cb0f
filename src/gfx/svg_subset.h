/* svg_subset.h - the part of SVG that Hearth draws, held before a decoder sees the file.
 *
 * Flat shapes only: svg g path rect circle ellipse line polyline polygon, with fill, stroke, opacity and transform. No
 * text, style sheets, scripts, filters, gradients, masks, embedded pictures or references: nothing that a decoder would
 * have to fetch, run or lay out, and nothing that it silently leaves out of the picture. */
#ifndef HEARTH_SVG_SUBSET_H
#define HEARTH_SVG_SUBSET_H

#include "base/diag.h"
#include "base/fs.h"

enum { SVG_FILE_BYTES_MAX = 256 * 1024, SVG_DEPTH_MAX = 16, SVG_ELEMENTS_MAX = 4000 };

enum { SVG_PROBLEMS_MAX = 20 };
/* Reports, under `name`, everything outside the subset: codes svg-xml, svg-element, svg-attribute, svg-value. Stops at
 * the first thing that makes the rest unreadable, and after SVG_PROBLEMS_MAX. False if anything was wrong. */
bool svg_subset_check(const char *name, Bytes file, Diags *diags);

#endif
