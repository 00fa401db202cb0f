/* content_swap.c - the packs that are shown, read anew: only where nobody is reading. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/apply_search.h"
#include "app/session.h"
#include "app/switches.h"
#include "base/mem.h"
#include "store/disk/durable.h"

static const char language_name[] = "language";

void content_let_go(App *app)
{
    Staff *staff = &app->staff;
    for (size_t i = 0; i < staff->hold_count; i++) close(staff->holds[i]);
    free(staff->holds);
    staff->holds = NULL;
    staff->hold_count = 0;
}

/* Pages and pictures are read when they are wanted, so the folders must stay although a newer version has come. */
void content_hold(App *app)
{
    Staff *staff = &app->staff;
    size_t most = app->library.count + 1;
    staff->holds = mem_alloc(mem_product(most, sizeof(staff->holds[0])));
    for (size_t i = 0; i < most; i++) {
        const char *dir = i < app->library.count ? app->library.packs[i]->dir : app->site->dir;
        int fd = dir ? slot_hold_open(dir) : -1;
        if (fd >= 0) staff->holds[staff->hold_count++] = fd;
    }
}

bool language_save(const char *state_dir, const char *lang)
{
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && durable_replace(fd, language_name, (Bytes){lang, strlen(lang)}, 0644);
    if (fd >= 0) close(fd);
    return ok;
}

/* What was chosen at this kiosk goes before what the clinic's pack says: the first start asks for it. */
void content_adjust(Site *site, const StaffOptions *options)
{
    Bytes bytes;
    if (options->reduced_motion) site->display.reduced_motion = true;
    if (options->packs.state_dir) sound_adjust(site, options->packs.state_dir);
    if (options->language) {
        site->display.language = options->language;
    } else if (options->packs.state_dir &&
               fs_read(&site->arena, fs_join(&site->arena, options->packs.state_dir, language_name), 16, &bytes) ==
                   FS_OK &&
               words_has(bytes.data)) {
        site->display.language = bytes.data;
    }
}

static bool nobody_reads(const App *app)
{
    ScreenId screen = app->state.session.place.screen;
    if (app->input.press.active && !screen_type(screen)->for_staff) return false;
    return screen == SCREEN_ATTRACT || screen == SCREEN_EMERGENCY ||
           (screen_type(screen)->for_staff && app->state.session.back_count == 0);
}

bool content_swap(App *app, bool thoroughly)
{
    Staff *staff = &app->staff;
    Arena arena = {0};
    Library library = {0};
    Site *site;
    const char *sentence;
    if (!nobody_reads(app)) return false;
    packs_open_installed(&library, &site, &staff->options.packs, thoroughly, &arena, &sentence, stderr);
    arena_free(&arena);
    if (library.count == 0 && app->library.count > 0) {
        site_close(site);
        return false;
    }
    content_adjust(site, &staff->options);
    /* Scenes hold words of the pages that go. */
    Session session = app->state.session;
    session_wipe(app, session.place.screen);
    memcpy(app->state.session.lang, session.lang, sizeof(session.lang));
    app->state.session.high_contrast = session.high_contrast;
    app->state.session.place.page_number = session.place.page_number;
    search_stop(app); /* its thread reads the pages that go */
    content_let_go(app);
    library_close(&app->library);
    site_close(app->site);
    app->library = library;
    app->site = site;
    app->playlist = NULL; /* of the site that is gone */
    app->state.reduced_motion = site->display.reduced_motion;
    switches_listen(app);
    content_hold(app);
    slides_reseed(app, app->state.seed);
    app->state.slide = 0;
    if (session.place.screen == SCREEN_EMERGENCY) session_wipe(app, session_resting_screen(app));
    return true;
}
