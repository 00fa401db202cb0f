/* sound.h - what is heard: one thing at a time, a piece of speech or a recording. The only place that knows SDL_mixer.
 */
#ifndef HEARTH_SOUND_H
#define HEARTH_SOUND_H

#include "base/base.h"

typedef struct Sound Sound;
typedef struct SoundClip SoundClip;

/* True if there is something that can be heard: a driver that only pretends does not count. */
bool sound_device_exists(void);

/* Opens the device; NULL and a sentence on stderr if that fails. The caller owns it. */
MUST_USE Sound *sound_open(void);
void sound_close(Sound *sound); /* accepts NULL */

/* What `bytes` (a WAV file as espeak-ng streams it, whose header does not know its length) hold; NULL if it is none.
 * *length_ms is how long it lasts. The caller owns it, and frees it before the sound is closed. */
MUST_USE SoundClip *sound_clip_new(Sound *sound, unsigned char *bytes, size_t count, int64_t *length_ms);
void sound_clip_free(SoundClip *clip); /* overwrites it; accepts NULL */

/* Each of these ends what was heard before. */
void sound_play_clip(Sound *sound, SoundClip *clip);
/* A recording, Ogg Vorbis or Opus, from its beginning. False if it cannot be played. */
MUST_USE bool sound_play_file(Sound *sound, const char *path, int64_t *length_ms);
/* The recording goes on from there. */
void sound_seek(Sound *sound, int64_t ms);
/* False once the recording has come to its end, or broken off; a pause does not end it. */
bool sound_recording_plays(const Sound *sound);
void sound_stop(Sound *sound); /* accepts NULL */
/* Pauses what is heard, until sound_go_on() or the next sound. */
void sound_pause(Sound *sound);
/* Goes on where sound_pause() stopped. */
void sound_go_on(Sound *sound);
void sound_volume(Sound *sound, int percent); /* holds for what follows, too */

#endif
