/* volume.h - how loud this kiosk begins to read aloud, as staff have set it. */
#ifndef HEARTH_VOLUME_H
#define HEARTH_VOLUME_H

#include "staff/staff.h"

/* Sets the site's volume to the one that staff have saved in the state folder, if there is one. */
void volume_adjust(Site *site, const char *state_dir);
/* Percent; -1: this kiosk reads nothing aloud. */
int volume_level(const App *app);
/* Plays two notes at that volume. False if there is no device to hear them on. */
bool volume_chime(App *app);
/* Starts saving a volume that was changed, once the worker is free. */
void volume_save(App *app);

#endif
