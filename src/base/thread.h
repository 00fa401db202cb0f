/* thread.h - starting a worker thread. */
#ifndef HEARTH_THREAD_H
#define HEARTH_THREAD_H

#include <pthread.h>

#include "base/base.h"

/* Starts `run(context)` on a thread that receives no signals: those are for the main thread, which knows what they
 * mean. The caller joins it. False if the system has no thread to give; then the caller does the work some other way.
 */
MUST_USE bool thread_start(pthread_t *thread, void *(*run)(void *), void *context);

#endif
