/* notify.h - tells systemd that the player has started and that it is alive (sd_notify(3), the protocol, not the
 * library).
 *
 * Without a supervisor everything here does nothing. */
#ifndef HEARTH_NOTIFY_H
#define HEARTH_NOTIFY_H

#include "base/base.h"

typedef struct Notify {
    int socket; /* -1: there is no supervisor */
    int64_t
        interval_ms; /* how often notify_alive() is due: half of what the watchdog allows; 0: there is no watchdog */
} Notify;

/* Connects to the supervisor that the environment names (NOTIFY_SOCKET). The caller owns the result: notify_close(). */
Notify notify_open(void);
/* Closes the connection. */
void notify_close(Notify *notify);
/* Says that the player has started: the first frame was shown. */
void notify_ready(const Notify *notify);
/* Says that the player is alive. Without it, the supervisor starts the player anew. A message that is lost is not
 * repeated. */
void notify_alive(const Notify *notify);

#endif
