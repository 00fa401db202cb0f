#include "store/slots/pictures.h"

#include <string.h>

static bool progress_stops(void *progress) { return progress_is_stopped(progress); }

static void progress_counts(void *progress) { progress_add(progress, 0, 1); }

PicturesResult pictures_try(const Tree *tree, Arena *arena, const char *dir, DecodeFn *decode,
                            InstallProgress *progress, Diags *diags)
{
    const char **paths = ARENA_ARRAY(arena, const char *, tree->count + 1);
    bool *broken = ARENA_ARRAY(arena, bool, tree->count + 1);
    size_t count = 0, first = diags->errors;
    for (size_t i = 0; i < tree->count; i++)
        if (tree->files[i].kind == FILE_PICTURE) paths[count++] = fs_join(arena, dir, tree->files[i].path);
    progress_phase(progress, PROGRESS_PICTURES, 0, count);
    const ConfineWatch watch = {progress_stops, progress_counts, progress};
    if (confine_decode(paths, count, decode, broken, &watch)) return PICTURES_GOOD;
    if (progress_is_stopped(progress)) return PICTURES_STOPPED;
    for (size_t i = 0; i < count; i++)
        if (broken[i])
            diag_error(diags, tree_mark(tree, arena, paths[i] + strlen(dir) + 1), "picture-broken",
                       "save it again as a plain PNG or JPEG", "this picture cannot be drawn");
    return diags->errors > first ? PICTURES_BROKEN : PICTURES_UNKNOWN;
}
