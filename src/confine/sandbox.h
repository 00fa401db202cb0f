/* sandbox.h - what a locked player gives up once it has started, for good: files of others, networks, other programs.
 *
 * It holds also as root and without systemd. Where the kernel lacks a part (Landlock, system call filters), the rest
 * holds, and what is missing is said once. */
#ifndef HEARTH_SANDBOX_H
#define HEARTH_SANDBOX_H

#include <stdio.h>

#include "base/base.h"

/* Folders that the player still needs, beside the system's own; NULLs are skipped. */
typedef struct SandboxFolders {
    const char *state;        /* may be changed */
    const char *const *reads; /* may be read: packs, sticks */
    size_t read_count;
} SandboxFolders;

/* Takes effect for this thread and all that it starts: call it before there are others. From here on the process reads
 * only the system's files and `folders`, writes only devices, its runtime folder and the state folder, executes only
 * the voice, opens no sockets but local ones, and can be neither traced nor dumped. Says on `errors` what this kernel
 * cannot take away; returns false then. */
bool sandbox_enter(const SandboxFolders *folders, FILE *errors);

/* Tries twelve things that a process in the sandbox must not be able to do, and two that it must, and says on `out` how
 * each ended. True if all went as they should. Call it after sandbox_enter(). */
bool sandbox_prove(const char *state_dir, FILE *out);

#endif
