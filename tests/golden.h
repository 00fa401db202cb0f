/* golden.h - text that must stay as it is until somebody has looked at the difference.
 *
 * `make golden-update` (GOLDEN_UPDATE=1) rewrites the files instead of comparing. */
#ifndef HEARTH_TESTS_GOLDEN_H
#define HEARTH_TESTS_GOLDEN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/fs.h"

/* Prints the first line in which the two differ. */
static inline void golden_print_difference(const char *name, const char *wanted, const char *got)
{
    int number = 1;
    while (*wanted || *got) {
        size_t w = strcspn(wanted, "\n"), g = strcspn(got, "\n");
        if (w != g || memcmp(wanted, got, w) != 0) {
            print_error("tests/golden/%s:%d differs\n  golden: %.*s\n  now:    %.*s\n", name, number, (int)w, wanted,
                        (int)g, got);
            return;
        }
        wanted += w + (wanted[w] != '\0');
        got += g + (got[g] != '\0');
        number++;
    }
}

/* Keeps the text that differs, to look at or to compare, in BUILD/failed/golden, and says where. */
static inline void golden_keep(Arena *scratch, const char *name, const char *text)
{
    const char *build = getenv("BUILD"), *slash = strrchr(name, '/');
    const char *dir = arena_format(scratch, "%s/failed/golden/%.*s", build ? build : "build/release",
                                   slash ? (int)(slash - name) : 0, name);
    const char *path = fs_join(scratch, dir, slash ? slash + 1 : name);
    FILE *file = fs_make_dirs(dir) ? fopen(path, "w") : NULL;
    if (!file) return;
    fputs(text, file);
    if (fclose(file) == 0) print_error("  all of it is in %s\n", path);
}

/* `text` is what tests/golden/`name` holds; run from the top of the tree. */
static inline void assert_golden(const char *name, const char *text)
{
    Arena scratch = {0};
    const char *path = arena_format(&scratch, "tests/golden/%s", name);
    Bytes golden = {0};
    if (getenv("GOLDEN_UPDATE")) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(text, file);
        assert_int_equal(fclose(file), 0);
    } else if (fs_read(&scratch, path, 1 << 20, &golden) != FS_OK) {
        fail_msg("%s is missing: make golden-update", path);
    } else if (strcmp(golden.data, text) != 0) {
        golden_print_difference(name, golden.data, text);
        golden_keep(&scratch, name, text);
        fail_msg("%s differs; if that is meant: make golden-update", path);
    }
    arena_free(&scratch);
}

#endif
