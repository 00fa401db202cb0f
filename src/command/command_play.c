/* command_play.c - the kiosk; or a scripted visit to it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/run.h"
#include "app/app.h"
#include "command/content.h"
#include "store/packs.h"
#include "visit/script.h"
#include "base/fs.h"
#include "base/mem.h"
#include "command/command.h"
#include "command/gallery.h"
#include "staff/clock_floor.h"
#include "command/leaving.h"
#include "confine/sandbox.h"
#include "staff/content.h"
#include "staff/staff.h"
#include "store/state/crash.h"

enum { SIDE_MIN = 320, SIDE_MAX = 8192, CONSOLE_WAIT_MS = 10000 };
static const double MM_PER_INCH = 25.4;

typedef struct PlayOptions {
    const char *const *paths;
    size_t path_count;
    PlatformOptions platform;
    const char *script, *pictures, *language, *state, *sticks;
    bool reduced_motion, on_display, prove_sandbox;
    uint32_t seed; /* 0: none was given */
} PlayOptions;

static bool read_number(const char *text, double least, double most, double *out)
{
    char *end;
    double value = strtod(text, &end);
    if (end == text || *end != '\0' || !(value >= least && value <= most)) return false;
    *out = value;
    return true;
}

static bool set_windowed(PlayOptions *options, const char *value)
{
    int w, h, end = 0;
    if (sscanf(value, "%5dx%5d%n", &w, &h, &end) != 2 || value[end] != '\0') return false;
    options->platform.window_w = w;
    options->platform.window_h = h;
    return w >= SIDE_MIN && w <= SIDE_MAX && h >= SIDE_MIN && h <= SIDE_MAX;
}

static bool set_rotate(PlayOptions *options, const char *value)
{
    double degrees;
    if (!read_number(value, 0, 270, &degrees)) return false;
    options->platform.rotation = (int)degrees;
    return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;
}

static bool set_diagonal(PlayOptions *options, const char *value)
{
    double inches;
    if (!read_number(value, 3, 200, &inches)) return false;
    options->platform.diagonal_mm = inches * MM_PER_INCH;
    return true;
}

static bool set_seed(PlayOptions *options, const char *value)
{
    double seed;
    if (!read_number(value, 1, 4294967295.0, &seed)) return false;
    options->seed = (uint32_t)seed;
    return true;
}

static bool set_script(PlayOptions *options, const char *value) { return (options->script = value) != NULL; }
static bool set_state(PlayOptions *options, const char *value) { return (options->state = value) != NULL; }
static bool set_sticks(PlayOptions *options, const char *value) { return (options->sticks = value) != NULL; }
static bool set_pictures(PlayOptions *options, const char *value) { return (options->pictures = value) != NULL; }
static bool set_language(PlayOptions *options, const char *value)
{
    options->language = value;
    return words_has(value);
}
static bool set_reduced_motion(PlayOptions *options, const char *value)
{
    return (options->reduced_motion = value == NULL);
}
static bool set_software(PlayOptions *options, const char *value)
{
    return (options->platform.software = value == NULL);
}
static bool set_lock(PlayOptions *options, const char *value) { return (options->platform.locked = value == NULL); }
static bool set_prove_sandbox(PlayOptions *options, const char *value)
{
    return (options->prove_sandbox = value == NULL);
}
static bool set_on_display(PlayOptions *options, const char *value) { return (options->on_display = value == NULL); }

static const struct {
    const char *name, *wants; /* wants NULL: it stands alone */
    bool (*set)(PlayOptions *options, const char *value);
} flags[] = {
    {"--lock", NULL, set_lock},
    {"--prove-sandbox", NULL, set_prove_sandbox},
    {"--windowed", "a size, as in 1280x800", set_windowed},
    {"--rotate", "0, 90, 180 or 270", set_rotate},
    {"--diagonal", "inches, as in 21.5", set_diagonal},
    {"--state", "a folder", set_state},
    {"--sticks", "a folder", set_sticks},
    {"--script", "a file", set_script},
    {"--pictures", "a folder", set_pictures},
    {"--seed", "a number from 1", set_seed},
    {"--lang", "a language that the interface speaks, as in fr", set_language},
    {"--reduced-motion", NULL, set_reduced_motion},
    {"--software", NULL, set_software},
    {"--on-display", NULL, set_on_display},
};

/* Reads one option at argv[*i]. False, with the reason in `problem`, if it is none. */
static bool read_flag(PlayOptions *options, int argc, char **argv, int *i, char *problem, size_t size)
{
    for (size_t f = 0; f < ARRAY_LEN(flags); f++) {
        if (strcmp(flags[f].name, argv[*i]) != 0) continue;
        const char *value = NULL;
        if (flags[f].wants) value = *i + 1 < argc ? argv[++*i] : "";
        if (flags[f].set(options, value) && (!value || value[0])) return true;
        snprintf(problem, size, "%s needs %s after it", flags[f].name, flags[f].wants);
        return false;
    }
    snprintf(problem, size, "there is no option %s", argv[*i]);
    return false;
}

/* Everything that lies in the folder, to look through. */
static bool pictures_collect(const char *dir)
{
    Arena arena = {0};
    Gallery gallery = {.arena = &arena};
    const char **names;
    size_t count;
    bool good = fs_list(&arena, dir, &names, &count);
    for (size_t i = 0; good && i < count; i++) {
        size_t length = strlen(names[i]);
        if (length <= 4 || strcmp(names[i] + length - 4, ".png") != 0 || strcmp(names[i], SHEET_NAME) == 0) continue;
        gallery_add(&gallery, "The visit", arena_copy_bytes(&arena, names[i], length - 4), names[i]);
    }
    good = good && (gallery.count == 0 ||
                    (gallery_write_index(&gallery, dir, "A visit") && gallery_write_sheet(&gallery, dir)));
    arena_free(&arena);
    return good;
}

static int play_script(const PlayOptions *options, const AppOptions *app)
{
    ScriptOptions script = {
        .file = options->script,
        .pictures_dir = options->pictures,
        .platform = options->platform,
        .app = *app,
        .sticks_dir = options->sticks,
        .out = stderr,
    };
    script.platform.hidden = !options->on_display;
    bool held = script_run(&script);
    if (options->pictures && !pictures_collect(options->pictures)) held = false;
    return held ? EXIT_OK : EXIT_PROBLEMS;
}

/* The display as the options and the clinic's own pack want it. NULL, with a sentence on stderr, if there is none. */
static Platform *display_open(const PlayOptions *options, const Site *site)
{
    static const Hanging hangings[] = {[ORIENTATION_AUTO] = HANGING_AS_BUILT,
                                       [ORIENTATION_LANDSCAPE] = HANGING_LANDSCAPE,
                                       [ORIENTATION_PORTRAIT] = HANGING_PORTRAIT};
    PlatformOptions display = options->platform;
    display.hanging = hangings[site->display.orientation];
    return platform_open(&display);
}

static int play_kiosk(const PlayOptions *options, AppOptions *app_options)
{
    Platform *platform = display_open(options, app_options->site);
    if (!platform) {
        library_close(&app_options->library);
        site_close(app_options->site);
        return EXIT_RESTART;
    }
    App *app = mem_alloc(sizeof(*app));
    platform_size(platform, &app_options->w, &app_options->h);
    app_options->px_per_mm = platform_px_per_mm(platform);
    app_options->fonts = platform_fonts(platform);
    app_options->background = true;
    app_options->speaker = speaker_open(platform, platform_now_ms());
    app_open(app, app_options, platform_now_ms(), civil_time(platform_wall_s()));
    app_attach(app, platform);
    int status = app_run(app);
    app_close(app);
    free(app);
    platform_close(platform);
    return status;
}

/* As play_kiosk(), for a person who tries it: first it says how to end it. */
static int play_unlocked(const PlayOptions *options, AppOptions *app_options)
{
    LeavingTerminal terminal = {0};
    bool on_console = platform_is_on_console();
    leaving_say(stderr, on_console, STDIN_FILENO, CONSOLE_WAIT_MS);
    if (on_console) leaving_prepare(&terminal, STDIN_FILENO);
    int status = play_kiosk(options, app_options);
    leaving_restore(&terminal, STDIN_FILENO);
    return status;
}

/* Before there are other threads: what a locked player gives up holds for all of them. */
static void sandbox_take(const PlayOptions *options, const StaffOptions *staff)
{
    enum { OWN_READS = 4 };
    const char **reads = mem_alloc(mem_product(options->path_count + OWN_READS, sizeof(reads[0])));
    size_t count = 0;
    for (size_t i = 0; i < options->path_count; i++) reads[count++] = options->paths[i];
    reads[count++] = getenv("HEARTH_PACKS");
    reads[count++] = "content";
    reads[count++] = staff->sticks_dir;
    const SandboxFolders folders = {.state = staff->packs.state_dir, .reads = reads, .read_count = count};
    (void)sandbox_enter(&folders, stderr);
    free(reads);
}

static int play_locked(const PlayOptions *options, const StaffOptions *staff, AppOptions *app_options)
{
    sandbox_take(options, staff);
    return play_kiosk(options, app_options);
}

/* In the sandbox of a locked player, without a display. */
static int sandbox_try(const PlayOptions *options)
{
    Arena arena = {0};
    const StaffOptions staff = {.packs = {.state_dir = state_dir_choose(&arena, options->state)}};
    sandbox_take(options, &staff);
    bool holds = sandbox_prove(staff.packs.state_dir, stdout);
    arena_free(&arena);
    return holds ? EXIT_OK : EXIT_PROBLEMS;
}

/* The week decides what is shown. Where the clock is not known, the moment of the start has to. */
static uint32_t seed_of_start(void) { return platform_wall_s() > 0 ? 1 : (uint32_t)platform_now_ms() | 1; }

/* A kiosk on which packs are installed, as opposed to one that plays a folder at a desk. */
static const char *state_of(const PlayOptions *options, Arena *arena)
{
    bool has_store = options->state || (options->path_count == 0 && !options->script);
    return has_store ? state_dir_choose(arena, options->state) : NULL;
}

/* Before anything of a pack is read: one that keeps stopping the player goes back by itself. */
static bool start_note(const char *state, Arena *arena, const char **sentence)
{
    Store store;
    RollbackResult back = {0};
    Diags diags = {0};
    CrashVerdict verdict = CRASH_FINE;
    if (verdict_goes_on(store_open_to_change(&store, state, &diags)))
        verdict = crash_note_start(&store, arena, crash_boot_id(arena), platform_now_ms() / 1000, content_today(),
                                   &back, &diags);
    store_close(&store);
    diags_print(&diags, stderr);
    diags_free(&diags);
    if (back.sentence) fprintf(stderr, "hearth: %s\n", *sentence = back.sentence);
    return verdict != CRASH_SAFE_MODE;
}

static void packs_read(const PlayOptions *options, AppOptions *app, StaffOptions *staff, Arena *arena)
{
    const char *state = staff->packs.state_dir, *found = NULL;
    bool safe = !state || options->script || start_note(state, arena, &staff->boot_sentence);
    if (!state && options->path_count > 0) {
        packs_open(&app->library, &app->site, options->paths, options->path_count, stderr);
    } else if (safe) {
        packs_open_installed(&app->library, &app->site, &staff->packs, true, arena, &found, stderr);
        if (!staff->boot_sentence) staff->boot_sentence = found;
    } else {
        app->site = site_new();
        staff->safe_mode = true;
    }
    content_adjust(app->site, staff);
}

static int play(const PlayOptions *options)
{
    Arena arena = {0};
    const char *sticks = getenv("HEARTH_STICKS");
    StaffOptions staff = {
        .packs = {state_of(options, &arena), options->paths, options->path_count},
        .sticks_dir = options->sticks                           ? options->sticks
                      : sticks && sticks[0] && !options->script ? sticks
                                                                : NULL,
        .sticks_are_folders = options->sticks != NULL,
        .at_once = options->script != NULL,
        .first_start = options->path_count == 0,
        .language = options->language,
        .reduced_motion = options->reduced_motion,
        .made = options->script ? (Date){0} : clock_made_day(),
    };
    AppOptions app = {.staff = &staff_service, .staff_options = &staff};
    app.seed = options->seed ? options->seed : options->script ? 1 : seed_of_start();
    packs_read(options, &app, &staff, &arena);
    /* The clinic says where its clock is. Nothing else runs yet that could be reading the environment. */
    if (app.site->clinic.time_zone && !options->script) setenv("TZ", app.site->clinic.time_zone, 1);
    int status = options->script            ? play_script(options, &app)
                 : options->platform.locked ? play_locked(options, &staff, &app)
                                            : play_unlocked(options, &app);
    if (staff.packs.state_dir && !options->script && status == EXIT_OK) crash_note_fine(staff.packs.state_dir);
    arena_free(&arena);
    return status;
}

static int run(int argc, char **argv)
{
    PlayOptions options = {0};
    char problem[160];
    const char **paths = mem_alloc(mem_product((size_t)argc, sizeof(paths[0])));
    int status = -1;
    for (int i = 1; i < argc && status < 0; i++) {
        if (argv[i][0] != '-')
            paths[options.path_count++] = argv[i];
        else if (!read_flag(&options, argc, argv, &i, problem, sizeof(problem)))
            status = command_usage(&command_play, problem);
    }
    options.paths = paths;
    if (status < 0 && options.platform.locked && (options.platform.window_w > 0 || options.script))
        status = command_usage(&command_play, "--lock is for the whole display, without --windowed and --script");
    if (status < 0 && options.pictures && !options.script)
        status = command_usage(&command_play, "--pictures is for the pictures of a --script");
    if (status < 0) status = options.prove_sandbox ? sandbox_try(&options) : play(&options);
    free(paths);
    return status;
}

const Command command_play = {
    .name = "play",
    .arguments = "[DIR ...] [OPTION ...]",
    .summary = "Shows packs: to try them in a window, or, with --lock, to visitors on the whole display",
    .help =
        "DIR is a pack or a folder of packs. Without one: the packs that are installed (hearth install), and beside\n"
        "them those of $HEARTH_PACKS, /usr/share/hearth/packs or ./content, the first that there is. A pack named\n"
        "here comes first, as the home; otherwise it is the one with the most pages.\n"
        "\n"
        "On a desktop it opens a window; on a bare console it fills the display, and says before how to end it.\n"
        "Ctrl+Q, the window's close button and Ctrl+C in the terminal end it.\n"
        "\n"
        "  --lock             for the waiting room: takes the whole display and the keyboard, cannot be closed, and "
        "gives\n"
        "                     up for good what it does not need (files, networks, programs). The service uses it\n"
        "  --prove-sandbox    tries to do what a locked player has given up, and says how each attempt ended\n"
        "  --windowed WxH     in a window of that size\n"
        "  --rotate DEGREES   for a display that hangs on its side: 0, 90, 180 or 270 clockwise\n"
        "  --diagonal INCHES  of the display, where it does not say so itself: for the size of what is touched\n"
        "  --lang LANGUAGE    to start with: en, fr ...\n"
        "  --reduced-motion   nothing slides\n"
        "  --software         paints without a graphics card\n"
        "  --seed NUMBER      for the order of the loop; each week has an order of its own\n"
        "  --state DIR        where installed packs and the staff PIN are; without it HEARTH_STATE, /var/lib/hearth\n"
        "                     or your own, if no DIR is played\n"
        "  --sticks DIR       each folder in DIR stands for a USB stick; without it sticks are mounted below\n"
        "                     $HEARTH_STICKS\n"
        "  --script FILE      plays the visit in FILE, on a clock of its own, without a display\n"
        "  --pictures DIR     where the pictures of the visit go, with an index.html and a contact-sheet.png\n"
        "  --on-display       shows the visit of --script\n"
        "\n"
        "Exit status: 0 closed; 1 a step of the script did not hold; 64 usage; 75 there is no display (start again).\n",
    .run = run,
};
