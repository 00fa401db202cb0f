/* wall_clock.c - what time people say it is. Apart from platform.c, since it needs no display. */
#include <time.h>

#include "platform/platform.h"

/* 1 January 2026. No clock that is right can be before this program was written. */
static const int64_t EARLIEST_S = 1767225600;

int64_t platform_wall_s(void)
{
    int64_t now_s = (int64_t)time(NULL);
    return now_s < EARLIEST_S ? 0 : now_s;
}
