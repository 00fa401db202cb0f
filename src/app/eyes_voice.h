/* eyes_voice.h - what the voice says in eyes-free mode, and how that ends. */
#ifndef HEARTH_EYES_VOICE_H
#define HEARTH_EYES_VOICE_H

#include "app/app.h"

enum { EYES_SLOT = 0 }; /* of the speaker */

/* Says `text` instead of what is being said, as soon as the speaker has it. */
void eyes_say(App *app, const char *lang, const char *text);
/* Fingers touch again; nothing if they do already. */
void eyes_leave(App *app);

#endif
