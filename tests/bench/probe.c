/* probe.c - looks at an X display from outside and says when what is seen changes. Knows nothing of the program that it
 * times.
 *
 *   probe first COMMAND ...   milliseconds until the command shows content; then its process id. The command goes on
 * running. probe tap X Y TIMES       for each tap, milliseconds until any pixel is another, one a line; "-" if none
 * ever was
 *
 * Content is a frame that covers half of the display and has at least three colours: a blank window does not count.
 * Every eighth pixel of every eighth row is looked at, each half millisecond. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>
#include <unistd.h>

enum { GRID_PX = 8, LOOK_US = 500, COLOURS = 3, FIRST_MOST_MS = 40000, TAP_MOST_MS = 3000, REST_MS = 450 };
enum { NOTHING_YET = 0xff00ff }; /* the bare display */

typedef struct Probe {
    Display *display;
    Window root;
    XImage *image;
    XShmSegmentInfo segment;
} Probe;

typedef struct Look {
    uint64_t hash;
    double covered;
    int colours; /* counted up to COLOURS */
} Look;

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void rest_us(long us) { nanosleep(&(struct timespec){us / 1000000, us % 1000000 * 1000}, NULL); }

static bool probe_open(Probe *probe)
{
    Display *display = probe->display = XOpenDisplay(NULL);
    if (!display) return false;
    int screen = DefaultScreen(display);
    probe->root = RootWindow(display, screen);
    probe->image = XShmCreateImage(display, DefaultVisual(display, screen), (unsigned)DefaultDepth(display, screen),
                                   ZPixmap, NULL, &probe->segment, (unsigned)DisplayWidth(display, screen),
                                   (unsigned)DisplayHeight(display, screen));
    if (!probe->image || probe->image->bits_per_pixel != 32) return false;
    probe->segment.shmid =
        shmget(IPC_PRIVATE, (size_t)probe->image->bytes_per_line * (size_t)probe->image->height, IPC_CREAT | 0600);
    probe->segment.shmaddr = probe->image->data = shmat(probe->segment.shmid, NULL, 0);
    bool attached = XShmAttach(display, &probe->segment) != 0;
    XSync(display, False);
    shmctl(probe->segment.shmid, IPC_RMID, NULL);
    return attached;
}

static Look probe_look(Probe *probe)
{
    const XImage *image = probe->image;
    Look look = {.hash = 1469598103934665603u};
    uint32_t seen[COLOURS];
    long all = 0, covered = 0;
    XShmGetImage(probe->display, probe->root, probe->image, 0, 0, AllPlanes);
    for (int y = 0; y < image->height; y += GRID_PX) {
        for (int x = 0; x < image->width; x += GRID_PX, all++) {
            uint32_t pixel;
            memcpy(&pixel, image->data + (ptrdiff_t)y * image->bytes_per_line + (ptrdiff_t)x * 4, sizeof(pixel));
            pixel &= 0xffffff;
            look.hash = (look.hash ^ pixel) * 1099511628211u;
            if (pixel == NOTHING_YET) continue;
            covered++;
            int known = 0;
            while (known < look.colours && seen[known] != pixel) known++;
            if (known == look.colours && known < COLOURS) seen[look.colours++] = pixel;
        }
    }
    look.covered = (double)covered / (double)all;
    return look;
}

static int first(Probe *probe, char **command)
{
    XSetWindowBackground(probe->display, probe->root, NOTHING_YET);
    XClearWindow(probe->display, probe->root);
    XSync(probe->display, False);
    double start_ms = now_ms();
    pid_t child = fork();
    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    for (;;) {
        Look look = probe_look(probe);
        double passed_ms = now_ms() - start_ms;
        bool shown = look.covered >= 0.5 && look.colours >= COLOURS;
        if (shown) printf("%.1f %d\n", passed_ms, (int)child);
        if (shown) return 0;
        if (passed_ms > FIRST_MOST_MS) return 1;
        rest_us(LOOK_US);
    }
}

static void tap(Probe *probe)
{
    uint64_t before = probe_look(probe).hash;
    double start_ms = now_ms(), passed_ms = 0;
    XTestFakeButtonEvent(probe->display, 1, True, 0);
    XTestFakeButtonEvent(probe->display, 1, False, 0);
    XFlush(probe->display);
    bool changed = false;
    while (!changed && passed_ms < TAP_MOST_MS) {
        changed = probe_look(probe).hash != before;
        passed_ms = now_ms() - start_ms;
        if (!changed) rest_us(LOOK_US);
    }
    if (changed)
        printf("%.1f\n", passed_ms);
    else
        puts("-");
}

int main(int argc, char **argv)
{
    Probe probe = {0};
    bool is_first = argc > 2 && strcmp(argv[1], "first") == 0, is_tap = argc == 5 && strcmp(argv[1], "tap") == 0;
    if (!is_first && !is_tap) {
        fputs("usage: probe first COMMAND ... | probe tap X Y TIMES\n", stderr);
        return 64;
    }
    if (!probe_open(&probe)) {
        fputs("probe: there is no display with shared memory\n", stderr);
        return 1;
    }
    if (is_first) return first(&probe, argv + 2);
    XTestFakeMotionEvent(probe.display, -1, (int)strtol(argv[2], NULL, 10), (int)strtol(argv[3], NULL, 10), 0);
    XSync(probe.display, False);
    for (long left = strtol(argv[4], NULL, 10); left > 0; left--) {
        rest_us(REST_MS * 1000);
        tap(&probe);
    }
    return 0;
}
