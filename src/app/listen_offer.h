/* listen_offer.h - whether something can be read aloud here and now. */
#ifndef HEARTH_LISTEN_OFFER_H
#define HEARTH_LISTEN_OFFER_H

#include "app/app.h"

/* True if this kiosk reads aloud at all: there is a device, and the clinic has it so. */
bool listen_exists(const App *app);
/* True if somebody may hear something here and now. */
bool listen_may_be_heard(const App *app);
/* True if the present page can be read aloud here and now. */
bool listen_offered(const App *app);
/* The page that is being read; NULL on any other screen. */
const Page *listen_page(const App *app, Pack **pack);

#endif
