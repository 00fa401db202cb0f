#include "store/packs.h"

#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/mem.h"
#include "store/state/hidden.h"
#include "store/trust/identity.h"
#include "store/store.h"

static bool is_pack_dir(Arena *arena, const char *dir) { return fs_is_file(fs_join(arena, dir, "pack.yaml")); }

static bool library_has(const Library *library, const char *id)
{
    for (size_t i = 0; i < library->count; i++)
        if (strcmp(library->packs[i]->id, id) == 0) return true;
    return false;
}

static void library_add(Library *library, const char *dir, FILE *errors)
{
    Diags diags = {0};
    Pack *pack = pack_open(dir, &diags);
    if (!pack) {
        diags_sort(&diags);
        diags_print(&diags, errors);
        fprintf(errors, "hearth: %s is left out. \"hearth check %s\" says more.\n", dir, dir);
    } else if (library_has(library, pack->id)) {
        fprintf(errors, "hearth: %s is left out: a pack called %s is there already.\n", dir, pack->id);
        pack_close(pack);
    } else {
        library->packs = mem_resize(library->packs, mem_product(library->count + 1, sizeof(library->packs[0])));
        library->packs[library->count++] = pack;
    }
    diags_free(&diags);
}

static void site_add(Site **site, const char *dir, FILE *errors)
{
    Diags diags = {0};
    Site *found = *site ? NULL : site_open(dir, &diags);
    if (*site) {
        fprintf(errors, "hearth: %s is left out: the clinic has a pack of its own already (%s).\n", dir, (*site)->dir);
    } else if (!found) {
        diags_sort(&diags);
        diags_print(&diags, errors);
        fprintf(errors, "hearth: %s is left out. \"hearth check %s\" says more.\n", dir, dir);
    }
    if (found) *site = found;
    diags_free(&diags);
}

/* False for a folder that is no pack. */
static bool dir_add(Library *library, Site **site, Arena *arena, const char *dir, FILE *errors)
{
    if (is_pack_dir(arena, dir))
        library_add(library, dir, errors);
    else if (site_is_dir(dir))
        site_add(site, dir, errors);
    else
        return false;
    return true;
}

static size_t pack_page_count(const Pack *pack)
{
    size_t count = pack->articles.count;
    for (size_t i = 0; i < pack->sections.count; i++) count += ((const Section *)pack->sections.items)[i].pages.count;
    return count;
}

/* Brings the pack with the most pages to `first`; the others keep their order. */
static void largest_first(Library *library, size_t first)
{
    size_t largest = first;
    for (size_t i = first + 1; i < library->count; i++)
        if (pack_page_count(library->packs[i]) > pack_page_count(library->packs[largest])) largest = i;
    if (largest >= library->count) return;
    Pack *pack = library->packs[largest];
    memmove(&library->packs[first + 1], &library->packs[first], (largest - first) * sizeof(library->packs[0]));
    library->packs[first] = pack;
}

static void folder_open(Library *library, Site **site, Arena *arena, const char *dir, FILE *errors)
{
    const char **names;
    size_t count, first = library->count;
    if (!fs_list(arena, dir, &names, &count)) {
        fprintf(errors, "hearth: %s: there is no such folder.\n", dir);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (names[i][0] != '.') dir_add(library, site, arena, fs_join(arena, dir, names[i]), errors);
    }
    largest_first(library, first);
}

void packs_open(Library *library, Site **site, const char *const *paths, size_t count, FILE *errors)
{
    Arena arena = {0};
    bool *done = ARENA_ARRAY(&arena, bool, count + 1);
    *site = NULL;
    for (size_t i = 0; i < count; i++) done[i] = dir_add(library, site, &arena, paths[i], errors);
    for (size_t i = 0; i < count; i++)
        if (!done[i]) folder_open(library, site, &arena, paths[i], errors);
    if (!*site) *site = site_new();
    arena_free(&arena);
}

/* A pack that is there already is no mistake here: the store's version goes before the program's own. */
static void shipped_add(Library *library, Site **site, Arena *arena, const char *dir, FILE *errors)
{
    Diags unheard = {0};
    Identity identity;
    if (*site && site_is_dir(dir)) return;
    bool known = is_pack_dir(arena, dir) && identity_read(arena, dir, dir, &identity, &unheard);
    diags_free(&unheard);
    if (!known || !library_has(library, identity.id)) dir_add(library, site, arena, dir, errors);
}

static void shipped_open(Library *library, Site **site, Arena *arena, const char *path, FILE *errors)
{
    const char **names;
    size_t count;
    if (is_pack_dir(arena, path) || site_is_dir(path)) {
        shipped_add(library, site, arena, path, errors);
        return;
    }
    if (!fs_list(arena, path, &names, &count)) fprintf(errors, "hearth: %s: there is no such folder.\n", path);
    for (size_t i = 0; i < count; i++)
        if (names[i][0] != '.') shipped_add(library, site, arena, fs_join(arena, path, names[i]), errors);
}

static const char *shipped_place(void)
{
    const char *const places[] = {getenv("HEARTH_PACKS"), "/usr/share/hearth/packs", "content"};
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        if (places[i] && fs_is_dir(places[i])) return places[i];
    return NULL;
}

/* The store's packs as they lie there; reading all of them takes a while, so that is only done at the start. */
static void store_open(Library *library, Site **site, const char *state_dir, bool thoroughly, Arena *arena,
                       const char **sentence, FILE *errors)
{
    Store store;
    StorePack *packs;
    BootPack *sound;
    size_t count;
    store_open_to_read(&store, state_dir);
    if (store.is_unreadable)
        *sentence = "The disk does not say which packs are installed, so those that came with the program are shown. "
                    "Restart the kiosk; if this stays, its disk is to be replaced.";
    if (thoroughly) {
        store_boot(&store, arena, &sound, &count);
        for (size_t i = 0; i < count; i++) {
            if (sound[i].sentence) *sentence = sound[i].sentence;
            if (sound[i].dir) dir_add(library, site, arena, sound[i].dir, errors);
        }
    } else {
        store_list(&store, arena, &packs, &count);
        for (size_t i = 0; i < count; i++) dir_add(library, site, arena, packs[i].dir, errors);
    }
    store_close(&store);
}

/* What staff have taken off this kiosk. */
static void hidden_apply(const Library *library, const char *state_dir, const char **sentence)
{
    Arena arena = {0};
    TextList hidden;
    const char *id;
    if (!hidden_load(&arena, state_dir, &hidden))
        *sentence =
            "The list of pages that were hidden on this kiosk cannot be read, so they may be shown. Restart the "
            "kiosk; if this stays, hide them again.";
    for (size_t i = 0; i < hidden.count; i++) {
        Pack *pack = library_find(library, hidden.items[i], &id);
        if (pack) pack_hide(pack, id); /* a page that an update has taken out is no trouble */
    }
    arena_free(&arena);
}

void packs_open_installed(Library *library, Site **site, const PacksSource *source, bool thoroughly, Arena *arena,
                          const char **sentence, FILE *errors)
{
    const char *place = source->path_count == 0 ? shipped_place() : NULL;
    *site = NULL;
    *sentence = NULL;
    if (source->state_dir) store_open(library, site, source->state_dir, thoroughly, arena, sentence, errors);
    for (size_t i = 0; i < source->path_count; i++) shipped_open(library, site, arena, source->paths[i], errors);
    if (place) shipped_open(library, site, arena, place, errors);
    if (!*site) *site = site_new();
    largest_first(library, 0);
    if (source->state_dir) hidden_apply(library, source->state_dir, sentence);
    if (library->count == 0) fputs("hearth: no pack could be opened; the emergency card is shown.\n", errors);
}
