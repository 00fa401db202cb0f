/* pack_fixture.h - a small pack in a folder of its own under /tmp, to be changed by a test.
 *
 *     TempPack temp = temp_pack_new();
 *     temp_pack_write(&temp, "en/one.yaml", "title: ...");
 *     ... pack_open(temp.dir, &diags) ...
 *     temp_pack_remove(&temp); */
#ifndef HEARTH_TESTS_PACK_FIXTURE_H
#define HEARTH_TESTS_PACK_FIXTURE_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "pack/pack.h"

#define SMALL_PACK                                                                                                     \
    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [en]\n"                                                          \
    "sections:\n  - id: start\n    colour: growth\n    pages:\n      - {id: one}\n"                                    \
    "crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n"
#define SMALL_WORDS                                                                                                    \
    "title: A small pack\nsummary: One page, to see that it works.\n"                                                  \
    "sections:\n  start: {title: Start}\ncrisis:\n  line: {name: Crisis line}\n"
#define SIXTY_WORDS                                                                                                    \
    "Sit down where you are. Put both feet on the floor. Let your hands rest on your legs. Breathe in, and count to "  \
    "four. Breathe out, and count to six. Let your eyes fall on one thing near you, and stay with it. Do this four "   \
    "times. Then look up, and go on with your day. You can come back."
#define PAGE_TOP(title)                                                                                                \
    "title: " title "\nsummary: A breath, and then another.\n"                                                         \
    "attract:\n  - {line: One slow breath, text: It is enough for now., public: yes}\nreviewed: 2026-11-24\n"
#define PAGE_PARTS(body) "parts:\n  - title: Do it\n    blocks:\n      - text: |\n          " body "\n"
#define SMALL_PAGE PAGE_TOP("One slow breath") PAGE_PARTS(SIXTY_WORDS)

typedef struct TempPack {
    char root[32];
    char dir[40]; /* root/small */
} TempPack;

static inline void temp_pack_write_bytes(const TempPack *temp, const char *path, const char *bytes, size_t count)
{
    Arena arena = {0};
    char *full = fs_join(&arena, temp->dir, path), *folder = arena_copy(&arena, full);
    *strrchr(folder, '/') = '\0';
    CHECK(fs_make_dirs(folder));
    FILE *file = fopen(full, "wb");
    CHECK(file && fwrite(bytes, 1, count, file) == count && fclose(file) == 0);
    arena_free(&arena);
}

static inline void temp_pack_write(const TempPack *temp, const char *path, const char *text)
{
    temp_pack_write_bytes(temp, path, text, strlen(text));
}

static inline TempPack temp_pack_new(void)
{
    TempPack temp = {.root = "/tmp/hearth-test-XXXXXX"};
    CHECK(mkdtemp(temp.root));
    snprintf(temp.dir, sizeof(temp.dir), "%s/small", temp.root);
    temp_pack_write(&temp, "pack.yaml", SMALL_PACK);
    temp_pack_write(&temp, "en/pack.yaml", SMALL_WORDS);
    temp_pack_write(&temp, "en/one.yaml", SMALL_PAGE);
    return temp;
}

static inline void temp_pack_delete(const TempPack *temp, const char *path)
{
    Arena arena = {0};
    CHECK(unlink(fs_join(&arena, temp->dir, path)) == 0);
    arena_free(&arena);
}

static inline int temp_entry_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static inline void temp_pack_remove(const TempPack *temp)
{
    nftw(temp->root, temp_entry_remove, 8, FTW_DEPTH | FTW_PHYS);
}

#endif
