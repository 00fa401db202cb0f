/* sandbox_filter.h - the system calls that a locked player has no use for. */
#ifndef HEARTH_SANDBOX_FILTER_H
#define HEARTH_SANDBOX_FILTER_H

#include "base/base.h"

/* From here on these fail with EPERM, in all threads: sockets that are neither local nor the kernel's own messages,
 * tracing, mounting, namespaces, modules, other processes' memory and the like. False where the kernel or the machine
 * has no filters. Needs PR_SET_NO_NEW_PRIVS. */
bool sandbox_filter(void);

#endif
