/* check_recording.c - recordings of pages, by what their first bytes claim, before any decoder hears them. */
#include <string.h>

#include "base/fs.h"
#include "pack/check.h"

enum {
    RECORDING_BYTES_MAX = 32 * 1048576,
    CODEC_AT = 28 /* after the header of the first Ogg page, which has one packet */
};

static bool begins_with(Bytes file, size_t at, const char *bytes, size_t count)
{
    return file.count >= at + count && memcmp(file.data + at, bytes, count) == 0;
}

/* What the file is inside; NULL: neither of the two. */
static const char *codec_of(Bytes file)
{
    if (!begins_with(file, 0, "OggS", 4)) return NULL;
    if (begins_with(file, CODEC_AT, "OpusHead", 8)) return ".opus";
    return begins_with(file, CODEC_AT, "\x01vorbis", 7) ? ".ogg" : NULL;
}

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
    const char *codec = result == FS_OK ? codec_of(file) : NULL;
    if (result == FS_TOO_BIG)
        diag_error(check->diags, at, "recording", hint, "\"%s\" is too big; 32 MiB is the most", path);
    else if (result != FS_OK)
        diag_error(check->diags, at, "recording", "copy it again", "\"%s\" cannot be read", path);
    else if (!codec)
        diag_error(check->diags, at, "recording", hint, "inside, \"%s\" is no recording that can be played", path);
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
