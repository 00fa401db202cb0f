/* content.h - the packs that are shown, as the state folder has them: read anew, and kept while they are shown. */
#ifndef HEARTH_STAFF_CONTENT_H
#define HEARTH_STAFF_CONTENT_H

#include "app/app.h"

/* Reads all packs anew and shows them from now on. False, and nothing has changed, if a visitor is reading or no pack
 * could be opened. With `thoroughly` every byte of the store is read first. */
bool content_reload(App *app, bool thoroughly);
/* What was chosen at this kiosk goes before what the clinic's pack says: language, volume, motion. */
void content_adjust(Site *site, const StaffOptions *options);
/* Locks the folders of the packs that are shown, so that store_sweep() leaves them while a newer version is installed:
 * pages and pictures are read from them when they are needed. */
void content_lock(App *app);
/* Gives those locks back. */
void content_unlock(App *app);

#endif
