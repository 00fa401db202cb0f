/* listen_recording.h - a page that somebody has read into a file: which sentence it has come to, and when it breaks
 * off. */
#ifndef HEARTH_LISTEN_RECORDING_H
#define HEARTH_LISTEN_RECORDING_H

#include "app/app.h"

/* Plays the recording of the present page from the first sentence that is seen. False if there is none that plays. */
bool recording_start(App *app);
/* When each sentence of what was collected begins: after listen_collect(). */
void recording_plan(App *app);
/* To another sentence: one back (or to the beginning of this one) or one on. */
void recording_skip(App *app, int step);
/* Follows the recording. False if it has broken off before its end. */
bool recording_tick(App *app);

#endif
