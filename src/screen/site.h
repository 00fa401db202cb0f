/* site.h - what the clinic decides: idle times, playlists, which features are on. Defaults until a site pack says
 * otherwise. */
#ifndef HEARTH_SITE_H
#define HEARTH_SITE_H

#include "pack/pack.h"

typedef struct Site {
    const char *name;     /* of the clinic; "" */
    const char *language; /* default */
    int idle_reading_s, idle_crisis_s, idle_countdown_s, idle_staff_s;
    bool reduced_motion;
} Site;

const Site *site_default(void);

#endif
