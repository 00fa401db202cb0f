#include "platform/images.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/thread.h"
#include "platform/paint/lru.h"
#include "platform/paint/picture.h"

/* Small built-in pictures are drawn at once: a control never shows without its icon. */
enum { AT_ONCE_AREA = 160 * 160, DECODES_SIDE = 256 };

typedef struct ImageEntry ImageEntry;
struct ImageEntry {
    LruEntry entry;
    ImageEntry *next_job;
    int box_w, box_h;
    uint32_t frame;      /* the last one that asked for it */
    ImageState state;    /* guarded by Images.lock while pending */
    PictureData picture; /* likewise */
    char path[];
};

struct Images {
    void (*wake)(void *context);
    void *context;
    Lru cache; /* of ImageEntry, cost in bytes; main thread only, as is `frame` */
    uint32_t frame;
    bool wipe_again; /* main thread only: a file was still being decoded at the last wipe */

    pthread_mutex_t lock; /* guards what follows, and the results of pending entries */
    pthread_cond_t has_job, is_settled;
    ImageEntry *jobs; /* newest first: what was asked for last is what is on the screen */
    size_t pending;   /* waiting or with the worker */
    bool stop;

    pthread_t worker; /* started with the first job */
    bool has_worker;
};

Images *images_new(void (*wake)(void *context), void *context)
{
    Images *images = mem_alloc(sizeof(*images));
    images->wake = wake;
    images->context = context;
    pthread_mutex_init(&images->lock, NULL);
    pthread_cond_init(&images->has_job, NULL);
    pthread_cond_init(&images->is_settled, NULL);
    return images;
}

static void entry_drop(Images *images, ImageEntry *entry)
{
    lru_remove(&images->cache, &entry->entry);
    free(entry->picture.pixels);
    free(entry);
}

void images_free(Images *images)
{
    if (!images) return;
    pthread_mutex_lock(&images->lock);
    images->stop = true;
    pthread_cond_signal(&images->has_job);
    pthread_mutex_unlock(&images->lock);
    if (images->has_worker) pthread_join(images->worker, NULL);
    while (images->cache.oldest) entry_drop(images, (ImageEntry *)images->cache.oldest);
    pthread_cond_destroy(&images->has_job);
    pthread_cond_destroy(&images->is_settled);
    pthread_mutex_destroy(&images->lock);
    free(images);
}

static bool is_built_in(const ImageEntry *entry)
{
    return strncmp(entry->path, "icon:", 5) == 0 || strncmp(entry->path, "art:", 4) == 0;
}

static bool is_stopped(void *context)
{
    Images *images = context;
    pthread_mutex_lock(&images->lock);
    bool stop = images->stop;
    pthread_mutex_unlock(&images->lock);
    return stop;
}

/* Reads and decodes: files in a process of their own, our own drawings here. */
static ImageState entry_decode(Images *images, const ImageEntry *entry, PictureData *out)
{
    const ConfineWatch watch = {.is_stopped = is_stopped, .context = images};
    Arena arena = {0};
    Bytes file;
    bool good = is_built_in(entry)
                    ? picture_read(&arena, entry->path, &file) && picture_decode(file, entry->box_w, entry->box_h, out)
                    : picture_decode_apart(entry->path, entry->box_w, entry->box_h, &watch, out);
    arena_free(&arena);
    return good ? IMAGE_READY : IMAGE_BROKEN;
}

/* Waits for a job; NULL when it is time to stop. */
static ImageEntry *job_take(Images *images)
{
    pthread_mutex_lock(&images->lock);
    while (!images->jobs && !images->stop) pthread_cond_wait(&images->has_job, &images->lock);
    ImageEntry *entry = images->stop ? NULL : images->jobs;
    if (entry) images->jobs = entry->next_job;
    pthread_mutex_unlock(&images->lock);
    return entry;
}

static void *worker_run(void *context)
{
    Images *images = context;
    for (ImageEntry *entry = job_take(images); entry; entry = job_take(images)) {
        PictureData picture = {0};
        ImageState state = entry_decode(images, entry, &picture);
        pthread_mutex_lock(&images->lock);
        entry->picture = picture;
        entry->state = state;
        if (--images->pending == 0) pthread_cond_broadcast(&images->is_settled);
        pthread_mutex_unlock(&images->lock);
        images->wake(images->context);
        mem_overwrite_stack();
    }
    return NULL;
}

static bool worker_start(Images *images)
{
    if (images->has_worker) return true;
    images->has_worker = thread_start(&images->worker, worker_run, images);
    return images->has_worker;
}

static void job_give(Images *images, ImageEntry *entry)
{
    pthread_mutex_lock(&images->lock);
    entry->next_job = images->jobs;
    images->jobs = entry;
    images->pending++;
    pthread_cond_signal(&images->has_job);
    pthread_mutex_unlock(&images->lock);
}

/* Drops what was used longest ago until all fits, but neither what the worker has nor what this frame needs: or two
 * large pictures of one screen would drive each other out for ever. Pending entries have no pixels yet: their cost is
 * counted from the size that was asked for. */
static void cache_trim(Images *images)
{
    LruEntry *next;
    for (LruEntry *at = images->cache.oldest; at && images->cache.cost > IMAGE_CACHE_BYTES; at = next) {
        next = at->newer;
        ImageEntry *entry = (ImageEntry *)at;
        pthread_mutex_lock(&images->lock);
        bool pending = entry->state == IMAGE_PENDING;
        pthread_mutex_unlock(&images->lock);
        if (!pending && entry->frame != images->frame) entry_drop(images, entry);
    }
}

static bool is_small_and_built_in(const ImageEntry *entry)
{
    return is_built_in(entry) && (int64_t)entry->box_w * entry->box_h <= AT_ONCE_AREA;
}

/* Files that the worker has not begun with are not decoded any more. */
static void jobs_drop_files(Images *images)
{
    pthread_mutex_lock(&images->lock);
    for (ImageEntry **link = &images->jobs; *link;) {
        ImageEntry *entry = *link;
        if (is_built_in(entry)) {
            link = &entry->next_job;
            continue;
        }
        *link = entry->next_job;
        entry->state = IMAGE_BROKEN;
        images->pending--;
    }
    if (images->pending == 0) pthread_cond_broadcast(&images->is_settled);
    pthread_mutex_unlock(&images->lock);
}

void images_wipe(Images *images)
{
    jobs_drop_files(images);
    images->wipe_again = false;
    LruEntry *next;
    for (LruEntry *at = images->cache.oldest; at; at = next) {
        next = at->newer;
        ImageEntry *entry = (ImageEntry *)at;
        if (is_built_in(entry)) continue;
        pthread_mutex_lock(&images->lock);
        bool pending = entry->state == IMAGE_PENDING;
        pthread_mutex_unlock(&images->lock);
        if (pending)
            images->wipe_again = true;
        else
            entry_drop(images, entry);
    }
}

void images_begin_frame(Images *images)
{
    images->frame++;
    if (images->wipe_again) images_wipe(images);
}

typedef struct ImageKey {
    const char *path;
    int box_w, box_h;
} ImageKey;

static bool entry_matches(const LruEntry *at, const void *key)
{
    const ImageEntry *entry = (const ImageEntry *)at;
    const ImageKey *wanted = key;
    return entry->box_w == wanted->box_w && entry->box_h == wanted->box_h && strcmp(entry->path, wanted->path) == 0;
}

static ImageEntry *entry_add(Images *images, const ImageKey *key, uint64_t hash)
{
    size_t path_bytes = strlen(key->path) + 1;
    ImageEntry *entry = mem_alloc(sizeof(*entry) + path_bytes);
    memcpy(entry->path, key->path, path_bytes);
    entry->box_w = key->box_w;
    entry->box_h = key->box_h;
    size_t most_bytes = key->box_w > 0 && key->box_h > 0 ? (size_t)key->box_w * (size_t)key->box_h * 4 : 0;
    lru_add(&images->cache, &entry->entry, hash, sizeof(*entry) + path_bytes + most_bytes);
    entry->frame = images->frame;
    entry->state = IMAGE_PENDING;
    cache_trim(images);
    if (images->wake && !is_small_and_built_in(entry) && worker_start(images))
        job_give(images, entry);
    else
        entry->state = entry_decode(images, entry, &entry->picture);
    return entry;
}

ImageState images_get(Images *images, const char *path, int box_w, int box_h, Picture *out)
{
    const ImageKey key = {path, box_w, box_h};
    const int sides[] = {box_w, box_h};
    uint64_t hash = hash_bytes(hash_bytes(HASH_START, path, strlen(path)), sides, sizeof(sides));
    ImageEntry *entry = (ImageEntry *)lru_find(&images->cache, hash, entry_matches, &key);
    if (!entry) entry = entry_add(images, &key, hash);
    entry->frame = images->frame;
    pthread_mutex_lock(&images->lock);
    ImageState state = entry->state;
    *out = (Picture){entry->picture.pixels, entry->picture.w, entry->picture.h};
    pthread_mutex_unlock(&images->lock);
    return state;
}

void images_settle(Images *images)
{
    pthread_mutex_lock(&images->lock);
    while (images->pending > 0) pthread_cond_wait(&images->is_settled, &images->lock);
    pthread_mutex_unlock(&images->lock);
}

bool images_decodes(const char *path)
{
    Arena arena = {0};
    Bytes file;
    PictureData picture = {0};
    bool good = picture_read(&arena, path, &file) && picture_decode(file, DECODES_SIDE, DECODES_SIDE, &picture);
    free(picture.pixels);
    arena_free(&arena);
    return good;
}

bool images_decodes_apart(const char *path)
{
    bool broken = false;
    return confine_decode(&path, 1, images_decodes, &broken, NULL);
}
