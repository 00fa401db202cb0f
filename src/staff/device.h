/* device.h - what the player can do to the machine: ask small services that have more rights (src/door), set the light,
 * read how full the disk is. */
#ifndef HEARTH_DEVICE_H
#define HEARTH_DEVICE_H

#include "base/fs.h"

/* True at an installed kiosk: small services (hearth-door) do for the player what it has no rights for. */
bool device_has_doors(void);
/* Asks the service behind `door` ("clock", "light", "restart", "report", "save"): one line without its newline, then
 * `data`. Waits for the answer. False if the service cannot be reached, or failed. */
MUST_USE bool device_wish(const char *door, const char *line, Bytes data);

/* The same in steps, for data that is made on the way. Returns the connection, or -1 if there is no such service. */
MUST_USE int device_door_open(const char *door);
/* Sends all of it. False if the service has gone. */
MUST_USE bool device_door_send(int fd, Bytes bytes);
/* Says that all was sent, waits for the answer, and closes. True if the service did it. */
MUST_USE bool device_door_close(int fd);

/* Percent of the display's light; -1 where it cannot be read or set. */
int device_brightness(void);
/* Sets it, through a service where there is one. It may take a moment: for the worker thread. */
MUST_USE bool device_set_brightness(int percent);
/* Free and total bytes of the disk that `dir` is on. False if the system does not say. */
MUST_USE bool device_space(const char *dir, uint64_t *free_bytes, uint64_t *total_bytes);

#endif
