/* slides.h - the loop: which attract lines are shown, in which order.
 *
 * Built once for a language, week and daypart. Sections take turns so that each has a fair share. What is shown is a
 * function of seed and week: each week has the next lines of every section, in an order of its own, until all have been
 * shown. A playlist of the clinic puts its own pages first. Only lines with public: yes are used. The loop is never
 * empty: a playlist without any such line gives way to all packs, and without any line at all the home is the only
 * slide. */
#ifndef HEARTH_SLIDES_H
#define HEARTH_SLIDES_H

#include "pack/site/site.h"
#include "screen/state.h"

typedef struct Slide {
    char ref[REF_MAX];                 /* the page that it opens; "" opens the home */
    const char *line, *text, *section; /* section: title, above the line */
    ImageRef image;                    /* path NULL: none */
    Family family;
} Slide;

typedef struct Slides {
    Arena arena;
    char lang[16];
    Slide *items;
    size_t count;
    int seconds; /* that each stays; 0: as the program likes */
} Slides;

enum { SLIDES_MAX = 48 };
/* `playlist` may be NULL. */
void slides_build(Slides *slides, const Library *library, const char *lang, unsigned when, uint32_t seed, uint32_t week,
                  const Playlist *playlist);
/* Releases the slides. Accepts a zeroed one. */
void slides_free(Slides *slides);

#endif
