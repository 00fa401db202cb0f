/* pictures.h - decodes each picture of a copied pack once, in a confined process, before any visitor sees it. */
#ifndef HEARTH_PICTURES_H
#define HEARTH_PICTURES_H

#include "confine/confine.h"
#include "store/disk/progress.h"
#include "store/disk/tree.h"

typedef enum PicturesResult {
    PICTURES_GOOD,
    PICTURES_BROKEN,  /* those that cannot be drawn are problems in `diags` */
    PICTURES_STOPPED, /* progress_stop() was called */
    PICTURES_UNKNOWN, /* the kiosk could not look: nothing is known about them */
} PicturesResult;

/* `tree` lists the files; they are read below `dir`, our own copy of it. */
MUST_USE PicturesResult pictures_try(const Tree *tree, Arena *arena, const char *dir, DecodeFn *decode,
                                     InstallProgress *progress, Diags *diags);

#endif
