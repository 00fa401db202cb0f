/* Folders that somebody made in anger, by mistake, or on a Mac: each is refused with a sentence or cleaned of litter,
 * and nothing of it reaches anything but the staging folder, which is gone afterwards. */
#include "unit.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

#include "store_fixture.h"

typedef enum HostileOp {
    PUT,      /* a file with a few bytes */
    PUT_SIZE, /* of `size` bytes */
    LINK,     /* symbolic, to `other` */
    HARD_LINK,
    FIFO,
    DEVICE,
    SOCKET,
    FOLDER,
    MANY, /* `size` files a0.txt ... in the folder */
    REMOVE,
} HostileOp;

typedef struct Hostile {
    HostileOp op;
    const char *path, *other;
    long long size;
    const char *code; /* that is reported; NULL: it is left out, and the pack installs */
} Hostile;

static const Hostile hostiles[] = {
    {LINK, "en/two.yaml", "one.yaml", 0, "file-link"},
    {LINK, "en/two.yaml", "../../outside", 0, "file-link"},
    {LINK, "en/two.yaml", "/etc/passwd", 0, "file-link"},
    {LINK, "en/two.yaml", "nowhere", 0, "file-link"},
    {LINK, "en/two.yaml", "two.yaml", 0, "file-link"},
    {LINK, "fr", "en", 0, "file-kind"},
    {LINK, "images/b.svg", "/dev/zero", 0, "file-link"},
    {LINK, "audio.txt", "/proc/self/mem", 0, "file-link"},
    {LINK, "pack.yaml", "en/one.yaml", 0, "file-link"},
    {LINK, "manifest.txt", "pack.yaml", 0, "file-link"},
    {HARD_LINK, "en/two.yaml", "outside", 0, "file-link"},
    {HARD_LINK, "en/two.yaml", "small/en/one.yaml", 0, "file-link"},
    {FIFO, "en/two.yaml", NULL, 0, "file-link"},
    {FIFO, "manifest.txt", NULL, 0, "file-link"},
    {DEVICE, "images/b.png", NULL, 0, "file-link"},
    {SOCKET, "en/two.yaml", NULL, 0, "file-link"},
    {PUT, "EN/one.yaml", NULL, 0, "file-name"},
    {PUT, "en/One.yaml", NULL, 0, "file-name"},
    {PUT, "images/A.svg", NULL, 0, "file-name"},
    {PUT, "en/caf\xC3\xA9.yaml", NULL, 0, "file-name"},
    {PUT, "en/cafe\xCC\x81.yaml", NULL, 0, "file-name"},
    {PUT, "en/\xFF\xFE.yaml", NULL, 0, "file-name"},
    {PUT, "en/a\nb.yaml", NULL, 0, "file-name"},
    {PUT, "en/a\x1b[2J.yaml", NULL, 0, "file-name"},
    {PUT, "en/\xE2\x80\xAEnepo.yaml", NULL, 0, "file-name"},
    {PUT, "en/two .yaml", NULL, 0, "file-name"},
    {PUT, "en/two.yaml ", NULL, 0, "file-name"},
    {PUT, "en/two.yaml.", NULL, 0, "file-name"},
    {PUT, "en/two\\three.yaml", NULL, 0, "file-name"},
    {PUT, "en/two:stream.yaml", NULL, 0, "file-name"},
    {PUT, "en/$(reboot).yaml", NULL, 0, "file-name"},
    {PUT, "en/-rf.yaml", NULL, 0, "file-name"},
    {PUT, "en/con.yaml", NULL, 0, "file-name"},
    {PUT, "en/NUL.yaml", NULL, 0, "file-name"},
    {PUT, "aux/one.yaml", NULL, 0, "file-name"},
    {PUT, "images/com1.svg", NULL, 0, "file-name"},
    {PUT, "images/lpt9.svg", NULL, 0, "file-name"},
    {PUT, "en/a123456789012345678901234567890123456789012345678901234567890.yaml", NULL, 0, "file-name"},
    {PUT, "font.ttf", NULL, 0, "font-file"},
    {PUT, "images/font.woff2", NULL, 0, "font-file"},
    {PUT, "FONT.OTF", NULL, 0, "font-file"},
    {PUT, "more.zip", NULL, 0, "archive"},
    {PUT, "more.tar.gz", NULL, 0, "archive"},
    {PUT, "setup.exe", NULL, 0, "program-file"},
    {PUT, "autorun.inf", NULL, 0, "program-file"},
    {PUT, "en/pages.lnk", NULL, 0, "program-file"},
    {PUT, "en/run.sh", NULL, 0, "program-file"},
    {PUT, "en/two.yml", NULL, 0, "file-kind"},
    {PUT, "en/two.yaml.txt", NULL, 0, "file-kind"},
    {PUT, "en/two.docx", NULL, 0, "file-kind"},
    {PUT, "images/b.gif", NULL, 0, "file-kind"},
    {PUT, "images/b.PNG", NULL, 0, "file-kind"},
    {PUT, "audio/b.mp3", NULL, 0, "file-kind"},
    {PUT, "en/noending", NULL, 0, "file-kind"},
    {PUT, "en/manifest.txt.minisig", NULL, 0, "file-kind"},
    {PUT, "a/b/c/d/one.yaml", NULL, 0, "folder-too-deep"},
    {FOLDER, "a/b/c/d", NULL, 0, "folder-too-deep"},
    {FOLDER, "my folder", NULL, 0, "file-name"},
    {FOLDER, "pack.yaml.d ", NULL, 0, "file-name"},
    {PUT_SIZE, "en/two.yaml", NULL, 256 * 1024 + 1, "file-too-big"},
    {PUT_SIZE, "images/b.svg", NULL, 256 * 1024 + 1, "file-too-big"},
    {PUT_SIZE, "images/b.png", NULL, 4 * 1024 * 1024 + 1, "file-too-big"},
    {PUT_SIZE, "notes.txt", NULL, 1LL << 40, "file-too-big"},
    {MANY, "notes", NULL, TREE_FILES_MAX, "pack-too-big"},
    {REMOVE, "pack.yaml", NULL, 0, "no-pack-file"},
    {PUT, "site.yaml", NULL, 0, "no-pack-file"},
    {PUT, "manifest.txt", NULL, 0, "signature-missing"},
    {PUT, "manifest.txt.minisig", NULL, 0, "signature-missing"},
    {PUT, ".DS_Store", NULL, 0, NULL},
    {PUT, "._pack.yaml", NULL, 0, NULL},
    {PUT, "en/._one.yaml", NULL, 0, NULL},
    {PUT, "en/.one.yaml.swp", NULL, 0, NULL},
    {PUT, "en/one.yaml~", NULL, 0, NULL},
    {PUT, "images/Thumbs.db", NULL, 0, NULL},
    {PUT, "images/desktop.ini", NULL, 0, NULL},
    {PUT, "System Volume Information/IndexerVolumeGuid", NULL, 0, NULL},
    {PUT, "__MACOSX/pack.yaml", NULL, 0, NULL},
    {PUT, ".Trash-1000/files/x.exe", NULL, 0, NULL},
    {PUT, "HEARTH-REPORT.txt", NULL, 0, NULL},
    {LINK, ".hidden", "/etc/passwd", 0, NULL},
    {FIFO, ".pipe", NULL, 0, NULL},
    {FOLDER, "empty", NULL, 0, NULL},
    {PUT, "LICENSE", NULL, 0, NULL},
};

static void socket_make(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    CHECK(strlen(path) < sizeof(address.sun_path));
    memcpy(address.sun_path, path, strlen(path) + 1);
    CHECK(fd >= 0 && bind(fd, (const struct sockaddr *)&address, sizeof(address)) == 0);
    close(fd);
}

static void many_make(Kiosk *kiosk, const char *folder, long long count)
{
    CHECK(fs_make_dirs(folder));
    for (long long i = 0; i < count; i++) {
        Arena scratch = {0};
        int fd = open(arena_format(&scratch, "%s/a%lld.txt", folder, i), O_WRONLY | O_CREAT, 0644);
        CHECK(fd >= 0 && close(fd) == 0);
        arena_free(&scratch);
    }
    (void)kiosk;
}

/* False: this machine cannot make such a thing (devices need root). */
static bool hostile_make(Kiosk *kiosk, const Hostile *hostile)
{
    char *path = arena_copy(&kiosk->arena, kiosk_path(kiosk, fs_join(&kiosk->arena, "small", hostile->path)));
    char *slash = strrchr(path, '/');
    *slash = '\0';
    CHECK(fs_make_dirs(path));
    *slash = '/';
    bool replaces = hostile->op != PUT && hostile->op != PUT_SIZE && hostile->op != FOLDER;
    if (replaces) (void)unlink(path);
    switch (hostile->op) {
    case PUT: kiosk_write(kiosk, fs_join(&kiosk->arena, "small", hostile->path), "a few bytes\n"); break;
    case PUT_SIZE: {
        int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
        CHECK(fd >= 0 && ftruncate(fd, hostile->size) == 0 && close(fd) == 0);
        break;
    }
    case LINK: CHECK(symlink(hostile->other, path) == 0); break;
    case HARD_LINK: CHECK(link(kiosk_path(kiosk, hostile->other), path) == 0); break;
    case FIFO: CHECK(mkfifo(path, 0644) == 0); break;
    case DEVICE: return mknod(path, S_IFCHR | 0644, makedev(1, 5)) == 0;
    case SOCKET: socket_make(path); break;
    case FOLDER: CHECK(fs_make_dirs(path)); break;
    case MANY: many_make(kiosk, path, hostile->size); break;
    case REMOVE: break;
    }
    return true;
}

/* Everything below a folder, with sizes and times, as one text. */
static void state_list(Arena *arena, const char *dir, const char **text)
{
    const char **names;
    size_t count;
    if (!fs_list(arena, dir, &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        struct stat status;
        const char *path = fs_join(arena, dir, names[i]);
        CHECK(lstat(path, &status) == 0);
        bool is_dir = S_ISDIR(status.st_mode);
        *text = arena_format(arena, "%s%s %lld %lld.%ld\n", *text, path, is_dir ? 0 : (long long)status.st_size,
                             is_dir ? 0 : (long long)status.st_mtim.tv_sec, is_dir ? 0 : status.st_mtim.tv_nsec);
        if (is_dir) state_list(arena, path, text);
    }
}

static void hostile_check(const Hostile *hostile)
{
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "before", "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "before", true).verdict, VERDICT_INSTALLED);
    kiosk_write(&kiosk, "outside", "secret\n");
    kiosk_pack(&kiosk, "small", "2.0.0");
    if (hostile_make(&kiosk, hostile)) {
        const char *before = "", *after = "";
        state_list(&kiosk.arena, kiosk.state, &before);
        InstallResult result = kiosk_install(&kiosk, "small", true);
        state_list(&kiosk.arena, kiosk.state, &after);
        if (hostile->code) {
            if (!kiosk_says(&kiosk, hostile->code)) diags_print(&kiosk.diags, stdout);
            if (!kiosk_says(&kiosk, hostile->code)) fail_msg("%s: no %s", hostile->path, hostile->code);
            assert_true(result.verdict != VERDICT_INSTALLED);
            assert_string_equal(after, before);
            assert_string_equal(kiosk_version(&kiosk), "1.0.0");
        } else {
            if (result.verdict != VERDICT_INSTALLED) diags_print(&kiosk.diags, stdout);
            if (result.verdict != VERDICT_INSTALLED) fail_msg("%s: %s", hostile->path, result.sentence);
            const char *copy = fs_join(&kiosk.arena, kiosk_found(&kiosk, "small").dir, hostile->path);
            struct stat status;
            bool stays = strcmp(hostile->path, "LICENSE") == 0;
            assert_int_equal(lstat(copy, &status) == 0, stays);
        }
    }
    kiosk_remove(&kiosk);
}

static void hostile_folders_are_refused_and_leave_no_trace(void **state)
{
    (void)state;
    assert_true(ARRAY_LEN(hostiles) >= 60);
    for (size_t i = 0; i < ARRAY_LEN(hostiles); i++) hostile_check(&hostiles[i]);
}

static void a_folder_on_another_disk_is_refused(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "small", "2.0.0");
    int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(root >= 0);
    assert_int_equal(open_beneath(root, "proc/self", O_DIRECTORY), -1);
    assert_true(errno == EXDEV || errno == ELOOP);
    close(root);
    kiosk_remove(&kiosk);
}

static void nothing_above_the_root_is_opened(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_write(&kiosk, "outside", "secret\n");
    kiosk_pack(&kiosk, "small", "1.0.0");
    CHECK(symlink("..", kiosk_path(&kiosk, "small/up")) == 0);
    int root = open(kiosk_path(&kiosk, "small"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    static const char *const paths[] = {"../outside", "en/../../outside", "/etc/passwd", "up/outside", "up"};
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) assert_int_equal(open_beneath(root, paths[i], 0), -1);
    int fd = open_beneath(root, "en/one.yaml", 0);
    assert_true(fd >= 0);
    close(fd);
    close(root);
    kiosk_remove(&kiosk);
}

/* Between the walk and the reading the stick changes under our hands. */
static void a_file_swapped_after_the_walk_is_noticed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Tree tree;
    Bytes bytes;
    kiosk_write(&kiosk, "outside", "secret\n");
    kiosk_pack(&kiosk, "small", "1.0.0");
    int root = open(kiosk_path(&kiosk, "small"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(tree_open(&tree, &kiosk.arena, root, "", "small", &kiosk.diags));
    const TreeFile *file = tree_find(&tree, "en/one.yaml");
    const char *path = kiosk_path(&kiosk, "small/en/one.yaml");
    assert_true(tree_read(&tree, file, &kiosk.arena, &bytes, &kiosk.diags));
    kiosk_write(&kiosk, "small/en/one.yaml", SMALL_PAGE "# longer\n");
    assert_false(tree_read(&tree, file, &kiosk.arena, &bytes, &kiosk.diags));
    kiosk_write(&kiosk, "small/en/one.yaml", "shorter\n");
    assert_false(tree_read(&tree, file, &kiosk.arena, &bytes, &kiosk.diags));
    CHECK(unlink(path) == 0 && symlink("../../outside", path) == 0);
    assert_int_equal(tree_open_file(&tree, file, &kiosk.diags), -1);
    CHECK(unlink(path) == 0 && mkfifo(path, 0644) == 0);
    assert_int_equal(tree_open_file(&tree, file, &kiosk.diags), -1);
    CHECK(unlink(path) == 0);
    assert_int_equal(tree_open_file(&tree, file, &kiosk.diags), -1);
    tree_close(&tree);
    close(root);
    kiosk_remove(&kiosk);
}

static void names_are_shown_without_doing_anything_to_a_screen(void **state)
{
    (void)state;
    Arena arena = {0};
    assert_string_equal(name_shown(&arena, "en/a\x1b[2J\n\xE2\x80\xAE.yaml"), "en/a?[2J????.yaml");
    assert_string_equal(name_shown(&arena, "caf\xC3\xA9"), "caf\xC3\xA9");
    const char *shown =
        name_shown(&arena, "12345678901234567890123456789012345678901234567890123456789\xC3\xA9 and more");
    assert_string_equal(shown, "12345678901234567890123456789012345678901234567890123456789...");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_folders_are_refused_and_leave_no_trace),
        cmocka_unit_test(a_folder_on_another_disk_is_refused),
        cmocka_unit_test(nothing_above_the_root_is_opened),
        cmocka_unit_test(a_file_swapped_after_the_walk_is_noticed),
        cmocka_unit_test(names_are_shown_without_doing_anything_to_a_screen),
    };
    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
