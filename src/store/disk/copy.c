#include "store/disk/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk/durable.h"

enum { CHUNK_BYTES = 64 * 1024 };

static bool file_is_listed(const TreeFile *file) { return file->kind != FILE_MANIFEST && file->kind != FILE_SIGNATURE; }

static bool changed_problem(const Tree *tree, const char *path, const char *what, Diags *diags)
{
    Arena scratch = {0};
    diag_error(diags, tree_mark(tree, &scratch, path), "changed-after-signing",
               "copy the whole folder again; if the change is meant, delete " MANIFEST_NAME " and " SIGNATURE_NAME
               ": the pack then needs the staff PIN",
               "this file %s after the pack was signed", what);
    arena_free(&scratch);
    return false;
}

bool manifest_lists_tree(const Manifest *manifest, const Tree *tree, Diags *diags)
{
    size_t errors_before = diags->errors;
    for (size_t i = 0; i < manifest->count; i++)
        if (!tree_find(tree, manifest->files[i].path))
            changed_problem(tree, manifest->files[i].path, "was lost", diags);
    for (size_t i = 0; i < tree->count; i++) {
        if (!file_is_listed(&tree->files[i])) continue;
        const ManifestFile *listed = manifest_find(manifest, tree->files[i].path);
        if (!listed)
            changed_problem(tree, tree->files[i].path, "was added", diags);
        else if (listed->bytes != tree->files[i].bytes)
            changed_problem(tree, tree->files[i].path, "was changed", diags);
    }
    return diags->errors == errors_before;
}

/* Where the bytes of one file go: to a file of our own, or nowhere. */
typedef struct Sink {
    int fd; /* -1: nowhere */
    bool sync;
} Sink;

static CopyResult stream_finish(const Sink *sink)
{
    if (sink->fd < 0 || !sink->sync) return COPY_OK;
    if (!durable_sync(sink->fd)) return COPY_DISK;
    (void)posix_fadvise(sink->fd, 0, 0, POSIX_FADV_DONTNEED); /* so that reading it back reads the disk */
    return COPY_OK;
}

/* Reads `from` to its end, at most `most` bytes. Leaves errno of what failed. */
static CopyResult stream(int from, const Sink *sink, uint64_t most, ManifestFile *out, InstallProgress *progress)
{
    char chunk[CHUNK_BYTES];
    DigestStream digest;
    digest_start(&digest);
    for (;;) {
        if (progress_is_stopped(progress)) return COPY_STOPPED;
        ssize_t got = read(from, chunk, sizeof(chunk));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return COPY_UNREADABLE;
        if (got == 0) break;
        out->bytes += (uint64_t)got;
        errno = EIO;
        if (out->bytes > most) return COPY_UNREADABLE; /* it grows while it is read */
        digest_add(&digest, chunk, (size_t)got);
        if (sink->fd >= 0 && !durable_write(sink->fd, chunk, (size_t)got)) return COPY_DISK;
        progress_add(progress, (uint64_t)got, 0);
    }
    out->digest = digest_finish(&digest);
    progress_add(progress, 0, 1);
    return stream_finish(sink);
}

/* Opens the folder that `path` is to stand in, beneath `root`, making what is missing. */
static int folder_make(int root, const char *path)
{
    int fd = open_beneath(root, "", O_DIRECTORY);
    const char *slash;
    while (fd >= 0 && (slash = strchr(path, '/')) != NULL) {
        char name[NAME_BYTES_MAX + 1];
        size_t length = (size_t)(slash - path);
        CHECK(length < sizeof(name)); /* tree_open() has seen to it */
        memcpy(name, path, length);
        name[length] = '\0';
        int below = durable_open_dir(fd, name);
        int error = errno;
        close(fd);
        errno = error;
        fd = below;
        path = slash + 1;
    }
    return fd;
}

static int file_make(int root, const char *path)
{
    int folder = folder_make(root, path);
    if (folder < 0) return -1;
    const char *slash = strrchr(path, '/');
    int fd = openat(folder, slash ? slash + 1 : path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    int error = errno;
    if (fd >= 0 && !durable_adopt(fd, folder)) {
        error = errno;
        close(fd);
        fd = -1;
    }
    close(folder);
    errno = error;
    return fd;
}

static CopyResult file_copy(const CopyJob *job, const TreeFile *file, ManifestFile *out, InstallProgress *progress,
                            Diags *diags)
{
    int from = tree_open_file(job->tree, file, diags);
    if (from < 0) return COPY_UNREADABLE;
    Sink sink = {-1, job->sync};
    CopyResult result = COPY_OK;
    if (job->to >= 0 && (file->kind != FILE_AUDIO || job->sounds)) {
        sink.fd = file_make(job->to, file->path);
        if (sink.fd < 0) result = COPY_DISK;
    }
    if (result == COPY_OK) result = stream(from, &sink, file->bytes_max, out, progress);
    int error = errno;
    if (sink.fd >= 0 && close(sink.fd) != 0 && result == COPY_OK) {
        error = errno;
        result = COPY_DISK;
    }
    close(from);
    Arena scratch = {0};
    if (result == COPY_UNREADABLE) read_problem(diags, tree_mark(job->tree, &scratch, file->path), error);
    if (result == COPY_DISK) disk_problem(diags, error, "Copying the pack");
    arena_free(&scratch);
    return result;
}

/* Syncs each folder that files were put into. The folder `to` itself comes last. */
static CopyResult folders_sync(const CopyJob *job, Diags *diags)
{
    const char *last = "";
    size_t last_length = 0;
    for (size_t i = 0; i < job->tree->count; i++) {
        const char *path = job->tree->files[i].path, *slash = strrchr(path, '/');
        size_t length = slash ? (size_t)(slash - path) : 0;
        if (length == 0 || (length == last_length && memcmp(path, last, length) == 0)) continue;
        last = path;
        last_length = length;
        int fd = folder_make(job->to, path);
        bool ok = fd >= 0 && durable_sync(fd);
        int error = errno;
        if (fd >= 0) close(fd);
        if (ok) continue;
        disk_problem(diags, error, "Copying the pack");
        return COPY_DISK;
    }
    if (durable_sync(job->to)) return COPY_OK;
    disk_problem(diags, errno, "Copying the pack");
    return COPY_DISK;
}

/* COPY_OK if what was read is what the manifest lists. */
static CopyResult file_compare(const Tree *tree, const Manifest *manifest, const ManifestFile *got, Diags *diags)
{
    const ManifestFile *listed = manifest_find(manifest, got->path);
    if (listed && listed->bytes == got->bytes && digest_equal(&listed->digest, &got->digest)) return COPY_OK;
    changed_problem(tree, got->path, listed ? "was changed" : "was added", diags);
    return COPY_CHANGED;
}

CopyResult copy_tree(const CopyJob *job, Arena *arena, Manifest *manifest, InstallProgress *progress, Diags *diags)
{
    const Tree *tree = job->tree;
    bool given = manifest->count > 0;
    if (given && !manifest_lists_tree(manifest, tree, diags)) return COPY_CHANGED;
    if (!given) manifest->files = ARENA_ARRAY(arena, ManifestFile, tree->count);
    progress_phase(progress, PROGRESS_COPYING, tree->bytes, tree->count);
    for (size_t i = 0; i < tree->count; i++) {
        if (!file_is_listed(&tree->files[i])) continue;
        ManifestFile got = {.path = tree->files[i].path};
        CopyResult result = file_copy(job, &tree->files[i], &got, progress, diags);
        if (result == COPY_OK && given) result = file_compare(tree, manifest, &got, diags);
        if (result != COPY_OK) return result;
        if (!given) manifest->files[manifest->count++] = got;
    }
    return job->sync ? folders_sync(job, diags) : COPY_OK;
}

CopyResult tree_verify(const Tree *tree, const Manifest *manifest, InstallProgress *progress, Diags *diags)
{
    static const Sink nowhere = {-1, false};
    if (!manifest_lists_tree(manifest, tree, diags)) return COPY_CHANGED;
    for (size_t i = 0; i < tree->count; i++) {
        if (!file_is_listed(&tree->files[i])) continue;
        ManifestFile got = {.path = tree->files[i].path};
        int fd = tree_open_file(tree, &tree->files[i], diags);
        if (fd < 0) return COPY_UNREADABLE;
        CopyResult result = stream(fd, &nowhere, tree->files[i].bytes_max, &got, progress);
        int error = errno;
        close(fd);
        Arena scratch = {0};
        if (result == COPY_UNREADABLE) read_problem(diags, tree_mark(tree, &scratch, got.path), error);
        arena_free(&scratch);
        if (result == COPY_OK) result = file_compare(tree, manifest, &got, diags);
        if (result != COPY_OK) return result;
    }
    return COPY_OK;
}
