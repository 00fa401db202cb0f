/* notify.h - tells systemd that the player has started and that it is alive (sd_notify(3), the protocol, not the
 * library).
 *
 * Without a supervisor everything here does nothing. */
#ifndef HEARTH_NOTIFY_H
#define HEARTH_NOTIFY_H

#include "base/base.h"

typedef struct Notify {
    int socket;          /* -1: nobody listens */
    int64_t interval_ms; /* how often to say that we are alive: half of what the watchdog allows; 0: no watchdog */
} Notify;

Notify notify_open(void);
void notify_close(Notify *notify);
void notify_ready(const Notify *notify);
void notify_alive(const Notify *notify);

#endif
