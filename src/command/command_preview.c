/* command_preview.c - every screen and page as a picture to look at, or as a scene to check. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/picture.h"
#include "app/run.h"
#include "store/packs.h"
#include "visit/tour.h"
#include "base/fs.h"
#include "base/mem.h"
#include "command/command.h"
#include "command/gallery.h"
#include "gfx/audit.h"
#include "platform/paint/canvas.h"
#include "screen/reach/reach.h"
#include "visit/pretend_speaker.h"

enum { CHOICES_MAX = 24, SIDE_MIN = 320, SIDE_MAX = 4096, STEPS = 3 };

typedef struct Size {
    int w, h;
} Size;

typedef struct PreviewOptions {
    const char *path, *out_dir, *only;
    bool audit;
    const char *langs[CHOICES_MAX];
    size_t lang_count; /* 0: not chosen */
    Size sizes[CHOICES_MAX];
    size_t size_count;
    int steps[STEPS];
    size_t step_count;
    bool contrasts[2];
    size_t contrast_count;
    bool reaches[2];
    size_t reach_count;
    bool scans[2];
    size_t scan_count;
    bool listen; /* with the bar of Listen on each page */
} PreviewOptions;

/* What one walk through all of it collects. */
typedef struct Preview {
    const PreviewOptions *options;
    Arena arena;
    App app;
    FontSet *fonts;
    Images *images; /* NULL when auditing */
    Canvas *canvas;
    Gallery gallery;
    const char *look; /* "en-1920x1080": folder and heading of the present settings */
    long scenes, findings;
    bool failed;
} Preview;

static bool add_lang(PreviewOptions *options, const char *word)
{
    if (!words_has(word) || options->lang_count == CHOICES_MAX) return false;
    for (size_t i = 0; words_langs()[i]; i++)
        if (strcmp(words_langs()[i], word) == 0) options->langs[options->lang_count++] = words_langs()[i];
    return true;
}

static bool add_size(PreviewOptions *options, const char *word)
{
    Size size;
    int end = 0;
    if (sscanf(word, "%5dx%5d%n", &size.w, &size.h, &end) != 2 || word[end] != '\0' ||
        options->size_count == CHOICES_MAX)
        return false;
    options->sizes[options->size_count++] = size;
    return size.w >= SIDE_MIN && size.w <= SIDE_MAX && size.h >= SIDE_MIN && size.h <= SIDE_MAX;
}

static bool add_step(PreviewOptions *options, const char *word)
{
    if (word[0] < '0' || word[0] > '2' || word[1] != '\0' || options->step_count == STEPS) return false;
    options->steps[options->step_count++] = word[0] - '0';
    return true;
}

static bool add_theme(PreviewOptions *options, const char *word)
{
    bool contrast = strcmp(word, "contrast") == 0;
    if ((!contrast && strcmp(word, "light") != 0) || options->contrast_count == 2) return false;
    options->contrasts[options->contrast_count++] = contrast;
    return true;
}

static bool add_listen(PreviewOptions *options, const char *word)
{
    options->listen = strcmp(word, "on") == 0;
    return options->listen || strcmp(word, "off") == 0;
}

static bool add_reach(PreviewOptions *options, const char *word)
{
    bool on = strcmp(word, "on") == 0;
    if ((!on && strcmp(word, "off") != 0) || options->reach_count == 2) return false;
    options->reaches[options->reach_count++] = on;
    return true;
}

static bool add_scan(PreviewOptions *options, const char *word)
{
    bool on = strcmp(word, "on") == 0;
    if ((!on && strcmp(word, "off") != 0) || options->scan_count == 2) return false;
    options->scans[options->scan_count++] = on;
    return true;
}

static bool set_only(PreviewOptions *options, const char *word) { return (options->only = word) != NULL; }
static bool set_out(PreviewOptions *options, const char *word) { return (options->out_dir = word) != NULL; }

static const struct {
    const char *name, *wants;
    bool list; /* of words with commas between */
    bool (*add)(PreviewOptions *options, const char *word);
} flags[] = {
    {"-o", "a folder", false, set_out},
    {"--lang", "languages, as in en,fr", true, add_lang},
    {"--size", "sizes, as in 1920x1080,1024x600", true, add_size},
    {"--text", "steps of text size: 0, 1 or 2", true, add_step},
    {"--theme", "light or contrast, or both with a comma between", true, add_theme},
    {"--reach", "on or off, or both with a comma between", true, add_reach},
    {"--switch", "on or off, or both with a comma between", true, add_scan},
    {"--listen", "on or off", false, add_listen},
    {"--only", "a screen, a section or a page", false, set_only},
};

static bool add_words(PreviewOptions *options, size_t flag, const char *value)
{
    if (!flags[flag].list) return value[0] != '\0' && flags[flag].add(options, value);
    while (*value) {
        char word[32];
        size_t length = strcspn(value, ",");
        if (length == 0 || length >= sizeof(word)) return false;
        memcpy(word, value, length);
        word[length] = '\0';
        if (!flags[flag].add(options, word)) return false;
        value += length + (value[length] == ',' ? 1 : 0);
    }
    return true;
}

/* False with a sentence in `problem`. */
static bool read_options(PreviewOptions *options, int argc, char **argv, char *problem, size_t size)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--audit") == 0) {
            options->audit = true;
            continue;
        }
        if (argv[i][0] != '-') {
            snprintf(problem, size, "it takes one pack");
            if (options->path) return false;
            options->path = argv[i];
            continue;
        }
        size_t f = 0;
        while (f < ARRAY_LEN(flags) && strcmp(flags[f].name, argv[i]) != 0) f++;
        snprintf(problem, size, "there is no option %s", argv[i]);
        if (f == ARRAY_LEN(flags)) return false;
        snprintf(problem, size, "%s needs %s after it", flags[f].name, flags[f].wants);
        if (i + 1 == argc || !add_words(options, f, argv[++i])) return false;
    }
    snprintf(problem, size, "it needs a pack, and -o with a folder for the pictures (or --audit)");
    return options->path && (options->out_dir || options->audit);
}

/* An audit looks at all there is; pictures are as most people will see them. What was asked for holds for both. */
static void options_complete(PreviewOptions *options, const Library *library)
{
    static const Size sizes[] = {{1920, 1080}, {1080, 1920}, {1024, 600}, {1280, 800}};
    const TextList *langs = &library->packs[0]->languages;
    bool all = options->audit;
    if (options->lang_count == 0)
        for (size_t i = 0; i < (all ? langs->count : 1); i++) add_lang(options, langs->items[i]);
    if (options->lang_count == 0) add_lang(options, "en"); /* the interface speaks none of the pack's */
    if (options->size_count == 0)
        for (size_t i = 0; i < (all ? ARRAY_LEN(sizes) : 1); i++) options->sizes[options->size_count++] = sizes[i];
    if (options->step_count == 0)
        for (int i = 0; i < (all ? STEPS : 1); i++) options->steps[options->step_count++] = i;
    if (options->contrast_count == 0)
        for (int i = 0; i < (all ? 2 : 1); i++) options->contrasts[options->contrast_count++] = i == 1;
    if (options->reach_count == 0)
        for (int i = 0; i < (all ? 2 : 1); i++) options->reaches[options->reach_count++] = i == 1;
    if (options->scan_count == 0)
        for (int i = 0; i < (all ? 2 : 1); i++) options->scans[options->scan_count++] = i == 1;
}

static void stop_audit(void *context, const TourStop *stop)
{
    Preview *preview = context;
    View view = app_view(&preview->app, &preview->arena);
    AuditOptions options = {
        .viewport = &preview->app.viewport,
        .needs_crisis = stop->needs_crisis,
        .reach_line_px = reach_on(&view) ? reach_line(&view) : 0,
    };
    const char *where = arena_format(&preview->arena, "%s/%s", preview->look, stop->name);
    preview->findings += scene_audit(app_scene(&preview->app), &options, where, stdout);
    preview->scenes++;
}

static void stop_picture(void *context, const TourStop *stop)
{
    Preview *preview = context;
    const char *file = arena_format(&preview->arena, "%s/%s.png", preview->look, stop->name);
    const char *path = fs_join(&preview->arena, preview->options->out_dir, file);
    canvas_paint(preview->canvas, app_scene(&preview->app));
    preview->scenes++;
    if (canvas_save_png(preview->canvas, path)) {
        gallery_add(&preview->gallery, arena_format(&preview->arena, "%s: %s", preview->look, stop->group), stop->name,
                    file);
        return;
    }
    if (!preview->failed) perror(path);
    preview->failed = true;
}

static void walk(Preview *preview, Size size, TourSettings look)
{
    Tour tour = {
        .app = &preview->app,
        .settings = look,
        .only = preview->options->only,
        .accordions = preview->options->audit,
        .context = preview,
        .stop = preview->options->audit ? stop_audit : stop_picture,
    };
    preview->look = arena_format(&preview->arena, "%s-%dx%d%s%s%s%s", look.lang, size.w, size.h,
                                 look.high_contrast ? "-contrast" : "",
                                 look.text_step == 0   ? ""
                                 : look.text_step == 1 ? "-large"
                                                       : "-largest",
                                 look.reach ? "-reach" : "", look.scan ? "-switch" : "");
    if (look.listen) preview->look = arena_format(&preview->arena, "%s-listen", preview->look);
    if (preview->canvas && !fs_make_dirs(fs_join(&preview->arena, preview->options->out_dir, preview->look))) {
        perror(preview->options->out_dir);
        preview->failed = true;
        return;
    }
    tour_walk(&tour);
}

static void walk_all(Preview *preview)
{
    const PreviewOptions *options = preview->options;
    for (size_t s = 0; s < options->size_count; s++) {
        app_resize(&preview->app, options->sizes[s].w, options->sizes[s].h, 0);
        for (size_t l = 0; l < options->lang_count; l++)
            for (size_t c = 0; c < options->contrast_count; c++)
                for (size_t t = 0; t < options->step_count; t++)
                    for (size_t r = 0; r < options->reach_count; r++)
                        for (size_t k = 0; k < options->scan_count && !preview->failed; k++)
                            walk(preview, options->sizes[s],
                                 (TourSettings){options->langs[l], options->steps[t], options->contrasts[c],
                                                options->reaches[r], options->scans[k], options->listen});
    }
}

static int finish(Preview *preview)
{
    const PreviewOptions *options = preview->options;
    if (options->audit) {
        printf("audited %ld scenes: %ld findings\n", preview->scenes, preview->findings);
        return preview->scenes > 0 && preview->findings == 0 ? EXIT_OK : EXIT_PROBLEMS;
    }
    if (preview->failed || !gallery_write_index(&preview->gallery, options->out_dir, "Preview")) return EXIT_UNREADABLE;
    printf("%ld pictures; open %s/index.html\n", preview->scenes, options->out_dir);
    return preview->scenes > 0 ? EXIT_OK : EXIT_PROBLEMS;
}

static int preview_run(PreviewOptions *options)
{
    Library library = {0};
    Site *site = NULL;
    packs_open(&library, &site, &options->path, 1, stderr);
    if (library.count == 0) {
        fprintf(stderr, "hearth preview: there is no pack in %s that could be opened\n", options->path);
        site_close(site);
        return EXIT_UNREADABLE;
    }
    options_complete(options, &library);
    Preview *preview = mem_alloc(sizeof(*preview));
    preview->options = options;
    preview->gallery.arena = &preview->arena;
    preview->fonts = fontset_new();
    preview->images = options->audit ? NULL : images_new(NULL, NULL);
    preview->canvas = options->audit ? NULL : canvas_new(preview->fonts, preview->images);
    AppOptions app = {.library = library,
                      .site = site,
                      .fonts = preview->fonts,
                      .speaker = pretend_speaker_new(),
                      .seed = 1,
                      .w = options->sizes[0].w,
                      .h = options->sizes[0].h};
    site->display.reduced_motion = true;
    /* A fixed day, so that two previews of one pack are the same. */
    app_open(&preview->app, &app, 1000, civil_time(civil_seconds((Date){2026, 11, 24}, 14, 30)));
    walk_all(preview);
    int status = finish(preview);
    app_close(&preview->app);
    canvas_free(preview->canvas);
    images_free(preview->images);
    fontset_free(preview->fonts);
    arena_free(&preview->arena);
    free(preview);
    return status;
}

static int run(int argc, char **argv)
{
    PreviewOptions options = {0};
    char problem[160];
    if (!read_options(&options, argc, argv, problem, sizeof(problem))) return command_usage(&command_preview, problem);
    return preview_run(&options);
}

const Command command_preview = {
    .name = "preview",
    .arguments = "PATH -o DIR [OPTION ...]",
    .summary = "Pictures of every screen and page of a pack, to look through",
    .help =
        "PATH is a pack, or a folder of packs. Writes a PNG of each screen and of each page, every turn of it, into\n"
        "DIR, and an index.html there to look through them.\n"
        "\n"
        "  --lang LANGUAGE,...  en, fr ...; without it the pack's first\n"
        "  --size WxH,...       of the screen; without it 1920x1080\n"
        "  --text STEP,...      text size 0, 1 or 2; without it 0\n"
        "  --theme NAME,...     light, contrast; without it light\n"
        "  --reach on,off       Reach mode; without it off\n"
        "  --switch on,off      with the ring of a switch; without it off\n"
        "  --only NAME          one screen (home), section (attachment) or page (anxious)\n"
        "  --audit              paints nothing; says what breaks the rules of the design (cut or crowded text, small\n"
        "                       targets, low contrast, a missing crisis strip), in all languages, sizes, text\n"
        "                       sizes and themes unless some are chosen\n"
        "\n"
        "Exit status: 0 done, nothing found; 1 the audit found something, or there was nothing to show; 2 the pack\n"
        "could not be read or a picture not written; 64 usage.\n",
    .run = run,
};
