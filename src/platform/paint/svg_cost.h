/* svg_cost.h - SVG files that are well formed and yet would keep SDL2_image busy for minutes. */
#ifndef HEARTH_SVG_COST_H
#define HEARTH_SVG_COST_H

#include "base/fs.h"

/* False for huge numbers, which are cut into as many pieces as they are long, and for tiny dashes. Call it for files
 * that svg_subset_check() has passed. */
bool svg_is_quick(Bytes file);

#endif
