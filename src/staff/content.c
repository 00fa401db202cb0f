#include "staff/content.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/content.h"
#include "base/mem.h"
#include "staff/staff.h"
#include "staff/volume.h"
#include "store/state/language.h"

void content_unlock(App *app)
{
    Staff *staff = app->staff;
    for (size_t i = 0; i < staff->lock_count; i++) close(staff->locks[i]);
    free(staff->locks);
    staff->locks = NULL;
    staff->lock_count = 0;
}

void content_lock(App *app)
{
    Staff *staff = app->staff;
    size_t most = app->library.count + 1;
    staff->locks = mem_alloc(mem_product(most, sizeof(staff->locks[0])));
    for (size_t i = 0; i < most; i++) {
        const char *dir = i < app->library.count ? app->library.packs[i]->dir : app->site->dir;
        int fd = dir ? slot_hold_open(dir) : -1;
        if (fd >= 0) staff->locks[staff->lock_count++] = fd;
    }
}

void content_adjust(Site *site, const StaffOptions *options)
{
    const char *state_dir = options->packs.state_dir;
    const char *saved = state_dir ? language_load(&site->arena, state_dir) : NULL;
    if (options->reduced_motion) site->display.reduced_motion = true;
    if (state_dir) volume_adjust(site, state_dir);
    if (options->language)
        site->display.language = options->language;
    else if (saved && words_has(saved))
        site->display.language = saved;
}

bool content_reload(App *app, bool thoroughly)
{
    Staff *staff = app->staff;
    Arena arena = {0};
    Library library = {0};
    Site *site;
    const char *sentence;
    if (!content_may_be_replaced(app)) return false;
    packs_open_installed(&library, &site, &staff->options.packs, thoroughly, &arena, &sentence, stderr);
    arena_free(&arena);
    if (library.count == 0 && app->library.count > 0) {
        site_close(site);
        return false;
    }
    content_adjust(site, &staff->options);
    content_unlock(app);
    content_replace(app, library, site);
    content_lock(app);
    return true;
}
