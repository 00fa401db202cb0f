/* state.h - opening the state folder, and reading and replacing a small file of it. store.h lists what is in it. */
#ifndef HEARTH_STATE_FOLDER_H
#define HEARTH_STATE_FOLDER_H

#include "base/fs.h"

/* Opens the folder; -1 with errno. The caller closes it. */
MUST_USE int state_open(const char *state_dir);
/* Reads the first line of a file of at most `limit` bytes, in `arena`; NULL if there is none or it cannot be read. For
 * what may be lost without harm; the rest uses read_beneath(), which tells the two apart. */
const char *state_read_line(Arena *arena, const char *state_dir, const char *name, size_t limit);
/* Replaces a file of the folder, all or nothing, also when the power goes. False with errno. */
MUST_USE bool state_write(const char *state_dir, const char *name, Bytes bytes);
/* Removes a file of the folder; true also if there was none. False with errno. */
MUST_USE bool state_remove(const char *state_dir, const char *name);

#endif
