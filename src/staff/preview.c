/* preview.c - showing pages as visitors would see them: of a pack on a stick before it is installed, or of one
 * that is here. And taking a page off this kiosk. */
#include <stdlib.h>
#include <string.h>

#include "app/session.h"
#include "app/app.h"
#include "staff/staff_handlers.h"
#include "staff/content.h"
#include "staff/pad.h"
#include "staff/preview.h"
#include "staff/sticks.h"
#include "base/mem.h"
#include "store/trust/bundle.h"
#include "store/state/hidden.h"

static PreviewView *preview_view(App *app) { return &app->staff->view.preview; }

void preview_forget_left(App *app)
{
    Staff *staff = app->staff;
    if (staff->preview.count == 0 || app->state->session.place.screen == SCREEN_PREVIEW) return;
    staff->view.preview = (PreviewView){0};
    library_close(&staff->preview);
    arena_reset(&staff->preview_arena);
    app->dirty = true;
}

void preview_close(App *app)
{
    Place from = app->staff->preview_from;
    staff_show(app, from.screen);
    session_set_page(app, from.page_number);
}

static bool may_be_shown(const Pack *pack, const char *lang) { return words_has(lang) && pack_has_lang(pack, lang); }

/* The language of the screen if the page is in it; else the first in which it differs, or that there is. */
static const char *lang_choose(const App *app, const Pack *pack, const char *wanted)
{
    if (wanted && may_be_shown(pack, wanted)) return wanted;
    if (may_be_shown(pack, app_lang(app))) return app_lang(app);
    for (size_t i = 0; i < pack->languages.count; i++)
        if (may_be_shown(pack, pack->languages.items[i])) return pack->languages.items[i];
    return app_lang(app);
}

/* Shows the pages in `dir`. Their ids, and `lang`, are copied. */
static void preview_open(App *app, const char *dir, const char *const *pages, size_t count, const char *lang,
                         bool is_public)
{
    Staff *staff = app->staff;
    Diags unheard = {0}; /* it was checked before */
    Pack *pack = count > 0 ? pack_open(dir, &unheard) : NULL;
    diags_free(&unheard);
    if (!pack) return;
    const char **ids = ARENA_ARRAY(&staff->preview_arena, const char *, count);
    for (size_t i = 0; i < count; i++) ids[i] = arena_copy(&staff->preview_arena, pages[i]);
    staff->preview = (Library){mem_alloc(sizeof(Pack *)), 1};
    staff->preview.packs[0] = pack;
    lang = arena_copy(&staff->preview_arena, lang_choose(app, pack, lang));
    staff->preview_from = app->state->session.place;
    staff->view.preview = (PreviewView){&staff->preview, ids, count, 0, lang, is_public};
    staff_show(app, SCREEN_PREVIEW);
}

/* The pictures of a stick are decoded by a child process first: they may be made to break a decoder. */
void preview_stick(App *app)
{
    const FoundPack *pack = sticks_chosen(app);
    if (app->staff->view.stick.phase != STICK_OFFERED || !pack || !pack->copy || updater_is_busy(&app->staff->updater))
        return;
    /* Any visitor may bring a stick: pages without a signature fill the screen only after the PIN. */
    if (!pack->signer && !app->staff->view.is_open && !app->staff->stick_pin_ok) {
        pad_open(app, PAD_PREVIEWS, pack->pin_reason);
        staff_show(app, SCREEN_PIN);
        return;
    }
    Task *task = task_new(TASK_PREVIEW, app->staff->options.packs.state_dir);
    task->source = arena_copy(&task->arena, pack->copy);
    task->relative = arena_copy(&task->arena, pack->folder);
    staff_start(app, task);
}

/* Those that are new, then those that change. */
static void stick_pages_open(App *app, const FoundPack *pack)
{
    static const ChangeKind order[] = {CHANGE_ADDED, CHANGE_CHANGED};
    const PackDiff *diff = &pack->diff;
    const char **pages = ARENA_ARRAY(&app->scratch, const char *, diff->page_count + 1), *langs = NULL;
    size_t count = 0;
    for (size_t k = 0; k < ARRAY_LEN(order); k++)
        for (size_t i = 0; i < diff->page_count; i++) {
            if (diff->pages[i].kind != order[k] || !diff->pages[i].is_page) continue;
            if (count == 0) langs = diff->pages[i].langs;
            pages[count++] = diff->pages[i].id;
        }
    /* "en, fr": the screen's own language if it is among them. */
    const char *lang =
        langs && !strstr(langs, app_lang(app)) ? arena_copy_bytes(&app->scratch, langs, strcspn(langs, ",")) : NULL;
    preview_open(app, pack->copy, pages, count, lang, false);
}

void preview_done(App *app, Task *task)
{
    FoundPack *pack = sticks_chosen(app);
    bool still_asked =
        app->staff->view.stick.phase == STICK_OFFERED && pack && pack->copy && strcmp(pack->copy, task->source) == 0;
    if (still_asked && app->state->session.place.screen == SCREEN_STICK) {
        diags_move(&task->diags, &pack->diags, pack->folder, pack->folder);
        if (task->ok)
            stick_pages_open(app, pack);
        else if (task->pictures == PICTURES_BROKEN)
            sticks_refuse(app, pack, VERDICT_REFUSED_PICTURE);
    }
    task_free(task);
}

static ReviewItem *item_of(App *app, int index)
{
    Task *survey = app->staff->survey;
    bool exists = survey && index >= 0 && (size_t)index < survey->survey.count;
    return exists && survey->survey.items[index].page ? &survey->survey.items[index] : NULL;
}

static const Pack *pack_here(const App *app, const char *id)
{
    for (size_t i = 0; i < app->library.count; i++)
        if (strcmp(app->library.packs[i]->id, id) == 0) return app->library.packs[i];
    return NULL;
}

void apply_review_open(App *app, Action action)
{
    if (app->state->session.place.screen != SCREEN_REVIEW) return;
    const ReviewItem *item = item_of(app, action.value);
    const Pack *pack = item ? pack_here(app, item->pack) : NULL;
    if (pack) preview_open(app, pack->dir, &item->page, 1, item->lang, item->kind != REVIEW_DRAFT && !item->is_hidden);
}

/* Hides every translation of the page, or shows them again. The page stays in the list, so that it can be brought back.
 */
void apply_review_hide(App *app, Action action)
{
    Staff *staff = app->staff;
    if (app->state->session.place.screen != SCREEN_REVIEW) return;
    const ReviewItem *item = item_of(app, action.value);
    if (!item || !item->may_hide || !staff->view.has_store) return;
    bool hide = !item->is_hidden;
    if (!hidden_set(staff->options.packs.state_dir, item->pack, item->page, hide)) {
        staff_note(app, false, word(staff_words(app), "why-write"));
        return;
    }
    Survey *survey = &staff->survey->survey;
    for (size_t i = 0; i < survey->count; i++) {
        ReviewItem *other = &survey->items[i];
        if (other->page && strcmp(other->page, item->page) == 0 && strcmp(other->pack, item->pack) == 0)
            other->is_hidden = hide;
    }
    content_reload(app, false);
    app->dirty = true;
}

void apply_stick_preview(App *app, Action action)
{
    (void)action;
    if (app->state->session.place.screen == SCREEN_STICK) preview_stick(app);
}

static bool is_up(const App *app)
{
    return app->state->session.place.screen == SCREEN_PREVIEW && app->staff->view.preview.count > 0;
}

static void page_from_top(App *app)
{
    session_set_page(app, 0);
    app->dirty = true;
}

void apply_preview_step(App *app, Action action)
{
    PreviewView *preview = preview_view(app);
    if (!is_up(app)) return;
    preview->at = (preview->at + (size_t)((int)preview->count + action.value)) % preview->count;
    page_from_top(app);
}

void apply_preview_language(App *app, Action action)
{
    (void)action;
    PreviewView *preview = preview_view(app);
    if (!is_up(app)) return;
    const Pack *pack = app->staff->preview.packs[0];
    size_t count = pack->languages.count, at = 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp(pack->languages.items[i], preview->lang) == 0) at = i;
    for (size_t i = 1; i <= count; i++) {
        const char *lang = pack->languages.items[(at + i) % count];
        if (!may_be_shown(pack, lang)) continue;
        preview->lang = lang;
        break;
    }
    page_from_top(app);
}
