/* script_set.c - steps that change the world round the visit, or keep a picture of it. */
#include <stdio.h>
#include <string.h>

#include "app/apply.h"
#include "app/picture.h"
#include "app/run.h"
#include "app/slideshow.h"
#include "visit/script_steps.h"
#include "base/fs.h"
#include "gfx/audit.h"
#include "screen/reach/reach.h"
#include "visit/pretend_speaker.h"

bool step_picture(Script *script)
{
    const char *dir = script->options->pictures_dir, *name = script_word(script, 0);
    if (!dir) return true;
    if (!fs_path_is_inside(name)) return script_fail(script, "\"%s\" is no name for a picture", name);
    Arena arena = {0};
    const char *path = fs_join(&arena, dir, arena_format(&arena, "%s.png", name));
    bool saved = fs_make_dirs(dir) && platform_save_png(script->platform, path);
    if (!saved) script_fail(script, "%s cannot be written", path);
    arena_free(&arena);
    return saved;
}

bool step_size(Script *script)
{
    int w, h, end = 0;
    if (sscanf(script_word(script, 0), "%5dx%5d%n", &w, &h, &end) != 2 || script_word(script, 0)[end] != '\0' ||
        w < 320 || h < 320 || w > 8192 || h > 8192)
        return script_fail(script, "a size is written 1080x1920");
    app_attach(&script->app, NULL);
    platform_close(script->platform);
    script->platform_options.window_w = w;
    script->platform_options.window_h = h;
    script->platform = platform_open(&script->platform_options);
    if (!script->platform) return script_fail(script, "there is no display of that size");
    app_attach(&script->app, script->platform);
    return true;
}

bool step_theme(Script *script)
{
    const char *name = script_word(script, 0);
    bool contrast = strcmp(name, "contrast") == 0;
    if (!contrast && strcmp(name, "light") != 0) return script_fail(script, "a theme is light or contrast");
    if (script->app.state->session.high_contrast != contrast)
        app_apply(&script->app, (Action){.kind = ACTION_TOGGLE_CONTRAST});
    return true;
}

bool step_sound(Script *script)
{
    const char *way = script_word(script, 0);
    bool on = strcmp(way, "on") == 0;
    if (!on && strcmp(way, "off") != 0) return script_fail(script, "sound is on or off");
    pretend_speaker_set_device(script->app.listener.speaker, on);
    return true;
}

bool step_headphones(Script *script)
{
    static const char *const states[] = {"unknown", "out", "in"}; /* by JackState */
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        if (strcmp(states[i], script_word(script, 0)) != 0) continue;
        pretend_speaker_set_jack(script->app.listener.speaker, (JackState)i);
        return true;
    }
    return script_fail(script, "headphones are in, out or unknown");
}

bool step_no_voice(Script *script)
{
    pretend_speaker_set_without(script->app.listener.speaker, script_word(script, 0));
    return true;
}

bool step_break_recording(Script *script)
{
    pretend_speaker_break(script->app.listener.speaker);
    return true;
}

bool step_clock(Script *script)
{
    int year, month, day, hour, minute;
    script->wall_at_ms = script->now_ms;
    script->wall_s = 0;
    if (strcmp(script_word(script, 0), "unknown") == 0) return true;
    if (sscanf(script_word(script, 0), "%4d-%2d-%2d", &year, &month, &day) == 3 &&
        sscanf(script_word(script, 1), "%2d:%2d", &hour, &minute) == 2)
        script->wall_s = civil_seconds((Date){year, month, day}, hour, minute);
    if (script->wall_s > 0) return true;
    return script_fail(script, "a clock is written 2026-11-24 14:30");
}

bool step_seed(Script *script)
{
    int seed;
    if (!script_parse_int(script_word(script, 0), &seed) || seed < 1)
        return script_fail(script, "a seed is a number from 1");
    slides_reseed(&script->app, (uint32_t)seed);
    script->random = (uint32_t)seed;
    return true;
}

bool step_audit(Script *script)
{
    const Scene *scene = app_scene(&script->app);
    View view = app_view(&script->app, &script->app.scratch);
    AuditOptions options = {
        .viewport = &script->app.viewport,
        .reach_line_px = reach_on(&view) ? reach_line(&view) : 0,
        .needs_crisis = script->app.state->session.place.screen != SCREEN_EMERGENCY && !script->app.staff_view->is_open,
    };
    char where[64];
    snprintf(where, sizeof(where), "%s", screen_type(script->app.state->session.place.screen)->name);
    int findings = scene_audit(scene, &options, where, script->options->out);
    return findings == 0 ? true : script_fail(script, "the audit found %d fault%s", findings, findings == 1 ? "" : "s");
}

/* Prints the scene, so that the writer of a script sees the ids of its nodes. */
void script_keep_failure(Script *script)
{
    const char *dir = script->options->pictures_dir;
    if (!dir) return;
    Arena arena = {0};
    const char *picture = fs_join(&arena, dir, "failed.png"), *scene = fs_join(&arena, dir, "failed.txt");
    FILE *out = fs_make_dirs(dir) && platform_save_png(script->platform, picture) ? fopen(scene, "w") : NULL;
    if (out) scene_dump(app_scene(&script->app), out);
    if (out && fclose(out) == 0)
        fprintf(script->options->out, "the screen is kept in %s, its scene in %s\n", picture, scene);
    else
        fprintf(script->options->out, "the screen cannot be kept in %s\n", dir);
    arena_free(&arena);
}

bool step_dump(Script *script)
{
    scene_dump(app_scene(&script->app), script->options->out);
    return true;
}
