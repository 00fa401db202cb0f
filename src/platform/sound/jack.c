#include "platform/sound/jack.h"

#include <linux/input.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/thread.h"
#include "platform/input_watch.h"

enum { SWITCH_BYTES = (SW_MAX + 8) / 8, BITS = 8 };

struct Jack {
    JackChanged *changed;
    void *context;
    pthread_t thread;
    int stop_fd;
    atomic_int state; /* JackState */
    InputWatch input; /* the thread's, while it runs */
};

static bool bit_is_set(const unsigned char *bits, int bit) { return (bits[bit / BITS] >> (bit % BITS) & 1) != 0; }

JackState jack_state_of_bits(const unsigned char *has, const unsigned char *closed)
{
    if (!bit_is_set(has, SW_HEADPHONE_INSERT)) return JACK_UNKNOWN;
    return bit_is_set(closed, SW_HEADPHONE_INSERT) ? JACK_IN : JACK_OUT;
}

JackState jack_state_join(JackState a, JackState b) { return a > b ? a : b; }

static JackState device_state(int fd)
{
    unsigned char has[SWITCH_BYTES] = {0}, closed[SWITCH_BYTES] = {0};
    if (ioctl(fd, EVIOCGBIT(EV_SW, sizeof(has)), has) < 0 || ioctl(fd, EVIOCGSW(sizeof(closed)), closed) < 0)
        return JACK_UNKNOWN;
    return jack_state_of_bits(has, closed);
}

static bool device_has_switch(int fd) { return device_state(fd) != JACK_UNKNOWN; }

static JackState devices_state(const InputWatch *input)
{
    JackState state = JACK_UNKNOWN;
    for (size_t i = 1; i < input->count; i++) state = jack_state_join(state, device_state(input->fds[i].fd));
    return state;
}

static void *thread_main(void *context)
{
    Jack *jack = context;
    for (bool stop = false; !stop;) {
        input_watch_wait(&jack->input, jack->stop_fd, -1, &stop);
        int state = (int)devices_state(&jack->input);
        if (!stop && atomic_exchange(&jack->state, state) != state) jack->changed(jack->context);
    }
    return NULL;
}

static void jack_free(Jack *jack)
{
    input_watch_close(&jack->input);
    if (jack->stop_fd >= 0) close(jack->stop_fd);
    free(jack);
}

Jack *jack_open(const char *folder, JackChanged *changed, void *context)
{
    Jack *jack = mem_alloc(sizeof(*jack));
    jack->changed = changed;
    jack->context = context;
    jack->stop_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    input_watch_open(&jack->input, folder, device_has_switch);
    atomic_init(&jack->state, (int)devices_state(&jack->input));
    if (jack->stop_fd >= 0 && thread_start(&jack->thread, thread_main, jack)) return jack;
    jack_free(jack);
    return NULL;
}

void jack_close(Jack *jack)
{
    if (!jack) return;
    const uint64_t one = 1;
    ssize_t written = write(jack->stop_fd, &one, sizeof(one)); /* an empty counter always takes it */
    (void)written;
    pthread_join(jack->thread, NULL);
    jack_free(jack);
}

JackState jack_state(const Jack *jack) { return jack ? (JackState)atomic_load(&jack->state) : JACK_UNKNOWN; }
