/* recording_header.h - what a recording says it is, and how long, read before any decoder hears it.
 *
 * The decoders play whatever they recognise, also what nobody meant to allow. So the claim is looked at first. */
#ifndef HEARTH_RECORDING_HEADER_H
#define HEARTH_RECORDING_HEADER_H

#include "base/fs.h"

enum {
    RECORDING_BYTES_MAX = 32 * 1048576,
    RECORDING_LENGTH_MAX_MS = 60 * 60 * 1000,
};

/* ".opus" or ".ogg" (Vorbis) by the first bytes, whatever the file is called; NULL: neither. */
const char *recording_codec(Bytes file);
/* How long it lasts by its own account; 0 if it does not say, or no visitor would hear the end of it. */
int64_t recording_length_ms(Bytes file);
/* The same for the file at `path`, of which only the two ends are read. */
int64_t recording_file_length_ms(const char *path);

#endif
