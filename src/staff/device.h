/* device.h - what the machine lets the player do: wishes to small services, brightness, space. The player itself has no
 * rights. */
#ifndef HEARTH_DEVICE_H
#define HEARTH_DEVICE_H

#include "base/fs.h"

/* The folder where services look for what is wished, or NULL where there is none. */
const char *device_wish_dir(void);
/* Leaves `bytes` as `name` there (NULL: nothing is left), starts the service `unit`, and waits for it if `wait`. False
 * if the service cannot be started, or failed. */
MUST_USE bool device_wish(const char *name, Bytes bytes, const char *unit, bool wait);

/* Percent of the display's light; -1 where it cannot be read or set. */
int device_brightness(void);
/* Through a service where there is one. It may take a moment: for the worker. */
MUST_USE bool device_set_brightness(int percent);
/* Bytes of the disk that `dir` is on; false if it does not say. */
MUST_USE bool device_space(const char *dir, uint64_t *free_bytes, uint64_t *total_bytes);

#endif
