/* door_save.c - writes packs to a stick, each in a new folder.
 *
 * After the stick's name the player sends, in this order and as often as needed:
 *     pack ID           begins a folder of that name ("relationships", or "relationships-2" beside an older one)
 *     file PATH BYTES   followed by so many bytes: a file of that pack
 *     end               all was sent; without it the last pack is taken away again */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "door/door.h"
#include "door/stick.h"

/* The limits of a pack (store/disk/tree.h), for all packs of a kiosk together. */
enum { FILES_MAX = 40000, DEPTH_MAX = 3, COPIES_MAX = 99, FOLDER_MAX = 80 };
static const int64_t BYTES_MAX = INT64_C(1024) * 1024 * 1024;

typedef struct Save {
    DoorInput *input;
    int root;                /* of the stick */
    int pack;                /* the folder that is being filled; -1: none yet */
    char folder[FOLDER_MAX]; /* its name */
    int files;
    int64_t bytes;
} Save;

/* True for a name of one folder or file as packs have them: nothing hidden, no "..", no slash. */
static bool name_is_safe(const char *name, size_t length)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    return length > 0 && length < FOLDER_MAX - 4 && name[0] != '.' && name[0] != '-' && strspn(name, allowed) >= length;
}

/* Removes what is in the open folder, which this program has made itself. Closes it. */
static void folder_empty(int fd, int depth)
{
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return;
    }
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlinkat(dirfd(dir), entry->d_name, 0) == 0 || depth == 0) continue;
        int below = openat(dirfd(dir), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (below >= 0) folder_empty(below, depth - 1);
        (void)unlinkat(dirfd(dir), entry->d_name, AT_REMOVEDIR);
    }
    closedir(dir);
}

static bool pack_begin(Save *save, const char *id)
{
    if (!name_is_safe(id, strlen(id))) return false;
    if (save->pack >= 0) close(save->pack);
    save->pack = -1;
    for (int copy = 1; copy <= COPIES_MAX; copy++) {
        snprintf(save->folder, sizeof(save->folder), copy == 1 ? "%s" : "%s-%d", id, copy);
        if (mkdirat(save->root, save->folder, 0755) == 0) break;
        if (errno != EEXIST) return false;
    }
    save->pack = openat(save->root, save->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return save->pack >= 0;
}

/* Opens a new file `path` of the pack, making the folders that it stands in; -1 if that is no path of a pack's file. */
static int file_make(const Save *save, char *path)
{
    int folder = dup(save->pack);
    for (int depth = 0; folder >= 0; depth++) {
        char *slash = strchr(path, '/');
        size_t length = slash ? (size_t)(slash - path) : strlen(path);
        bool safe = name_is_safe(path, length) && depth < DEPTH_MAX;
        if (slash) *slash = '\0';
        if (safe && slash) (void)mkdirat(folder, path, 0755);
        int flags = slash ? O_RDONLY | O_DIRECTORY : O_WRONLY | O_CREAT | O_EXCL;
        int next = safe ? openat(folder, path, flags | O_NOFOLLOW | O_CLOEXEC, 0644) : -1;
        close(folder);
        if (!slash || next < 0) return next;
        folder = next;
        path = slash + 1;
    }
    return -1;
}

static bool bytes_copy(DoorInput *input, int to, int64_t bytes)
{
    char chunk[DOOR_BUFFER_BYTES];
    while (bytes > 0) {
        size_t most = bytes < (int64_t)sizeof(chunk) ? (size_t)bytes : sizeof(chunk);
        long got = door_read(input, chunk, most);
        if (got <= 0 || !door_write(to, chunk, (size_t)got)) return false;
        bytes -= got;
    }
    return fsync(to) == 0;
}

/* `rest` is "PATH BYTES". */
static bool file_take(Save *save, char *rest)
{
    int64_t bytes;
    char *space = strchr(rest, ' ');
    if (!space || save->pack < 0 || ++save->files > FILES_MAX) return false;
    *space = '\0';
    if (!door_read_number(space + 1, 0, BYTES_MAX - save->bytes, &bytes)) return false;
    save->bytes += bytes;
    int fd = file_make(save, rest);
    if (fd < 0) return false;
    bool ok = bytes_copy(save->input, fd, bytes);
    close(fd);
    return ok;
}

/* Follows the player's lines until "end". */
static bool packs_take(Save *save)
{
    char line[DOOR_LINE_MAX];
    while (door_read_line(save->input, line)) {
        if (strcmp(line, "end") == 0) return fsync(save->root) == 0;
        bool ok = strncmp(line, "pack ", 5) == 0   ? pack_begin(save, line + 5)
                  : strncmp(line, "file ", 5) == 0 ? file_take(save, line + 5)
                                                   : false;
        if (!ok) return false;
    }
    return false;
}

static bool packs_write(int root, void *context)
{
    Save save = {.input = context, .root = root, .pack = -1};
    bool ok = packs_take(&save);
    if (!ok) perror("saving packs");
    if (save.pack >= 0 && !ok) {
        folder_empty(save.pack, DEPTH_MAX);
        (void)unlinkat(root, save.folder, AT_REMOVEDIR);
    } else if (save.pack >= 0) {
        close(save.pack);
    }
    return ok;
}

bool door_save(DoorInput *input)
{
    char name[DOOR_LINE_MAX];
    return door_read_line(input, name) && stick_write(name, packs_write, input);
}
