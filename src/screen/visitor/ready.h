/* ready.h - what the answers of "Ready to start?" ask of the list of therapists. */
#ifndef HEARTH_READY_H
#define HEARTH_READY_H

#include "screen/screen.h"

/* The filter that the session's answers amount to; an empty one where there is no list. */
DirectoryFilter ready_filter(const View *view);

#endif
