/* site_load.c - the tables of site.yaml, and a clinic's folder to a Site. */
#include "pack/site/site_load.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char *const weekday_names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};

static const Field hours_fields[] = {
    {F_CHOICES(OpenHours, days, "days"), .flags = FIELD_REQUIRED, .choices = weekday_names,
     .doc = "days with these hours", .example = "[mon, tue, wed]"},
    {F_TIME(OpenHours, open, "open"), .flags = FIELD_REQUIRED, .doc = "when the door opens", .example = "\"09:00\""},
    {F_TIME(OpenHours, close, "close"), .flags = FIELD_REQUIRED, .doc = "when it closes", .example = "\"17:00\""},
    {0},
};
static const Schema hours_schema = {
    .name = "opening hours",
    .doc = "days that have the same hours",
    .size = sizeof(OpenHours),
    .mark_offset = offsetof(OpenHours, at) + 1,
    .fields = hours_fields,
};

static const Field clinic_fields[] = {
    {F_WORDS(Clinic, name, "name"), .flags = FIELD_REQUIRED, .max = 60, .doc = "what people call the place",
     .example = "{en: Example Street Clinic, fr: Clinique de la rue Exemple}"},
    {F_TEXT(Clinic, address, "address"), .max = 120, .doc = "street and number", .example = "100 Example Street"},
    {F_TEXT(Clinic, phone, "phone"), .max = 20, .doc = "of the desk, with hyphens", .example = "416-555-0176"},
    {F_TEXT(Clinic, email, "email"), .max = 80, .doc = "of the desk", .example = "desk@example.org"},
    {F_TEXT(Clinic, time_zone, "time-zone"), .max = 40, .doc = "where the clock is: by continent and city",
     .example = "America/Toronto"},
    {F_LIST(Clinic, hours, "hours"), .schema = &hours_schema, .max = 14, .doc = "when the clinic is open"},
    {F_TEXTS(Clinic, closed, "closed"), .max = 60, .doc = "dates on which it is closed",
     .example = "[2026-12-25, 2027-01-01]"},
    {F_WORDS(Clinic, desk, "desk"), .max = 120, .doc = "one sentence that says where the desk is",
     .example = "{en: The desk is to your left as you come in.}"},
    {0},
};
static const Schema clinic_schema = {
    .name = "clinic", .doc = "the place itself", .size = sizeof(Clinic), .fields = clinic_fields};

#define FEATURE(member, name, what)                                                                                    \
    {                                                                                                                  \
        F_BOOL(Features, member, name), .doc = what, .example = "yes"                                                  \
    }
static const Field features_fields[] = {
    FEATURE(articles, "articles", "the short reads"),
    FEATURE(find_a_therapist, "find-a-therapist", "the list of people in therapists.yaml"),
    FEATURE(ready_to_start, "ready-to-start", "the questions about a first step"),
    FEATURE(reflection, "reflection", "the private check-in"),
    FEATURE(search, "search", "search with a keyboard on the screen"),
    FEATURE(breathing, "breathing", "the circle to breathe with, from the home screen"),
    FEATURE(listen, "listen", "a voice that reads, for those who ask for it"),
    FEATURE(take_home_code, "take-home-code", "the square code that carries a page home"),
    FEATURE(all_topics, "all-topics", "the library, when there is more than one pack"),
    FEATURE(sticks_install_signed, "sticks-install-signed",
            "a stick that is signed by a trusted key installs without the PIN; no if it is left out"),
    {0},
};
static const Schema features_schema = {
    .name = "features",
    .doc = "what this screen offers: yes or no. What is left out is on, unless its line says otherwise.",
    .size = sizeof(Features),
    .fields = features_fields,
};

static const Field idle_fields[] = {
    {F_INT(IdleTimes, reading_s, "reading"), .min = 30, .max = 1800,
     .doc = "seconds without a touch before the screen asks \"Still reading?\"; long pages get more", .example = "90"},
    {F_INT(IdleTimes, crisis_s, "crisis"), .min = 60, .max = 1800, .doc = "the same on the crisis page",
     .example = "180"},
    {F_INT(IdleTimes, countdown_s, "countdown"), .min = 10, .max = 120, .doc = "seconds to answer", .example = "30"},
    {F_INT(IdleTimes, staff_s, "staff"), .min = 60, .max = 1800, .doc = "seconds before the staff panel locks",
     .example = "300"},
    {0},
};
static const Schema idle_schema = {.name = "idle times",
                                   .doc = "how long the screen waits, in seconds",
                                   .size = sizeof(IdleTimes),
                                   .fields = idle_fields};

static const Field brightness_fields[] = {
    {F_TIME(Brightness, from, "from"), .flags = FIELD_REQUIRED, .doc = "start", .example = "\"07:30\""},
    {F_TIME(Brightness, until, "until"), .flags = FIELD_REQUIRED, .doc = "end; may be past midnight",
     .example = "\"17:00\""},
    {F_INT(Brightness, level, "level"), .flags = FIELD_REQUIRED, .min = 5, .max = 100, .doc = "percent",
     .example = "90"},
    {0},
};
static const Schema brightness_schema = {
    .name = "brightness",
    .doc = "how bright the screen is at which hours",
    .size = sizeof(Brightness),
    .mark_offset = offsetof(Brightness, at) + 1,
    .fields = brightness_fields,
};

static const char *const orientations[] = {"auto", "landscape", "portrait", NULL};
static const char *const text_sizes[] = {"normal", "large", "largest", NULL};
static const char *const listen_by[] = {"headphones", "speaker", "off", NULL};
static const char *const eyes_free_by[] = {"fingers", "headphones", "off", NULL};
static const char *const themes[] = {"light", "high-contrast", NULL};

static const Field display_fields[] = {
    {F_TEXT(Display, language, "language"), .doc = "that the screen goes back to when somebody leaves",
     .example = "en"},
    {F_TEXTS(Display, languages_offered, "languages-offered"), .min = 1, .max = PACK_LANGS_MAX,
     .doc = "that visitors may choose, in this order; all that there are if it is left out", .example = "[en, fr, es]"},
    {F_CHOICE(Display, orientation, "orientation"), .choices = orientations, .doc = "how the screen hangs",
     .example = "auto"},
    {F_CHOICE(Display, text_step, "text-size"), .choices = text_sizes, .doc = "what each visit begins with",
     .example = "normal"},
    {F_CHOICE(Display, theme, "theme"), .choices = themes, .doc = "what each visit begins with", .example = "light"},
    {F_BOOL(Display, reduced_motion, "reduced-motion"), .doc = "nothing slides or fades", .example = "no"},
    {F_LIST(Display, brightness, "brightness"), .schema = &brightness_schema, .max = 12, .doc = "by hour"},
    {F_INT(Display, volume, "volume"), .min = 0, .max = 100, .doc = "percent, at the beginning of each visit",
     .example = "35"},
    {F_CHOICE(Display, listen, "listen"), .choices = listen_by,
     .doc = "who hears the voice that reads a page: whoever plugs headphones in (where the device can tell), everybody "
            "in the room, or nobody",
     .example = "headphones"},
    {F_CHOICE(Display, eyes_free, "eyes-free"), .choices = eyes_free_by,
     .doc = "for people who do not see the screen: it says what a finger is on, from three fingers held for two "
            "seconds, also from headphones being plugged in, or never",
     .example = "fingers"},
    {F_TIME(Display, sound_from, "sound-from"), .doc = "nothing from the speaker before; headphones disturb nobody",
     .example = "\"09:00\""},
    {F_TIME(Display, sound_until, "sound-until"), .doc = "nothing from the speaker after", .example = "\"19:00\""},
    {0},
};
static const Schema display_schema = {.name = "display",
                                      .doc = "the screen, its languages and its sound",
                                      .size = sizeof(Display),
                                      .fields = display_fields};

#define SWITCH_KEY_TEXT(NAME, name) name,
static const char *const switch_keys[] = {SWITCH_KEYS(SWITCH_KEY_TEXT) NULL};
#undef SWITCH_KEY_TEXT
static const char *const switch_uses[] = {"off", "one", "two", NULL};

static const Field switches_fields[] = {
    {F_CHOICE(Switches, use, "use"), .choices = switch_uses,
     .doc =
         "one: a ring moves by itself and the switch chooses; two: one moves the ring, the other chooses; off: until a "
         "visitor asks for it, or presses a first switch that is a key without another meaning",
     .example = "one"},
    {F_CHOICE(Switches, first, "first"), .choices = switch_keys,
     .doc = "what the first switch is plugged in as: it chooses, or moves the ring on if there are two",
     .example = "space"},
    {F_CHOICE(Switches, second, "second"), .choices = switch_keys, .doc = "the same for the one that chooses, of two",
     .example = "enter"},
    {F_INT(Switches, every_ms, "every-ms"), .min = 500, .max = 10000,
     .doc = "how long the ring stays, in thousandths of a second; visitors can change it", .example = "2000"},
    {F_INT(Switches, settle_ms, "settle-ms"), .min = 0, .max = 2000,
     .doc = "for so long after a press nothing counts: more for hands that tremble", .example = "150"},
    {0},
};
static const Schema switches_schema = {.name = "switches",
                                       .doc = "for people who use a switch instead of touching the screen",
                                       .size = sizeof(Switches),
                                       .fields = switches_fields};

static const Field range_fields[] = {
    {F_DATE(DateRange, from, "from"), .flags = FIELD_REQUIRED, .doc = "first day", .example = "2026-12-18"},
    {F_DATE(DateRange, until, "until"), .flags = FIELD_REQUIRED, .doc = "last day", .example = "2027-01-04"},
    {0},
};
static const Schema range_schema = {
    .name = "dates", .doc = "a first and a last day", .size = sizeof(DateRange), .fields = range_fields};

static const Field playlist_fields[] = {
    {F_TEXT(Playlist, id, "id"), .flags = FIELD_REQUIRED, .doc = "its own name", .example = "early"},
    {F_WORDS(Playlist, title, "title"), .max = 60, .doc = "what staff see", .example = "{en: A soft start}"},
    {F_OBJECT(Playlist, dates, "dates", DateRange), .schema = &range_schema, .doc = "only from one day to another",
     .example = "{from: 2026-12-18, until: 2027-01-04}"},
    {F_CHOICES(Playlist, days, "days"), .choices = weekday_names, .doc = "only on these days", .example = "[mon, tue]"},
    {F_TIME(Playlist, from, "from"), .doc = "only from this hour on", .example = "\"08:30\""},
    {F_TIME(Playlist, until, "until"), .doc = "and until this one", .example = "\"11:30\""},
    {F_INT(Playlist, seconds, "seconds"), .min = 6, .max = 120, .doc = "that each line stays", .example = "12"},
    {F_INT(Playlist, weight, "weight"), .min = 1, .max = PLAYLIST_WEIGHT_MAX,
     .doc = "of ten lines, how many are from these pages; the others are from all; 10 if it is left out",
     .example = "7"},
    {F_TEXTS(Playlist, pages, "pages"), .flags = FIELD_REQUIRED, .min = 1, .max = 60, .item_max = REF_MAX,
     .doc = "ids of pages with a line for the loop; as pack/page where two packs have the same",
     .example = "[secure, mindfulness]"},
    {0},
};
static const Schema playlist_schema = {
    .name = "playlist",
    .doc =
        "what the screen shows while nobody is reading. The first that fits the date, the day and the hour plays; the "
        "last has no limits.",
    .size = sizeof(Playlist),
    .mark_offset = offsetof(Playlist, at) + 1,
    .fields = playlist_fields,
};

static const Field text_to_fields[] = {
    {F_TEXT(TextTo, number, "number"), .flags = FIELD_REQUIRED, .max = 20, .doc = "where to", .example = "\"686868\""},
    {F_WORDS(TextTo, word, "word"), .max = 20, .doc = "what to write; anything if it is left out",
     .example = "{en: CONNECT, fr: PARLER}"},
    {0},
};
static const Schema text_to_schema = {.name = "text line",
                                      .doc = "how to reach a line by text message",
                                      .size = sizeof(TextTo),
                                      .fields = text_to_fields};

static const Field line_fields[] = {
    {F_TEXT(LocalLine, id, "id"), .flags = FIELD_REQUIRED, .doc = "what pages call it by",
     .example = "kids-help-phone"},
    {F_TEXT(LocalLine, number, "number"), .flags = FIELD_REQUIRED, .max = 20, .doc = "as people dial it, with hyphens",
     .example = "1-800-668-6868"},
    {F_OBJECT(LocalLine, text_to, "text-to", TextTo), .schema = &text_to_schema, .doc = "if it takes text messages",
     .example = "{number: \"686868\", word: {en: CONNECT, fr: PARLER}}"},
    {F_WORDS(LocalLine, name, "name"), .flags = FIELD_REQUIRED, .max = 60, .doc = "who answers",
     .example = "Kids Help Phone"},
    {F_WORDS(LocalLine, line, "line"), .flags = FIELD_REQUIRED, .max = 140, .doc = "for whom, and when",
     .example = "{en: For young people. Day or night.}"},
    {F_TEXT(LocalLine, verified, "verified"), .flags = FIELD_REQUIRED | FIELD_ALLOW_EMPTY,
     .doc = "the day a person called it and heard the right service; \"\" until one has", .example = "\"\""},
    {F_DATE(LocalLine, review_by, "review-by"), .flags = FIELD_REQUIRED,
     .doc = "the day by which it must be called again", .example = "2027-05-24"},
    {0},
};
static const Schema line_schema = {
    .name = "local line",
    .doc = "a number for this place, shown after those that every kiosk has",
    .size = sizeof(LocalLine),
    .mark_offset = offsetof(LocalLine, at) + 1,
    .fields = line_fields,
};

static const char *const site_kinds[] = {"site", NULL};

static const Field site_fields[] = {
    {F_INT(SiteFile, format, "hearth"), .flags = FIELD_REQUIRED, .min = 1, .doc = "version of this format",
     .example = "1"},
    {F_TEXT(SiteFile, site.id, "id"), .flags = FIELD_REQUIRED, .doc = "of this pack; never changes", .example = "site"},
    {F_CHOICE(SiteFile, kind, "kind"), .flags = FIELD_REQUIRED, .choices = site_kinds,
     .doc = "says that this is a clinic's own pack", .example = "site"},
    {F_TEXT(SiteFile, site.version, "version"), .flags = FIELD_REQUIRED, .max = 20, .doc = "what staff see",
     .example = "1.0.0"},
    {F_TEXTS(SiteFile, site.languages, "languages"), .flags = FIELD_REQUIRED, .min = 1, .max = PACK_LANGS_MAX,
     .doc = "that the words in this folder are written in; the first stands in for the others", .example = "[en, fr]"},
    {F_BOOL(SiteFile, site.example, "example"), .doc = "yes while it is full of examples: staff are reminded",
     .example = "no"},
    {F_TEXT(SiteFile, site.logo, "logo"), .doc = "a picture within this folder, shown on the home screen",
     .example = "images/logo.svg"},
    {F_OBJECT(SiteFile, site.clinic, "clinic", Clinic), .flags = FIELD_REQUIRED, .schema = &clinic_schema,
     .doc = "the place"},
    {F_NODE(SiteFile, welcome, "welcome"),
     .doc = "sentences that greet people on the home screen, each in every language; one a day",
     .example = "[{en: Come in., fr: Entrez.}]"},
    {F_WORDS(SiteFile, site.hide, "hide"), .max = 80, .doc = "what stands there after Hide; it must give nothing away",
     .example = "{en: Welcome. Someone will be with you soon.}"},
    {F_OBJECT(SiteFile, site.features, "features", Features), .schema = &features_schema, .doc = "what is on"},
    {F_OBJECT(SiteFile, site.idle, "idle", IdleTimes), .schema = &idle_schema, .doc = "how long it waits"},
    {F_OBJECT(SiteFile, site.display, "display", Display), .schema = &display_schema, .doc = "the screen"},
    {F_OBJECT(SiteFile, site.switches, "switches", Switches), .schema = &switches_schema,
     .doc = "switches instead of touch"},
    {F_LIST(SiteFile, site.playlists, "playlists"), .schema = &playlist_schema, .max = 40,
     .doc = "what the loop shows when"},
    {F_LIST(SiteFile, site.crisis, "crisis"), .schema = &line_schema, .max = 24, .doc = "lines for this place"},
    {0},
};
const Schema site_schema = {.name = "site",
                            .doc = "site.yaml: everything that belongs to this place and to no other",
                            .size = sizeof(SiteFile),
                            .fields = site_fields};

List *said_list_load(Arena *arena, const YNode *node, const char *key, int max, size_t *count, Diags *diags)
{
    const Field each = {.key = key, .type = FIELD_WORDS, .max = max, .example = "{en: Come in., fr: Entrez.}"};
    *count = 0;
    if (!node) return NULL;
    if (node->kind != Y_LIST) {
        diag_error(diags, node->at, "wrong-kind", "write each on a line of its own that begins with \"- \"",
                   "\"%s\" must be a list", key);
        return NULL;
    }
    List *said = ARENA_ARRAY(arena, List, node->count + 1);
    for (const YNode *item = node->first; item; item = item->next) {
        said[*count] = (List){0}; /* whatever a wrong one has left there */
        if (schema_load_field(&each, arena, item, &said[*count], diags)) (*count)++;
    }
    return said;
}

/* "language: English" says which one as well as "language: en". */
static void langs_take(Site *site)
{
    TextList *lists[] = {&site->languages, &site->display.languages_offered};
    site->display.language = lang_meant(site->display.language);
    for (size_t l = 0; l < ARRAY_LEN(lists); l++)
        for (size_t i = 0; i < lists[l]->count; i++) lists[l]->items[i] = lang_meant(lists[l]->items[i]);
}

/* Another format, or another kind of pack: then its keys mean something else, and nothing more is said of them. */
static bool format_check(const YNode *root, Diags *diags)
{
    const YNode *format = ynode_get(root, "hearth");
    if (!format || format->kind != Y_TEXT || strcmp(format->text, "1") == 0) return true;
    return diag_error(diags, format->at, "format-version", "write: hearth: 1",
                      "this pack is written in format \"%s\", and this program reads format 1", format->text);
}

Site *site_read(const char *dir, const char *name, Diags *diags)
{
    Site *site = site_new();
    const char *path = fs_join(&site->arena, dir, SITE_FILE);
    const YNode *root = yaml_read(&site->arena, path, fs_join(&site->arena, name, SITE_FILE), diags);
    if (!root || !format_check(root, diags)) {
        site_close(site);
        return NULL;
    }
    SiteFile file = {.site = *site};
    schema_load(&site_schema, &site->arena, root, &file, diags);
    file.site.arena = site->arena;
    *site = file.site;
    site->root = root;
    site->clinic.phone = phone_usual(&site->arena, site->clinic.phone);
    langs_take(site);
    site->dir = arena_copy(&site->arena, dir);
    site->welcome = said_list_load(&site->arena, file.welcome, "welcome", 90, &site->welcome_count, diags);
    Playlist *playlists = site->playlists.items;
    for (size_t i = 0; i < site->playlists.count; i++)
        if (playlists[i].weight == 0) playlists[i].weight = PLAYLIST_WEIGHT_MAX;
    site->directory = directory_read(&site->arena, dir, name, diags);
    return site;
}

Site *site_open(const char *dir, Diags *diags)
{
    size_t errors_before = diags->errors;
    Arena scratch = {0};
    Site *site = site_read(dir, pack_folder_name(&scratch, dir), diags);
    arena_free(&scratch);
    if (diags->errors == errors_before) return site;
    site_close(site);
    return NULL;
}

Site *site_new(void)
{
    Site *site = mem_alloc(sizeof(*site));
    *site = *site_default();
    return site;
}

void site_close(Site *site)
{
    if (!site) return;
    arena_free(&site->arena);
    free(site);
}

bool site_is_dir(const char *dir)
{
    Arena arena = {0};
    bool is_site = fs_is_file(fs_join(&arena, dir, SITE_FILE));
    arena_free(&arena);
    return is_site;
}
