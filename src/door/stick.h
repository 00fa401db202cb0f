/* stick.h - a USB stick, writable for as long as something is written to it. */
#ifndef HEARTH_DOOR_STICK_H
#define HEARTH_DOOR_STICK_H

#include "door/door.h"

/* What writes to the stick: `root` is its top folder, `context` the caller's. Runs in a child process, as the user
 * hearth-stick. Returns whether all was written. */
typedef bool StickWriter(int root, void *context);

/* Opens the mounted stick `name` (a kernel name, as in sdb1), makes it writable, runs `write`, waits until all is on
 * the stick, and makes it read only again. False if any of that fails.
 *
 * The stick is held by a descriptor from the first check to the last: its folder must be the root of a mount of that
 * very device below a folder that only root can change, so that no link or rename leads anywhere else. Only the mount
 * of this process becomes writable (the unit gives it a mount namespace of its own); the player's stays read only. */
bool stick_write(const char *name, StickWriter *write, void *context);

#endif
