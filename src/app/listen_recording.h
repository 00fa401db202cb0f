/* listen_recording.h - playing the recording of a page: which sentence it has reached, and what if it breaks off. */
#ifndef HEARTH_LISTEN_RECORDING_H
#define HEARTH_LISTEN_RECORDING_H

#include "app/app.h"

/* Plays the recording of the present page, from the first sentence that is seen. False if there is none, or it cannot
 * be played. */
bool recording_start(App *app);
/* Works out when each collected sentence begins. Call it after listen_collect(). */
void recording_plan(App *app);
/* Goes `step` sentences on, or back if negative; back from within a sentence goes to its beginning first. */
void recording_skip(App *app, int step);
/* Marks the sentence that the recording has reached and turns the page with it. False if it broke off before its end.
 */
bool recording_tick(App *app);

#endif
