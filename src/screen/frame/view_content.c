#include "screen/frame/view_content.h"

#include <string.h>

#include "pack/questions.h"

enum { READING_WORDS_A_MINUTE = 150 };

static bool lang_is_here(const View *view, const char *lang)
{
    return words_has(lang) && (view->library->count == 0 || pack_has_lang(view->library->packs[0], lang));
}

int view_languages(const View *view, const char **langs)
{
    const TextList *offered = &view->site->display.languages_offered;
    int count = 0;
    for (size_t i = 0; i < offered->count && count < LANGS_OFFERED_MAX; i++)
        if (lang_is_here(view, offered->items[i])) langs[count++] = offered->items[i];
    if (count > 0) return count;
    for (size_t i = 0; words_langs()[i] && count < LANGS_OFFERED_MAX; i++)
        if (lang_is_here(view, words_langs()[i])) langs[count++] = words_langs()[i];
    return count;
}

const char *language_own_name(const View *view, const char *lang)
{
    return word(words_of(view->words_set, lang), "language-name");
}

int page_minutes(const Page *page)
{
    return int_max(1, (page->words + READING_WORDS_A_MINUTE - 1) / READING_WORDS_A_MINUTE);
}

bool view_page_link(const View *view, const char *ref, PageLink *out)
{
    const char *id;
    Pack *pack = library_find(view->library, ref, &id);
    const Page *page = pack ? pack_page(pack, id, view->lang) : NULL;
    if (!page) return false;
    PagePlace place;
    bool placed = pack_find(pack, id, &place);
    *out = (PageLink){
        .ref = arena_format(view->arena, "%s/%s", pack->id, id),
        .title = arena_copy(view->arena, page->title),
        .image = placed ? pack_image(pack, view->arena, place.entry->image) : (ImageRef){0},
        .family = FAMILY_LIBRARY,
        .is_article = placed && !place.section,
    };
    if (placed && place.section) {
        out->family = (Family)place.section->family;
        const SectionWords *words = pack_section_words(pack, place.section->id, view->lang);
        out->meta = words ? words->title : "";
    } else {
        out->meta = word_count(view->words, view->arena, "article-time", page_minutes(page));
    }
    return true;
}

const Page *view_page(const View *view, Pack **pack)
{
    const char *id;
    *pack = library_find(view->library, view->session->place.ref, &id);
    if (!*pack) return NULL;
    const Page *ready = pack_ready_page(*pack, id, view->lang);
    return ready ? ready : pack_page(*pack, id, view->lang);
}

/* The pack of the page that is being read, or the home's. */
static Pack *world_pack(const View *view)
{
    const char *id;
    Pack *pack = library_find(view->library, view->session->place.ref, &id);
    return pack ? pack : view->library->count > 0 ? view->library->packs[0] : NULL;
}

static bool world_contact(const void *context, const char *id, ContactLine *out)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    /* The clinic's own word comes first: what a pack says of a line of the same name changes nothing. */
    const LocalLine *local = site_line(view->site, id);
    if (local) {
        *out = (ContactLine){words_in(&local->name, view->lang).text, words_in(&local->line, view->lang).text,
                             local->number};
        return true;
    }
    if (!pack) return false;
    for (size_t i = 0; i < pack->crisis.count; i++) {
        const CrisisEntry *entry = &((const CrisisEntry *)pack->crisis.items)[i];
        if (strcmp(entry->id, id) != 0) continue;
        const CrisisWords *words = pack_crisis_words(pack, id, view->lang);
        *out = (ContactLine){words ? words->name : id, words && words->note ? words->note : "", entry->number};
        return true;
    }
    return false;
}

static bool world_page(const void *context, const char *id, PageLink *out)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    if (!pack) return false;
    const char *ref = strchr(id, '/') ? id : arena_format(view->arena, "%s/%s", pack->id, id);
    return view_page_link(view, ref, out);
}

static ImageRef world_image(const void *context, const char *relative)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    return pack ? pack_image(pack, view->arena, relative) : (ImageRef){0};
}

BlockWorld view_world(const View *view) { return (BlockWorld){view, world_contact, world_page, world_image}; }
