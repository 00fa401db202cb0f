/* tour_staff.c - the screens for staff, with an update, a stick and a survey that there might be. */
#include "visit/tour.h"

#include <stdio.h>

enum { MEGABYTE = 1000000, GIGABYTE = 1000 };

static const Date today = {2026, 11, 24}, spring = {2026, 3, 2};

static const PanelPack panel_packs[] = {
    {.id = "relationships",
     .title = "Relationships and attachment",
     .version = "1.12.0",
     .version_before = "1.11.2",
     .signer = "Content team",
     .installed = {2026, 11, 24}},
    {.id = "first-aid", .title = "First aid for hard days", .version = "1.0.0", .is_built_in = true},
    {.id = "site",
     .title = "Riverside Community Clinic",
     .version = "2026.11.24",
     .installed = {2026, 9, 30},
     .is_site = true,
     .check = CHECK_BAD},
    {.id = "sleep",
     .title = "Sleep",
     .version = "1.0.0",
     .signer = "Content team",
     .installed = {2026, 9, 30},
     .check = CHECK_GOOD},
};

static const HistoryEntry history[] = {
    {{2026, 11, 24}, HISTORY_INSTALLED, "relationships", "1.11.2", "1.12.0", "Content team"},
    {{2026, 9, 30}, HISTORY_INSTALLED, "site", "-", "2026.09.30", "-"},
    {{2026, 3, 2}, HISTORY_ROLLED_BACK, "relationships", "1.12.0", "1.11.2", "Content team"},
    {{2025, 12, 12}, HISTORY_TAKEN_BACK, "relationships", "1.12.0", "1.11.2", "-"},
};

static ReviewItem review_items[] = {
    {.kind = REVIEW_CALL, .title = "Legal help with violence at home", .where = "1-800-668-8258"},
    {.kind = REVIEW_CALL_AGAIN,
     .title = "Distress Centres of Greater Toronto",
     .where = "416-408-4357",
     .days_over = 5},
    {.kind = REVIEW_PAST,
     .title = "Relationship goals you can keep",
     .where = "Relationships and attachment",
     .lang = "en",
     .days_over = 75,
     .pack = "p",
     .page = "a",
     .may_hide = true},
    {.kind = REVIEW_PAST,
     .title = "The rules of a fair fight",
     .where = "Relationships and attachment",
     .lang = "en",
     .days_over = 20,
     .pack = "p",
     .page = "b",
     .may_hide = true,
     .is_hidden = true},
    {.kind = REVIEW_OLDER,
     .title = "L\xE2\x80\x99"
              "attachement \xC3\xA9vitant",
     .where = "Relationships and attachment",
     .lang = "fr",
     .pack = "p",
     .page = "c",
     .may_hide = true},
    {.kind = REVIEW_DRAFT,
     .title = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
     .where = "First aid for hard days",
     .lang = "ar",
     .pack = "p",
     .page = "d"},
    {.kind = REVIEW_NOT_YET,
     .title = "When a parent is ill",
     .where = "First aid for hard days",
     .lang = "en",
     .pack = "p",
     .page = "e",
     .may_hide = true},
    {.kind = REVIEW_HIDDEN,
     .title = "Medicines and therapy",
     .where = "First aid for hard days",
     .lang = "en",
     .pack = "p",
     .page = "f",
     .may_hide = true,
     .is_hidden = true},
};
static const Survey survey = {.items = review_items,
                              .count = ARRAY_LEN(review_items),
                              .past = 2,
                              .drafts = 3,
                              .hidden = 1,
                              .crisis_overdue = 1,
                              .crisis_uncalled = 1,
                              .newest = {2026, 11, 24},
                              .made = true,
                              .example = true};

static PageChange changed_pages[] = {
    {CHANGE_ADDED, "a", "When a parent is ill", "en, fr", NULL, true},
    {CHANGE_ADDED, "b", "Medicines and therapy", "en", NULL, true},
    {CHANGE_CHANGED, "c", "Relationship goals you can keep", "en", NULL, true},
    {CHANGE_CHANGED, "d", "Anxious attachment", "en, fr, es, ar, pa, tl, uk, zh-Hans", NULL, true},
    {CHANGE_CHANGED, "e", "How to tell whether a therapist fits", "en", NULL, true},
    {CHANGE_REMOVED, "f", "Where it begins", "en", NULL, true},
};
static NumberChange changed_numbers[] = {
    {"Legal help with violence at home", "1-800-668-8258", "1-800-668-0000", "pack.yaml"},
    {"Distress Centres of Greater Toronto", NULL, "416-408-4357", "pack.yaml"},
};
static NumberChange kept_numbers[] = {{"Suicide Crisis Helpline", "9-8-8", "9-8-8", "pack.yaml"},
                                      {"Emergency", "9-1-1", "9-1-1", "pack.yaml"}};
static Diag first_problems[] = {
    {.level = DIAG_ERROR,
     .at = {"relationships/en/anxious.yaml", 12, 3},
     .code = "unknown-key",
     .message = "there is no key called \"sumary\"",
     .hint = "write summary"},
    {.level = DIAG_ERROR,
     .at = {"relationships/images/28-many.svg", 0, 0},
     .code = "picture-broken",
     .message = "this picture cannot be drawn",
     .hint = "save it again as a plain PNG or JPEG"},
};

static PackDiff diff_make(bool numbers)
{
    PackDiff diff = {.pages = changed_pages,
                     .page_count = ARRAY_LEN(changed_pages),
                     .added = 2,
                     .changed = 3,
                     .removed = 1,
                     .pictures = 2,
                     .sounds = 1,
                     .structure = true,
                     .kept = kept_numbers,
                     .kept_count = ARRAY_LEN(kept_numbers)};
    if (numbers) diff.numbers = changed_numbers, diff.number_count = ARRAY_LEN(changed_numbers);
    return diff;
}

static FoundPack pack_make(const char *signer, bool numbers)
{
    return (FoundPack){
        .path = "relationships",
        .folder = "relationships",
        .id = "relationships",
        .title = "Relationships and attachment",
        .version = "1.13.0",
        .version_before = "1.12.0",
        .is_signed = signer != NULL,
        .signer = signer,
        .made = today,
        .files = 147,
        .bytes = 3 * MEGABYTE,
        .bytes_needed = 40 * MEGABYTE,
        .bytes_free = 12 * MEGABYTE,
        .diff = diff_make(numbers),
        .diff_is_made = true,
        .verdict = signer && !numbers ? VERDICT_READY_SIGNED : VERDICT_READY_NEEDS_PIN,
        .pin_reason = numbers  ? PIN_NUMBERS
                      : signer ? PIN_NOT_NEEDED
                               : PIN_UNSIGNED,
        .copy = "copy",
    };
}

/* Fills in what all stops share; each stop changes a little of it. */
static StaffView *view_begin(Tour *tour, bool is_open)
{
    StaffView *view = &tour->staff;
    *view = (StaffView){
        .is_open = is_open,
        .has_store = true,
        .locks_at_ms = is_open ? tour->app->now_ms + 271000 : INT64_MAX,
        .packs = panel_packs,
        .pack_count = ARRAY_LEN(panel_packs),
        .history = history,
        .history_count = ARRAY_LEN(history),
        .survey = &survey,
        .health = {.running_since_ms = tour->app->now_ms - (int64_t)12 * 86400000,
                   .bytes_free = (uint64_t)6 * GIGABYTE * MEGABYTE,
                   .bytes_total = (uint64_t)14 * GIGABYTE * MEGABYTE,
                   .brightness = 60,
                   .volume = 35},
        .restore_id = "relationships",
        .restore_title = "Relationships and attachment",
        .restore_version = "1.11.2",
        .clock = {{2026, 11, 24}, 14, 30},
        .pad = {.tries_left = 5},
    };
    return view;
}

static void stop_at(Tour *tour, ScreenId screen, const char *name)
{
    if (tour_wants(tour, name, "staff"))
        tour_stop_quiet(tour, screen, "Staff", arena_format(&tour->arena, "staff-%s", name));
}

static void walk_panel(Tour *tour)
{
    StaffView *view = view_begin(tour, true);
    stop_at(tour, SCREEN_STAFF, "panel");
    view->nothing_new_since = spring;
    view->note = (PanelNote){word(words_of(tour->app->words, tour->settings.lang), "device-cannot"), false};
    view->busy = true;
    stop_at(tour, SCREEN_STAFF, "panel-busy");
    view_begin(tour, true)->question = QUESTION_RESTORE;
    stop_at(tour, SCREEN_STAFF, "restore");
    view_begin(tour, true)->question = QUESTION_RESTART;
    stop_at(tour, SCREEN_STAFF, "restart");
    view_begin(tour, true);
    stop_at(tour, SCREEN_REVIEW, "review");
    stop_at(tour, SCREEN_UPDATES, "updates");
    stop_at(tour, SCREEN_CLOCK, "clock");
    view->note = (PanelNote){word(words_of(tour->app->words, tour->settings.lang), "device-clock-done"), true};
    stop_at(tour, SCREEN_CLOCK, "clock-set");
}

static void walk_pad(Tour *tour)
{
    static const PadState states[] = {PAD_ASKS, PAD_CHECKS, PAD_WRONG, PAD_BROKEN, PAD_NO_PIN};
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        StaffView *view = view_begin(tour, false);
        view->pad.state = states[i];
        view->pad.digits = states[i] == PAD_ASKS ? 12 : 0;
        stop_at(tour, SCREEN_PIN, arena_format(&tour->arena, "pin-%zu", i + 1));
    }
    view_begin(tour, false)->pad.pause_until_ms = tour->app->now_ms + PIN_PAUSE_MS;
    stop_at(tour, SCREEN_PIN, "pin-pause");
    for (int reason = PIN_UNSIGNED; reason <= PIN_NUMBERS; reason++) {
        view_begin(tour, true)->pad = (Pad){.purpose = PAD_INSTALLS, .reason = (PinReason)reason, .tries_left = 4};
        stop_at(tour, SCREEN_PIN, arena_format(&tour->arena, "pin-again-%d", reason));
    }
    view_begin(tour, false)->pad =
        (Pad){.purpose = PAD_RECOVERS, .state = PAD_SLIP, .digits = 20, .slip = 5, .tries_left = 5};
    stop_at(tour, SCREEN_PIN, "recovery");
    view_begin(tour, false)->pad = (Pad){.purpose = PAD_RECOVERS, .state = PAD_WRONG, .tries_left = 4};
    stop_at(tour, SCREEN_PIN, "recovery-wrong");
}

/* One pack on the stick, at a phase. */
static void stop_stick(Tour *tour, const char *name, bool is_open, StickPhase phase, FoundPack *pack)
{
    InstallResult result = {.verdict = VERDICT_INSTALLED, .diff = pack->diff};
    StickReport report = {.state = STICK_PACKS, .packs = pack, .count = 1};
    StaffView *view = view_begin(tour, is_open);
    view->stick = (StickView){.phase = phase,
                              .report = &report,
                              .needs_pin = pack->verdict == VERDICT_READY_NEEDS_PIN,
                              .result = &result,
                              .problems = &pack->diags,
                              .verdict = pack->verdict,
                              .progress = {.phase = PROGRESS_VERIFYING,
                                           .bytes_done = MEGABYTE,
                                           .bytes_total = 3 * MEGABYTE,
                                           .files_done = 40,
                                           .files_total = 147}};
    stop_at(tour, SCREEN_STICK, name);
    view->stick.report_written = true;
    if (phase == STICK_REFUSED && is_open) stop_at(tour, SCREEN_STICK, arena_format(&tour->arena, "%s-report", name));
    view->stick.all_changes = true;
    if (phase == STICK_OFFERED && is_open) stop_at(tour, SCREEN_STICK, arena_format(&tour->arena, "%s-every", name));
    *view = (StaffView){0};
}

static void walk_packs(Tour *tour)
{
    static const Verdict refusals[] = {VERDICT_OLDER,
                                       VERDICT_REFUSED_FILES,
                                       VERDICT_REFUSED_CHANGED,
                                       VERDICT_REFUSED_SIGNATURE,
                                       VERDICT_REFUSED_IDENTITY,
                                       VERDICT_REFUSED_CONTENT,
                                       VERDICT_REFUSED_PICTURE,
                                       VERDICT_REFUSED_SPACE,
                                       VERDICT_REFUSED_UNREADABLE,
                                       VERDICT_REFUSED_OTHER,
                                       VERDICT_REFUSED_DISK,
                                       VERDICT_REFUSED_BUSY};
    FoundPack unsigned_pack = pack_make(NULL, true), signed_pack = pack_make("Content team", false);
    stop_stick(tour, "offer", false, STICK_OFFERED, &unsigned_pack);
    stop_stick(tour, "offer-signed", true, STICK_OFFERED, &signed_pack);
    stop_stick(tour, "offer-again", true, STICK_OFFERED, &unsigned_pack);
    stop_stick(tour, "installing", false, STICK_INSTALLING, &signed_pack);
    stop_stick(tour, "done", false, STICK_DONE, &signed_pack);
    for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
        FoundPack pack = pack_make("Content team", false);
        pack.verdict = refusals[i];
        pack.diags =
            (Diags){.items = first_problems, .count = ARRAY_LEN(first_problems), .errors = ARRAY_LEN(first_problems)};
        stop_stick(tour, arena_format(&tour->arena, "refused-%s", verdict_code(refusals[i])), i % 2 == 0, STICK_REFUSED,
                   &pack);
    }
}

static void walk_sticks(Tour *tour)
{
    static const StickState states[] = {STICK_PACKS,    STICK_EMPTY, STICK_ARCHIVE, STICK_PART,   STICK_UNREADABLE,
                                        STICK_MISNAMED, STICK_ALONE, STICK_DEEP,    STICK_STOPPED};
    FoundPack packs[] = {pack_make(NULL, true), pack_make("Content team", false), pack_make(NULL, false)};
    packs[2].verdict = VERDICT_REFUSED_CONTENT;
    StickReport report = {
        .state = STICK_PACKS, .packs = packs, .count = ARRAY_LEN(packs), .found = "relationships-1.13.0.zip"};
    view_begin(tour, false)->stick = (StickView){.phase = STICK_CHOOSING, .report = &report};
    stop_at(tour, SCREEN_STICK, "choose");
    view_begin(tour, false)->stick.phase = STICK_READING;
    stop_at(tour, SCREEN_STICK, "looking");
    view_begin(tour, false)->stick.phase = STICK_PULLED;
    stop_at(tour, SCREEN_STICK, "pulled");
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        report.state = states[i];
        view_begin(tour, i % 2 == 0)->stick = (StickView){.phase = STICK_NOTHING, .report = &report};
        stop_at(tour, SCREEN_STICK, arena_format(&tour->arena, "nothing-%zu", i + 1));
    }
    tour->staff.stick = (StickView){0};
    walk_packs(tour);
}

static void walk_first(Tour *tour)
{
    view_begin(tour, false)->first = (FirstStart){.recovery = ""};
    stop_at(tour, SCREEN_FIRST, "first-language");
    for (int state = PAD_ASKS; state <= PAD_BROKEN; state++) {
        StaffView *view = view_begin(tour, false);
        view->first = (FirstStart){.step = FIRST_PIN, .recovery = ""};
        view->pad =
            (Pad){.purpose = state == PAD_DIFFERS ? PAD_SETS_AGAIN : PAD_SETS, .state = (PadState)state, .digits = 6};
        stop_at(tour, SCREEN_FIRST, arena_format(&tour->arena, "first-pin-%d", state + 1));
    }
    view_begin(tour, false)->first =
        (FirstStart){.step = FIRST_PIN, .pin_is_set = true, .recovery = "4941 1544 1517 3744 7995 5865 6390 0569"};
    stop_at(tour, SCREEN_FIRST, "first-recovery");
    view_begin(tour, false)->first = (FirstStart){
        .step = FIRST_TEST, .recovery = "", .touched = (1u << TOUCH_DOTS) - 1, .right = 1, .sound = SOUND_PLAYED};
    stop_at(tour, SCREEN_FIRST, "first-test");
    view_begin(tour, true)->first = (FirstStart){.step = FIRST_TEST, .recovery = "", .from_panel = true};
    stop_at(tour, SCREEN_FIRST, "test");
    tour->staff.first.sound = SOUND_NONE;
    stop_at(tour, SCREEN_FIRST, "test-silent");
}

static void walk_preview(Tour *tour)
{
    const Pack *pack = tour->app->library.packs[0];
    const Section *sections = pack->sections.items;
    if (pack->sections.count == 0 || sections[0].pages.count == 0) return;
    const char *pages[] = {((const PageEntry *)sections[0].pages.items)[0].id,
                           ((const PageEntry *)sections[0].pages.items)[0].id};
    view_begin(tour, false)->preview =
        (PreviewView){&tour->app->library, pages, ARRAY_LEN(pages), 1, tour->settings.lang, false};
    stop_at(tour, SCREEN_PREVIEW, "preview");
    view_begin(tour, true)->preview = (PreviewView){&tour->app->library, pages, 1, 0, "en", false};
    stop_at(tour, SCREEN_PREVIEW, "preview-english");
    tour->staff.preview = (PreviewView){0};
}

void tour_staff(Tour *tour)
{
    const StaffView *before = tour->app->staff_view;
    /* Words for staff do not grow, and there is no reach mode for them. */
    if (tour->settings.text_step > 0 || tour->settings.reach) return;
    tour->app->staff_view = &tour->staff;
    walk_panel(tour);
    walk_pad(tour);
    walk_sticks(tour);
    walk_first(tour);
    walk_preview(tour);
    tour->app->staff_view = before;
}
