/* overlay.h - cards that lie over a screen: one question, and the way back. The dock stays live below them. */
#ifndef HEARTH_OVERLAY_H
#define HEARTH_OVERLAY_H

#include "screen/screen.h"

/* Records the session's overlay over the screen in `scene`; nothing if no overlay is open. */
void overlay_build(const View *view, Scene *scene);

#endif
