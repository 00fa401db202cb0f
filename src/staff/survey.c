#include "staff/survey.h"

#include <string.h>

#include "pack/check/check.h"
#include "pack/site/site.h"
#include "store/state/hidden.h"

typedef struct SurveyRun {
    Arena *arena;
    Date today;
    Survey *out;
    TextList hidden;
} SurveyRun;

static void item_add(SurveyRun *run, ReviewItem item)
{
    Survey *out = run->out;
    size_t *const counters[] = {
        [REVIEW_PAST] = &out->past,
        [REVIEW_NOT_YET] = &out->drafts,
        [REVIEW_DRAFT] = &out->drafts,
        [REVIEW_HIDDEN] = &out->hidden,
        [REVIEW_OLDER] = &out->drafts,
        [REVIEW_CALL] = &out->crisis_uncalled,
        [REVIEW_CALL_AGAIN] = &out->crisis_overdue,
    };
    (*counters[item.kind])++;
    if (out->count == SURVEY_ITEMS_MAX) return;
    item.title = arena_copy(run->arena, item.title);
    item.where = arena_copy(run->arena, item.where);
    item.lang = arena_copy(run->arena, item.lang);
    item.pack = arena_copy(run->arena, item.pack);
    item.page = arena_copy(run->arena, item.page);
    out->items[out->count++] = item;
}

/* Days past `due`; 0 if it is not past, or the clock is not known. */
static int days_over(const SurveyRun *run, Date due)
{
    if (!date_is_set(due) || !date_is_set(run->today)) return 0;
    return int_max(0, date_days_between(due, run->today));
}

static ReviewItem page_item(const SurveyRun *run, const Pack *pack, const Page *page, const char *where)
{
    ReviewItem item = {.title = page->title, .where = where, .lang = page->lang, .pack = pack->id, .page = page->id};
    item.is_hidden = hidden_has(&run->hidden, pack->id, page->id);
    item.may_hide = item.is_hidden || (!pack_lang_is_draft(pack, page->lang) && pack_may_hide(pack, page->id));
    return item;
}

/* True for a translation that was reviewed before its source was. */
static bool is_older(Pack *pack, const char *id, Date reviewed)
{
    const Page *source = pack_page(pack, id, pack->languages.items[0]);
    return source && date_is_set(source->reviewed) && date_is_set(reviewed) &&
           date_compare(reviewed, source->reviewed) < 0;
}

static void survey_page(SurveyRun *run, Pack *pack, const char *id, const char *lang, const char *where)
{
    bool is_first = strcmp(lang, pack->languages.items[0]) == 0;
    const Page *page = pack_page(pack, id, lang);
    if (!page || strcmp(page->lang, lang) != 0) return;
    Date reviewed = page->reviewed;
    ReviewItem item = page_item(run, pack, page, where);
    if (date_compare(reviewed, run->out->newest) > 0) run->out->newest = reviewed;
    if (date_is_set(reviewed)) item.days_over = days_over(run, date_years_later(reviewed, REVIEW_YEARS_MAX));
    if (pack_lang_is_draft(pack, lang))
        item.kind = REVIEW_DRAFT;
    else if (!date_is_set(reviewed))
        item.kind = REVIEW_NOT_YET;
    else if (item.days_over > 0)
        item.kind = REVIEW_PAST;
    else if (!is_first && is_older(pack, id, reviewed))
        item.kind = REVIEW_OLDER;
    else if (is_first && item.is_hidden)
        item.kind = REVIEW_HIDDEN;
    else
        return;
    item_add(run, item);
}

static void survey_pages(SurveyRun *run, Pack *pack, const List *pages, const char *where)
{
    const PageEntry *entries = pages->items;
    for (size_t i = 0; i < pages->count; i++)
        for (size_t l = 0; l < pack->languages.count; l++)
            survey_page(run, pack, entries[i].id, pack->languages.items[l], where);
}

/* The same line in several packs is called once; 9-1-1 is never called to see whether it answers. */
static bool is_called_already(const Survey *survey, const char *number)
{
    if (strcmp(number, "9-1-1") == 0 || strcmp(number, "911") == 0) return true;
    for (size_t i = 0; i < survey->count; i++) {
        bool is_line = survey->items[i].kind == REVIEW_CALL || survey->items[i].kind == REVIEW_CALL_AGAIN;
        if (is_line && strcmp(survey->items[i].where, number) == 0) return true;
    }
    return false;
}

static void survey_line(SurveyRun *run, const char *name, const char *number, const char *verified, Date review_by)
{
    int over = days_over(run, review_by);
    if (number && is_called_already(run->out, number)) return;
    ReviewItem item = {.title = name, .where = number ? number : "", .days_over = over};
    item.kind = verified && verified[0] ? REVIEW_CALL_AGAIN : REVIEW_CALL;
    if (item.kind == REVIEW_CALL || over > 0) item_add(run, item);
}

static void survey_pack(SurveyRun *run, Pack *pack)
{
    const char *lang = pack->languages.items[0];
    const char *where = pack_words(pack, lang)->title;
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++) survey_pages(run, pack, &sections[i].pages, where);
    survey_pages(run, pack, &pack->articles, where);
    const CrisisEntry *lines = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++) {
        const CrisisWords *words = pack_crisis_words(pack, lines[i].id, lang);
        survey_line(run, words ? words->name : lines[i].id, lines[i].number, lines[i].verified, lines[i].review_by);
    }
}

static void survey_site(SurveyRun *run, const Site *site)
{
    const LocalLine *lines = site->crisis.items;
    for (size_t i = 0; i < site->crisis.count; i++) {
        Word name = words_in(&lines[i].name, "en");
        survey_line(run, name.text ? name.text : lines[i].id, lines[i].number, lines[i].verified, lines[i].review_by);
    }
    if (site->example) run->out->example = true;
}

void survey_make(Arena *arena, const SurveyJob *job, Survey *out)
{
    Diags unheard = {0};
    *out = (Survey){.items = ARENA_ARRAY(arena, ReviewItem, SURVEY_ITEMS_MAX), .made = true};
    SurveyRun run = {.arena = arena, .today = job->today, .out = out};
    bool is_known = hidden_load(arena, job->state_dir, &run.hidden);
    (void)is_known; /* the panel says it: packs_open_installed() */
    for (size_t i = 0; i < job->count; i++) {
        Pack *pack = pack_open(job->dirs[i], &unheard);
        if (pack) survey_pack(&run, pack);
        pack_close(pack);
    }
    Site *site = job->site_dir ? site_open(job->site_dir, &unheard) : NULL;
    if (site) survey_site(&run, site);
    site_close(site);
    diags_free(&unheard);
}
