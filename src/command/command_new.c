#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/embed.h"
#include "command/content.h"
#include "command/options.h"
#include "pack/pack_load.h"
#include "store/disk/lines.h"

static const char topic_prefix[] = "assets/new/topic/", site_prefix[] = "content/site/";

/* What the files compiled in say, and what is to stand there instead. */
typedef struct Fill {
    const char *from, *to;
} Fill;
enum { FILL_COUNT = 3 };

/* A new pack was read today, is to be called again in a year, and is called what its folder is called. */
static void fills_make(Arena *arena, const char *dir, Fill fills[FILL_COUNT])
{
    const Date today = content_today(), next = date_is_set(today) ? date_years_later(today, 1) : today;
    const char *id = folder_shown(arena, dir, "");
    fills[0] = (Fill){"reviewed: 2026-11-24",
                      date_is_set(today) ? arena_format(arena, "reviewed: %s", date_text(today).text) : NULL};
    fills[1] = (Fill){"review-by: 2027-05-24",
                      date_is_set(today) ? arena_format(arena, "review-by: %s", date_text(next).text) : NULL};
    fills[2] = (Fill){"id: new-topic",
                      pack_id_is_valid(id) && strcmp(id, SITE_ID) != 0 ? arena_format(arena, "id: %s", id) : NULL};
}

static Bytes bytes_fill(Arena *arena, Bytes bytes, const Fill *fill)
{
    LineWriter writer = {0};
    const char *rest = bytes.data, *end = bytes.data + bytes.count, *found;
    if (!fill->to) return bytes;
    while ((found = memmem(rest, (size_t)(end - rest), fill->from, strlen(fill->from))) != NULL) {
        line_put(&writer, "%.*s%s", (int)(found - rest), rest, fill->to);
        rest = found + strlen(fill->from);
    }
    line_put(&writer, "%.*s", (int)(end - rest), rest);
    bytes = line_bytes(&writer);
    bytes.data = arena_copy_bytes(arena, bytes.data, bytes.count);
    line_free(&writer);
    return bytes;
}

static bool file_write(const char *path, Bytes bytes)
{
    FILE *file = fopen(path, "wx");
    bool ok = file && fwrite(bytes.data, 1, bytes.count, file) == bytes.count;
    if (file) ok = fclose(file) == 0 && ok;
    if (!ok) fprintf(stderr, "hearth new: %s: %s\n", path, strerror(errno));
    return ok;
}

/* Writes one of the files compiled in, making the folders above it. */
static bool embedded_write(Arena *arena, const char *dir, const char *name, const char *relative, const Fill *fills)
{
    Bytes bytes;
    char *path = fs_join(arena, dir, relative);
    char *slash = strrchr(path, '/');
    CHECK(embed_find(name, &bytes) && slash);
    *slash = '\0';
    bool made = fs_make_dirs(path);
    *slash = '/';
    if (!made) fprintf(stderr, "hearth new: %s: %s\n", path, strerror(errno));
    for (size_t i = 0; i < FILL_COUNT; i++) bytes = bytes_fill(arena, bytes, &fills[i]);
    return made && file_write(path, bytes);
}

static int files_write(const char *dir, const char *prefix)
{
    Arena arena = {0};
    Fill fills[FILL_COUNT];
    bool ok = true;
    size_t length = strlen(prefix);
    const char *name;
    fills_make(&arena, dir, fills);
    for (size_t i = 0; ok && (name = embed_name(i)) != NULL; i++)
        if (strncmp(name, prefix, length) == 0) ok = embedded_write(&arena, dir, name, name + length, fills);
    arena_free(&arena);
    return ok ? EXIT_OK : EXIT_UNREADABLE;
}

static bool folder_is_free(const char *dir)
{
    Arena arena = {0};
    const char **names;
    size_t count;
    bool is_free = !fs_list(&arena, dir, &names, &count) || count == 0;
    arena_free(&arena);
    return is_free;
}

static int new_run(int argc, char **argv)
{
    const char *dir;
    bool is_site = false;
    const Option table[] = {{"--site", .flag = &is_site}, {0}};
    const char *problem = options_take(table, argc, argv, &dir, 1, 1);
    if (problem) return command_usage(&command_new, problem);
    if (!folder_is_free(dir)) {
        fprintf(stderr, "hearth new: there is something in %s already, so nothing was written; name a new folder\n",
                dir);
        return EXIT_PROBLEMS;
    }
    int status = files_write(dir, is_site ? site_prefix : topic_prefix);
    if (status == EXIT_OK)
        printf("%s is a pack that works. Change the words in it, then: hearth check %s\n"
               "Editors that know YAML help while you type, after: hearth schema --write %s/../schema\n",
               dir, dir, dir);
    return status;
}

const Command command_new = {
    .name = "new",
    .arguments = "[--site] FOLDER",
    .summary = "Writes a small pack to start from",
    .help = "FOLDER must be new, or empty. What is written passes hearth check as it is, and explains itself.\n"
            "\n"
            "  --site  the clinic's own pack instead of a topic: its name, hours, playlists, people to find\n"
            "\n"
            "Exit status: 0 written, 1 the folder is not empty, 2 could not write, 64 wrong usage.\n",
    .run = new_run,
};
