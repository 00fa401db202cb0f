/* listen_offer.h - whether something can be read aloud here and now. */
#ifndef HEARTH_LISTEN_OFFER_H
#define HEARTH_LISTEN_OFFER_H

#include "app/app.h"

/* True if this kiosk reads aloud at all: there is a sound device, and the clinic has not switched it off. */
bool listen_exists(const App *app);
/* True if sound is allowed now: in headphones, or from the loudspeaker in the hours that the clinic has set. */
bool listen_may_be_heard(const App *app);
/* True if the screen that is up can be read aloud now, and shows the button for it. */
bool listen_offered(const App *app);
/* The page of a pack that the visitor is reading, and its pack in *pack; NULL on any other screen. */
const Page *listen_page(const App *app, Pack **pack);

#endif
