/* replay.c - feeds every file of a folder to a fuzz target, so that what fuzzing has found stays found.
 *
 * Usage: fuzz_NAME FOLDER. Prints TAP, one line a file; a file that kills the target is the one after the last. */
#include <stdio.h>
#include <stdlib.h>

#include "base/fs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_BYTES_MAX = 1024 * 1024 };

static bool replay(const char *dir, const char *name)
{
    Arena arena = {0};
    Bytes bytes = {0};
    bool ok = fs_read(&arena, fs_join(&arena, dir, name), INPUT_BYTES_MAX, &bytes) == FS_OK;
    if (ok) {
        /* A copy of the exact size, so that the sanitizers see a read past the end. */
        uint8_t *exact = malloc(bytes.count > 0 ? bytes.count : 1);
        CHECK(exact != NULL);
        for (size_t i = 0; i < bytes.count; i++) exact[i] = (uint8_t)bytes.data[i];
        LLVMFuzzerTestOneInput(exact, bytes.count);
        free(exact);
    }
    arena_free(&arena);
    return ok;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    const char **names = NULL;
    size_t count = 0, bad = 0;
    if (argc != 2 || !fs_list(&arena, argv[1], &names, &count) || count == 0) {
        printf("not ok 1 - %s: no inputs\n", argc > 1 ? argv[1] : "usage: fuzz_NAME FOLDER");
        arena_free(&arena);
        return EXIT_UNREADABLE;
    }
    for (size_t i = 0; i < count; i++) {
        bool ok = replay(argv[1], names[i]);
        bad += ok ? 0 : 1;
        printf("%s %zu - %s\n", ok ? "ok" : "not ok", i + 1, names[i]);
        fflush(stdout);
    }
    arena_free(&arena);
    return bad == 0 ? EXIT_OK : EXIT_PROBLEMS;
}
