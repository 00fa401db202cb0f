/* volume.c - how loud this kiosk begins to read aloud, set by staff; and whether anything is heard at all. */
#include <stdlib.h>

#include "app/listen_offer.h"
#include "staff/staff_handlers.h"
#include "staff/volume.h"
#include "store/state/settings.h"

enum { VOLUME_STEP = 10, VOLUME_LEAST = LISTEN_VOLUME_STEP, VOLUME_FULL = 100 };
static const char setting[] = "volume";

void volume_adjust(Site *site, const char *state_dir)
{
    Arena arena = {0};
    Settings settings;
    settings_load(&arena, state_dir, &settings);
    const char *text = settings_get(&settings, setting);
    char *end = NULL;
    long percent = text ? strtol(text, &end, 10) : 0;
    if (text && end != text && *end == '\0' && percent >= VOLUME_LEAST && percent <= VOLUME_FULL)
        site->display.volume = (int)percent;
    arena_free(&arena);
}

int volume_level(const App *app) { return listen_exists(app) ? app->site->display.volume : -1; }

bool volume_chime(App *app)
{
    Speaker *speaker = app->listener.speaker;
    if (speaker) speaker_volume(speaker, app->site->display.volume);
    bool heard = speaker_chime(speaker) > 0;
    app->staff->view.health.volume = volume_level(app); /* a device may have come, or gone */
    return heard;
}

/* Two notes let staff hear how loud it is now. */
void apply_volume_step(App *app, Action action)
{
    Staff *staff = app->staff;
    int *percent = &app->site->display.volume;
    if (staff->view.health.volume < 0) return;
    *percent = int_clamp(*percent + action.value * VOLUME_STEP, VOLUME_LEAST, VOLUME_FULL);
    staff->volume_unsaved = true;
    app->dirty = true;
    if (!volume_chime(app)) staff_note(app, false, word(staff_words(app), "first-sound-none"));
}

void volume_save(App *app)
{
    Staff *staff = app->staff;
    if (!staff->volume_unsaved || updater_is_busy(&staff->updater)) return;
    staff->volume_unsaved = false;
    Task *task = task_new(TASK_SETTING, staff->options.packs.state_dir);
    task->id = setting;
    task->value = arena_format(&task->arena, "%d", app->site->display.volume);
    staff_start(app, task);
}
