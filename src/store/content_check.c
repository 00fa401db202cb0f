#include "store/content_check.h"

#include "pack/site/site.h"

/* The clinic's own pack as it is installed, whose lines topics may refer to; NULL if there is none. */
static Site *site_installed(const char *state_dir)
{
    Arena arena = {0};
    Diags unheard = {0};
    Store store;
    StorePack pack;
    if (!state_dir) return NULL;
    store_open_to_read(&store, state_dir);
    Site *site = store_find(&store, &arena, SITE_ID, &pack) ? site_open(pack.dir, &unheard) : NULL;
    store_close(&store);
    diags_free(&unheard);
    arena_free(&arena);
    return site;
}

bool content_check(const void *context, const char *dir, bool is_site, Diags *diags)
{
    const ContentContext *content = context;
    const Library unknown = {0};
    CheckOptions options = {.today = content->today};
    size_t errors_before = diags->errors;
    if (is_site) {
        site_close(site_check(dir, &options, &unknown, diags));
        return diags->errors == errors_before;
    }
    Site *site = site_installed(content->state_dir);
    options.site = site;
    pack_close(pack_check(dir, &options, diags));
    site_close(site);
    return diags->errors == errors_before;
}
