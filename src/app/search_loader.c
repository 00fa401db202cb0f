#include "app/search_loader.h"

#include <string.h>

#include "base/mem.h"
#include "base/thread.h"

static void stage_reach(SearchLoader *loader, LoadStage stage)
{
    atomic_store(&loader->stage, (int)stage);
    if (loader->platform) platform_wake(loader->platform);
}

static void load(SearchLoader *loader)
{
    if (!loader->new_support) loader->new_support = support_load(loader->library);
    stage_reach(loader, LOAD_SUPPORT);
    loader->new_index = search_build(loader->library, loader->lang, &loader->stop);
    stage_reach(loader, LOAD_INDEX);
}

static void *thread_main(void *context)
{
    load(context);
    mem_overwrite_stack();
    return NULL;
}

static void thread_end(SearchLoader *loader)
{
    if (!loader->running) return;
    atomic_store(&loader->stop, true);
    pthread_join(loader->thread, NULL);
    loader->running = false;
}

/* Hands over to the main thread what the loader has finished. True if it was something. */
static bool take(SearchLoader *loader)
{
    LoadStage stage = (LoadStage)atomic_load(&loader->stage);
    bool taken = false;
    if (stage >= LOAD_SUPPORT && !loader->support) {
        loader->support = loader->new_support;
        taken = true;
    }
    if (stage == LOAD_INDEX && loader->new_index) {
        search_free(loader->index);
        loader->index = loader->new_index;
        loader->new_index = NULL;
        if (loader->running) pthread_join(loader->thread, NULL);
        loader->running = false;
        taken = true;
    }
    return taken;
}

static void start(SearchLoader *loader, const Library *library, const char *lang, Platform *platform)
{
    size_t length = strlen(lang);
    if (length >= sizeof(loader->lang)) return;
    memcpy(loader->lang, lang, length + 1);
    loader->library = library;
    loader->platform = platform;
    atomic_store(&loader->stop, false);
    atomic_store(&loader->stage, LOAD_STARTED);
    loader->running = platform && thread_start(&loader->thread, thread_main, loader);
    if (!loader->running) load(loader);
}

bool search_loader_tick(SearchLoader *loader, const Library *library, const char *lang, Platform *platform)
{
    bool right = loader->running ? strcmp(loader->lang, lang) == 0 : search_fits(loader->index, library, lang);
    if (!right) {
        thread_end(loader);
        search_free(loader->new_index);
        loader->new_index = NULL;
        start(loader, library, lang, platform);
    }
    return take(loader);
}

void search_loader_stop(SearchLoader *loader)
{
    thread_end(loader);
    search_free(loader->index);
    search_free(loader->new_index);
    /* Taken or not, there is one. */
    support_free(loader->new_support);
    *loader = (SearchLoader){0};
}
