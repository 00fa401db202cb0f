/* script.c - reads a script and runs its steps, one after the other. */
#include "app/run.h"
#include "visit/script_steps.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "visit/pretend_speaker.h"

enum { SCRIPT_BYTES_MAX = 256 * 1024, SCRIPT_LINES_MAX = 4000, REPEAT_DEPTH_MAX = 4, SCRIPT_START_MS = 1000 };

typedef struct ScriptStep {
    const char *name, *usage;
    int least, most; /* words after the name */
    bool (*run)(Script *script);
} ScriptStep;

static const ScriptStep steps[] = {
#define STEP(name, text, least, most, usage) {text, usage, least, most, step_##name},
    SCRIPT_STEPS(STEP)
#undef STEP
};

bool script_fail(const Script *script, const char *format, ...)
{
    FILE *out = script->options->out;
    if (script->quiet) return false;
    fprintf(out, "%s:%d: ", script->options->file, script->line ? script->line->number : 0);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(out, format, arguments);
    va_end(arguments);
    fputc('\n', out);
    return false;
}

const char *script_word(const Script *script, int i)
{
    return i + 1 < script->line->count ? script->line->words[i + 1] : "";
}

static bool starts_comment(const char *line, const char *at)
{
    /* The first space after a word has become its end. */
    return *at == '#' && (at == line || (at >= line + 2 && at[-1] == ' ' && (at[-2] == ' ' || at[-2] == '\0')));
}

/* Splits a line, in place, into words; "several words in quotes" are one. False if there are too many. */
static bool line_split(char *line, ScriptLine *out)
{
    char *at = line;
    while (*at) {
        while (*at == ' ' || *at == '\t' || *at == '\r') at++;
        if (*at == '\0' || starts_comment(line, at)) break;
        if (out->count == SCRIPT_WORDS_MAX) return false;
        bool quoted = *at == '"';
        if (quoted) at++;
        out->words[out->count++] = at;
        while (*at && (quoted ? *at != '"' : *at != ' ' && *at != '\t' && *at != '\r')) at++;
        if (*at) *at++ = '\0';
    }
    return true;
}

static size_t lines_split(Script *script, char *text, ScriptLine *lines)
{
    size_t count = 0;
    int number = 0;
    for (char *next; text && *text; text = next) {
        next = strchr(text, '\n');
        if (next) *next++ = '\0';
        ScriptLine line = {.number = ++number};
        script->line = &line;
        if (!line_split(text, &line) || count == SCRIPT_LINES_MAX) {
            script_fail(script, "this line is too long");
            return 0;
        }
        if (line.count > 0) lines[count++] = line;
    }
    return count;
}

static const ScriptStep *step_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(steps); i++)
        if (strcmp(steps[i].name, name) == 0) return &steps[i];
    return NULL;
}

static bool step_run(Script *script, const ScriptLine *line)
{
    script->line = line;
    const ScriptStep *step = step_find(line->words[0]);
    if (!step) return script_fail(script, "there is no step \"%s\"", line->words[0]);
    if (line->count - 1 < step->least || line->count - 1 > step->most)
        return script_fail(script, "write: %s", step->usage);
    if (!step->run(script)) return false;
    script_refresh(script);
    return true;
}

/* The line after the `end` that belongs to the `repeat` before `from`; `count` if there is none. */
static size_t repeat_end(const ScriptLine *lines, size_t count, size_t from)
{
    int depth = 1;
    for (size_t i = from; i < count; i++) {
        if (strcmp(lines[i].words[0], "repeat") == 0) depth++;
        if (strcmp(lines[i].words[0], "end") == 0) depth--;
        if (depth == 0) return i;
    }
    return count;
}

typedef struct Repeat {
    size_t first;
    int left;
} Repeat;

static bool lines_run(Script *script, const ScriptLine *lines, size_t count)
{
    Repeat repeats[REPEAT_DEPTH_MAX];
    int depth = 0, times;
    for (size_t i = 0; i < count; i++) {
        const ScriptLine *line = script->line = &lines[i];
        if (strcmp(line->words[0], "repeat") == 0) {
            bool good = line->count == 2 && script_parse_int(line->words[1], &times) && times > 0;
            if (!good || depth == REPEAT_DEPTH_MAX || repeat_end(lines, count, i + 1) == count)
                return script_fail(script, "write: repeat 10, some lines, and a line that says end");
            repeats[depth++] = (Repeat){i, times};
        } else if (strcmp(line->words[0], "end") == 0) {
            if (depth == 0) return script_fail(script, "there is no repeat before this end");
            if (--repeats[depth - 1].left > 0)
                i = repeats[depth - 1].first;
            else
                depth--;
        } else if (!step_run(script, line)) {
            return false;
        }
    }
    return true;
}

static bool script_open(Script *script, const ScriptOptions *options)
{
    *script = (Script){
        .options = options,
        .platform_options = options->platform,
        .now_ms = SCRIPT_START_MS,
        .wall_at_ms = SCRIPT_START_MS,
        .wall_s = civil_seconds((Date){2026, 11, 24}, 14, 30),
        .random = options->app.seed ? options->app.seed : 1,
    };
    script->platform = platform_open(&script->platform_options);
    if (!script->platform) return false;
    AppOptions app = options->app;
    app.fonts = NULL; /* displays come and go with `size`; its text stays */
    platform_size(script->platform, &app.w, &app.h);
    app.px_per_mm = platform_px_per_mm(script->platform);
    app.speaker = pretend_speaker_new();
    app_open(&script->app, &app, script->now_ms, civil_time(script->wall_s));
    app_attach(&script->app, script->platform);
    script_refresh(script);
    return true;
}

/* Closes the packs that no app has taken over. */
static void content_close(const ScriptOptions *options)
{
    Library library = options->app.library;
    library_close(&library);
    site_close(options->app.site);
}

bool script_run(const ScriptOptions *options)
{
    Arena arena = {0};
    Bytes bytes;
    FsResult read = fs_read(&arena, options->file, SCRIPT_BYTES_MAX, &bytes);
    if (read != FS_OK) {
        fprintf(options->out, "%s: the script cannot be read\n", options->file);
        arena_free(&arena);
        content_close(options);
        return false;
    }
    Script *script = ARENA_NEW(&arena, Script);
    ScriptLine *lines = ARENA_ARRAY(&arena, ScriptLine, SCRIPT_LINES_MAX);
    script->options = options;
    size_t count = lines_split(script, arena_copy_bytes(&arena, bytes.data, bytes.count), lines);
    bool held = false;
    if (count == 0) fprintf(options->out, "%s: there are no steps in it\n", options->file);
    if (script_open(script, options)) {
        held = count > 0 && lines_run(script, lines, count);
        if (count > 0 && !held) script_keep_failure(script);
        app_close(&script->app);
    } else {
        content_close(options);
    }
    platform_close(script->platform);
    arena_free(&arena);
    return held;
}
