/* send.h - sending a pack to the service that writes to sticks (src/door/door_save.c says in which form). */
#ifndef HEARTH_SEND_H
#define HEARTH_SEND_H

#include "store/disk/progress.h"
#include "store/slots/shown.h"

/* Sends bytes over the connection `fd`. False if it broke. */
typedef bool SendBytes(int fd, Bytes bytes);

/* Sends the pack's files but manifest and signature: what is edited is not what was signed. False, with a problem
 * reported, if a file cannot be read, has changed its size meanwhile, or the connection broke: the service then takes
 * away what it has of this pack. */
MUST_USE bool pack_send(Arena *arena, const ShownPack *pack, int fd, SendBytes *send, InstallProgress *progress,
                        Diags *diags);

#endif
