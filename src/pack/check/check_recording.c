/* check_recording.c - recordings of pages, by what their first bytes claim, before any decoder hears them. */
#include <string.h>

#include "base/fs.h"
#include "gfx/recording_header.h"
#include "pack/check/check.h"

static bool name_ends(const char *path, const char *end)
{
    size_t length = strlen(path), count = strlen(end);
    return length > count && strcmp(path + length - count, end) == 0;
}

static void recording_check(Check *check, Mark at, const char *path)
{
    static const char hint[] = "export it again as Ogg Vorbis (.ogg) or Opus (.opus), at most 32 MiB";
    Bytes file;
    FsResult result =
        fs_read(&check->file_arena, fs_join(&check->file_arena, check->pack->dir, path), RECORDING_BYTES_MAX, &file);
    const char *codec = result == FS_OK ? recording_codec(file) : NULL;
    if (result == FS_TOO_BIG)
        diag_error(check->diags, at, "recording", hint, "\"%s\" is too big; 32 MiB is the most", path);
    else if (result != FS_OK)
        diag_error(check->diags, at, "recording", "copy it again", "\"%s\" cannot be read", path);
    else if (!codec)
        diag_error(check->diags, at, "recording", hint, "inside, \"%s\" is no recording that can be played", path);
    else if (recording_length_ms(file) == 0)
        diag_error(check->diags, at, "recording", hint, "\"%s\" does not say how long it is, or is longer than an hour",
                   path);
    else if (!name_ends(path, codec) && !name_ends(path, ".ogg"))
        diag_error(check->diags, at, "recording", "give it the name that fits",
                   "the name of \"%s\" does not say what it is: %s", path, codec);
}

void rule_recording(Check *check, const CheckFile *file)
{
    const char *path = file->page ? file->page->audio : NULL;
    if (!path) return;
    Mark at = check_key(file, "audio");
    if (!fs_path_is_inside(path) || strncmp(path, "audio/", 6) != 0)
        diag_error(check->diags, at, "recording", "write it from the pack's folder on, such as audio/anxious-en.opus",
                   "recordings lie in the folder audio, \"%s\" does not", path);
    else if (!check_found(check, path))
        diag_error(check->diags, at, "recording", "add the file, or take the line out", "there is no \"%s\"", path);
    else
        recording_check(check, at, path);
}
