/* confine_filter.h - the system calls of a process that only decodes. */
#ifndef HEARTH_CONFINE_FILTER_H
#define HEARTH_CONFINE_FILTER_H

#include "base/base.h"

/* From here on this process may read files, use memory, write to `answer` and end. Anything else fails with EPERM: no
 * network, no other programs, no writing, no signals. Where the kernel or the machine has no filters, the limits on
 * memory and time still hold. Returns false then. */
bool confine_filter(int answer);

#endif
