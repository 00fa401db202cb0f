/* pretend_speaker.h - a speaker that says nothing and takes as long as a voice would: for scripts, tests and audits. It
 * needs no machine, and works without waiting. */
#ifndef HEARTH_PRETEND_SPEAKER_H
#define HEARTH_PRETEND_SPEAKER_H

#include "platform/sound/speaker.h"

enum { PRETEND_CHARACTER_MS = 60 }; /* how long it takes to say one */

/* One that speaks every language; headphones are in. The caller owns it: speaker_close(). */
MUST_USE Speaker *pretend_speaker_new(void);

/* The rest is for speakers that pretend_speaker_new() has made. */
void pretend_speaker_set_jack(Speaker *speaker, JackState state);
/* Whether there is a device to hear it on. */
void pretend_speaker_set_device(Speaker *speaker, bool exists);
/* It does not speak `lang` from now on. */
void pretend_speaker_set_without(Speaker *speaker, const char *lang);
/* The recording that it plays breaks off. */
void pretend_speaker_break(Speaker *speaker);
/* What it is saying now, "chime", or the file of the recording that it plays; "" for silence. */
const char *pretend_speaker_said(const Speaker *speaker);

#endif
