#include "screen/site.h"

const Site *site_default(void)
{
    static const Site site = {
        .name = "",
        .language = "en",
        .idle_reading_s = 90,
        .idle_crisis_s = 180,
        .idle_countdown_s = 30,
        .idle_staff_s = 300,
    };
    return &site;
}
