/* content.h - exchanging the packs that are shown while the program runs. */
#ifndef HEARTH_APP_CONTENT_H
#define HEARTH_APP_CONTENT_H

#include "app/app.h"

/* True where no visitor is reading: on the loop, the emergency card, or a screen for staff that has no visitor's page
 * behind it. */
bool content_may_be_replaced(const App *app);
/* Shows these from now on. Takes both over and closes the old ones; the screen, its page and language stay. */
void content_replace(App *app, Library library, Site *site);

#endif
