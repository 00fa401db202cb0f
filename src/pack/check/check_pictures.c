/* check_pictures.c - picture files, by what their first bytes claim, before any decoder sees them. */
#include <string.h>

#include "gfx/picture_header.h"
#include "gfx/svg_subset.h"
#include "pack/check/check.h"

static const char *nearest_picture(Check *check, const char *path)
{
    const char **paths = ARENA_ARRAY(&check->arena, const char *, check->found.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < check->found.count; i++)
        if (check->found.items[i].is_picture) paths[count++] = check->found.items[i].path;
    const char *nearest = schema_nearest(path, paths, count);
    if (!nearest) return "add the file, or take the picture out";
    return arena_format(&check->arena, "did you mean \"%s\"?", nearest);
}

void check_use_picture(Check *check, Mark at, const char *path)
{
    FoundFile *found = check_found(check, path);
    if (!fs_path_is_inside(path))
        diag_error(check->diags, at, "picture-path", PICTURE_PATH_HINT, "\"%s\" leads out of the pack", path);
    else if (found && found->is_picture)
        found->used = true;
    else if (found)
        diag_error(check->diags, at, "picture-kind", "use a .png, .jpg or .svg", "\"%s\" is no picture", path);
    else
        diag_error(check->diags, at, "missing-picture", nearest_picture(check, path), "there is no \"%s\"", path);
}

static const char *const kind_names[] = {[PICTURE_PNG] = "PNG", [PICTURE_JPEG] = "JPEG", [PICTURE_SVG] = "SVG"};

static void bitmap_check(Check *check, Mark at, const char *full, Bytes file)
{
    int w = 0, h = 0;
    if (!picture_size(file, &w, &h)) {
        diag_error(check->diags, at, "picture-broken", "save it again as a plain PNG or JPEG",
                   "this picture is damaged, or of a kind that is not read");
        return;
    }
    if (!picture_size_is_fine(w, h)) {
        diag_error(check->diags, at, "picture-size", "make it smaller: 1,600 pixels a side are plenty",
                   "this picture has %d by %d pixels; 4,096 a side and 8.4 million in all are the most", w, h);
        return;
    }
    if (!picture_is_whole(file)) {
        diag_error(check->diags, at, "picture-broken", "copy it again, or save it again as a plain PNG or JPEG",
                   "this picture breaks off before its end");
        return;
    }
    if (jpeg_traits(file).is_cmyk)
        diag_error(check->diags, at, "picture-cmyk", "save it again with the colours of a screen (RGB)",
                   "this photo has the colours of a printer (CMYK)");
    if (check->options->image_decodes && !check->options->image_decodes(full))
        diag_error(check->diags, at, "picture-broken", "save it again as a plain PNG or JPEG",
                   "this picture is damaged, or of a kind that is not read");
}

/* What a drawing program leaves in a file is one problem with one cure, however many lines it has. */
static void drawing_check(Check *check, Mark at, Bytes file)
{
    enum { LINES_MOST = 3 };
    Diags problems = {0};
    svg_subset_check(at.file, file, &problems);
    if (problems.errors > LINES_MOST)
        diag_error(
            check->diags, (Mark){at.file, problems.items[0].at.line, problems.items[0].at.column}, "svg-program",
            "save it as a PNG, 1,600 pixels wide, and name that here and where it is used; or draw flat shapes only",
            "this drawing has styles, gradients, text or notes of the program that made it, in %zu places",
            problems.errors);
    for (size_t i = 0; i < problems.count && problems.errors <= LINES_MOST; i++)
        diag_error(check->diags, problems.items[i].at, problems.items[i].code, problems.items[i].hint, "%s",
                   problems.items[i].message);
    diags_free(&problems);
}

void check_picture_file(Check *check, const char *path)
{
    Mark at = check_whole_file(check, path);
    const char *full = fs_join(&check->file_arena, check->pack->dir, path);
    Bytes file;
    FsResult result = fs_read(&check->file_arena, full, PICTURE_FILE_BYTES_MAX, &file);
    PictureKind promised = picture_kind_of_name(path);
    if (result == FS_TOO_BIG || (result == FS_OK && promised == PICTURE_SVG && file.count > SVG_FILE_BYTES_MAX)) {
        diag_error(check->diags, at, "picture-bytes", "save it smaller, or with fewer details",
                   "this file is too big; %s is the most", promised == PICTURE_SVG ? "256 KiB" : "4 MiB");
    } else if (result != FS_OK) {
        diag_error(check->diags, at, "picture-broken", "copy it again", "this file cannot be read");
    } else if (picture_kind(file) != promised) {
        const char *guess = picture_kind_guess(file);
        diag_error(check->diags, at, "picture-kind", "export it again under the right name, as PNG, JPEG or SVG",
                   "the name says %s, but inside it is %s", kind_names[promised], guess ? guess : "no picture");
    } else if (promised == PICTURE_SVG) {
        drawing_check(check, at, file);
    } else {
        bitmap_check(check, at, full, file);
    }
    arena_reset(&check->file_arena);
}
