/* door_machine.c - sets the clock and the display's light, and restarts the device. */
#include <dirent.h>
#include <fcntl.h>
#include <linux/rtc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "door/door.h"

/* 2024-01-01 and 2100-01-01, UTC: a time outside is a slip of a finger. */
static const int64_t CLOCK_LEAST_S = 1704067200, CLOCK_MOST_S = 4102444800;
static const char backlights[] = "/sys/class/backlight";

static bool complain(const char *what)
{
    perror(what);
    return false;
}

/* Writes the time to the clock that runs while the device is off. Many small boards have none: that is no failure. */
static void rtc_set(time_t now)
{
    struct tm utc;
    int fd = open("/dev/rtc0", O_RDWR | O_CLOEXEC);
    if (fd < 0 || !gmtime_r(&now, &utc)) return;
    struct rtc_time rtc = {.tm_sec = utc.tm_sec,
                           .tm_min = utc.tm_min,
                           .tm_hour = utc.tm_hour,
                           .tm_mday = utc.tm_mday,
                           .tm_mon = utc.tm_mon,
                           .tm_year = utc.tm_year};
    if (ioctl(fd, RTC_SET_TIME, &rtc) != 0) perror("setting the hardware clock");
    close(fd);
}

bool door_clock(DoorInput *input)
{
    char line[DOOR_LINE_MAX];
    int64_t when_s;
    if (!door_read_line(input, line) || !door_read_number(line, CLOCK_LEAST_S, CLOCK_MOST_S, &when_s)) return false;
    struct timespec when = {.tv_sec = (time_t)when_s};
    if (clock_settime(CLOCK_REALTIME, &when) != 0) return complain("setting the clock");
    rtc_set(when.tv_sec);
    return true;
}

/* Reads the number in `dir`/`name`; -1 if there is none. */
static long number_read(int dir, const char *name)
{
    char text[32];
    int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -1;
    ssize_t got = read(fd, text, sizeof(text) - 1);
    close(fd);
    if (got <= 0) return -1;
    text[got] = '\0';
    return strtol(text, NULL, 10);
}

/* Sets one display to `percent` of its most. False if it has no such control. */
static bool backlight_set(const char *name, int64_t percent)
{
    char path[300], text[32];
    int length = snprintf(path, sizeof(path), "%s/%s", backlights, name);
    if (length < 0 || (size_t)length >= sizeof(path)) return false;
    int dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0) return false;
    long most = number_read(dir, "max_brightness");
    int fd = most > 0 ? openat(dir, "brightness", O_WRONLY | O_CLOEXEC) : -1;
    close(dir);
    if (fd < 0) return false;
    length = snprintf(text, sizeof(text), "%lld\n", (long long)most * percent / 100);
    bool ok = door_write(fd, text, (size_t)length);
    close(fd);
    return ok;
}

bool door_light(DoorInput *input)
{
    char line[DOOR_LINE_MAX];
    int64_t percent;
    bool any = false;
    if (!door_read_line(input, line) || !door_read_number(line, 1, 100, &percent)) return false;
    DIR *dir = opendir(backlights);
    if (!dir) return complain(backlights);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.' && backlight_set(entry->d_name, percent)) any = true;
    closedir(dir);
    return any;
}

bool door_restart(DoorInput *input)
{
    char line[DOOR_LINE_MAX];
    if (!door_read_line(input, line) || strcmp(line, "restart") != 0) return false;
    /* systemd(1), SIGNALS: SIGRTMIN+5 starts reboot.target, which stops the services in order. */
    if (kill(1, SIGRTMIN + 5) != 0) return complain("restarting");
    return true;
}
