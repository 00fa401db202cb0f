/* durable.h - writes that are still there after the plug was pulled.
 *
 * Nothing is true until it has been synced: each of these syncs the file and the folder that names it before it
 * returns. A sync that fails is a failure, never tried again: after one, the kernel may have thrown the bytes away. */
#ifndef HEARTH_DURABLE_H
#define HEARTH_DURABLE_H

#include <sys/types.h>

#include "base/diag.h"
#include "base/fs.h"

/* Every call below returns false, or -1, with errno set. `dir` is an open folder, `name` an entry of it. */

/* Writes all of it, however short the single writes are. */
MUST_USE bool durable_write(int fd, const void *bytes, size_t count);
/* Makes a new file; fails if there is one. The folder is not synced yet. */
MUST_USE bool durable_create(int dir, const char *name, Bytes bytes, mode_t mode);
/* Puts `bytes` in the place of the file: readers see all of the old or all of the new, at any moment and after any
 * power cut. What was written is read back before it takes the place. After a failure it is all of the old again. */
MUST_USE bool durable_replace(int dir, const char *name, Bytes bytes, mode_t mode);
MUST_USE bool durable_unlink(int dir, const char *name); /* fine if it is not there */
/* Opens a folder, making it first if it is missing. */
MUST_USE int durable_open_dir(int dir, const char *name);
/* Removes a folder and what is in it, without following links. Not synced: after a power cut it may be back. */
bool durable_remove_tree(int dir, const char *name);
/* Waits until an open file or folder is on the disk. False with errno: what was written may be lost. */
MUST_USE bool durable_sync(int fd);

/* What is made in a state folder belongs to whoever owns that folder, even when an administrator makes it: otherwise
 * the kiosk could not read its own files. Only root can do that, and only root needs to. */
MUST_USE bool durable_adopt(int fd, int dir);

/* Reports that `what` failed: "Saving the list of packs failed: the disk is full". Returns false. */
bool disk_problem(Diags *diags, int error, const char *what);

#endif
