/* search_loader.h - makes the index that the search screen reads, on a thread of its own, when it is first needed.
 *
 * The thread reads the packs: search_loader_stop() comes before they are closed or exchanged. Only the thread writes
 * the fields marked so, and the main thread reads them once `stage` says that they are there. */
#ifndef HEARTH_SEARCH_LOADER_H
#define HEARTH_SEARCH_LOADER_H

#include <pthread.h>

#include "pack/search/search.h"
#include "pack/support.h"
#include "platform/platform.h"

typedef enum LoadStage { LOAD_STARTED, LOAD_SUPPORT, LOAD_INDEX } LoadStage;

typedef struct SearchLoader {
    SearchIndex *index; /* owned; NULL: not there yet */
    Support *support;   /* likewise: comes first, so that help is never late */
    bool running;
    pthread_t thread;
    atomic_bool stop;
    atomic_int stage; /* LoadStage */
    const Library *library;
    char lang[16];
    Platform *platform;     /* to wake the loop; NULL: everything is done at once, on this thread */
    SearchIndex *new_index; /* the thread's */
    Support *new_support;   /* the thread's */
} SearchLoader;

/* Starts making the index of this language if it is neither there nor being made, and takes over what is finished. True
 * if something was. `platform` is woken by the thread; NULL: the index is made at once, on this thread. */
bool search_loader_tick(SearchLoader *loader, const Library *library, const char *lang, Platform *platform);
/* Ends the thread, waiting for it, and frees what it made. */
void search_loader_stop(SearchLoader *loader);

#endif
