/* jack.h - whether headphones are plugged in, as the kernel says: the switch of the jack is an input device.
 *
 * A thread of its own waits for the switch, so that the loop sleeps until it moves. Devices that come and go are
 * noticed. */
#ifndef HEARTH_JACK_H
#define HEARTH_JACK_H

#include "base/base.h"

typedef enum JackState {
    JACK_UNKNOWN, /* this device cannot tell */
    JACK_OUT,
    JACK_IN,
} JackState;

typedef struct Jack Jack;
typedef void JackChanged(void *context); /* on the jack's own thread */

/* Watches the event devices of `folder` ("/dev/input"). NULL if that is not possible. The caller owns it. */
MUST_USE Jack *jack_open(const char *folder, JackChanged *changed, void *context);
void jack_close(Jack *jack);            /* accepts NULL */
JackState jack_state(const Jack *jack); /* from any thread; NULL: JACK_UNKNOWN */

/* What the switches of one device say: the kernel's bits of those it has, and of those that are closed. */
JackState jack_state_of_bits(const unsigned char *has, const unsigned char *closed);
/* Of two devices together: plugged in anywhere is plugged in. */
JackState jack_state_join(JackState a, JackState b);

#endif
