/* check_avoid.c - words that harm or label, and what to write instead.
 *
 * After what suicide prevention and mental health bodies publish for people who write in public (Mindset, the Canadian
 * Association for Suicide Prevention, reportingonsuicide.org), and after the rule of this project that pages describe
 * patterns and never people. */
#include <string.h>

#include "base/utf8.h"
#include "pack/check/check.h"
#include "yaml/excerpt.h"

typedef struct Avoid {
    const char *lang;
    DiagLevel level;
    const char *phrases; /* in small letters, between bars; words as in the text, with ' for any apostrophe */
    const char *instead;
} Avoid;

static const Avoid avoids[] = {
    {"en", DIAG_ERROR,
     "commit suicide|commits suicide|committed suicide|committing suicide|successful suicide|completed suicide|"
     "completes suicide|took his own life|took her own life|take his own life|take her own life",
     "write \"died by suicide\""},
    {"en", DIAG_ERROR,
     "failed attempt|failed attempts|failed suicide|failed suicide attempt|unsuccessful attempt|unsuccessful suicide|"
     "suicide bid|botched attempt",
     "write \"suicide attempt\", or \"survived an attempt\""},
    {"en", DIAG_ERROR, "suicide epidemic|epidemic of suicide|epidemic of suicides", "write \"more deaths by suicide\""},
    {"en", DIAG_ERROR, "toxic", "say what happens, and what it does: \"being put down, day after day\""},
    {"en", DIAG_ERROR, "disorder|disorders", "write \"pattern\", or say how it feels"},
    {"en", DIAG_ERROR, "mentally ill|the mentally ill|psycho|psychos|lunatic|insane",
     "write \"living with a mental illness\", or leave it out"},
    {"en", DIAG_ERROR, "avoidants|anxious-avoidants|fearful-avoidants|codependents|narcissist|narcissists",
     "write \"people with this pattern\", or \"people who …\""},
    {"en", DIAG_ERROR,
     "you are avoidant|you're avoidant|you are anxious-avoidant|you're anxious-avoidant|you are fearful-avoidant|"
     "you're fearful-avoidant|you are disorganized|you're disorganized|you are insecure|you're insecure|"
     "you are anxiously attached|you're anxiously attached|you are codependent|you're codependent|"
     "you are insecurely attached|you're insecurely attached",
     "write \"with this pattern, you may …\": a page describes patterns, not people"},
    {"en", DIAG_WARNING, "should|shouldn't", "write \"can\", \"may\" or \"it can help to\""},
    {"en", DIAG_WARNING, "failure|failures", "say what happened"},
    {"en", DIAG_WARNING, "suffers from|suffer from|suffering from", "write \"lives with\" or \"has\""},
    {"fr", DIAG_ERROR,
     "commettre un suicide|commettre le suicide|commis un suicide|commis le suicide|commet un suicide|suicide réussi|"
     "suicides réussis|réussir son suicide|réussi son suicide",
     "write « mort par suicide »"},
    {"fr", DIAG_ERROR,
     "tentative ratée|tentatives ratées|tentative échouée|suicide raté|suicide manqué|tentative manquée|"
     "tentative réussie|raté son suicide|manqué son suicide",
     "write « tentative de suicide » or « a survécu à une tentative »"},
    {"fr", DIAG_ERROR, "épidémie de suicide|épidémie de suicides|vague de suicides", "write « davantage de suicides »"},
    {"fr", DIAG_ERROR, "toxique|toxiques", "say what happens, and what it does"},
    {"fr", DIAG_ERROR,
     "trouble anxieux|troubles anxieux|trouble de l'attachement|troubles de l'attachement|trouble de la personnalité|"
     "troubles de la personnalité|trouble mental|troubles mentaux|trouble psychique|troubles psychiques",
     "write « style » or « façon d’être proche », or say how it feels"},
    {"fr", DIAG_ERROR, "malade mental|malades mentaux|malade mentale|malades mentales|les fous",
     "write « personne qui vit avec une maladie mentale », or leave it out"},
    {"fr", DIAG_ERROR,
     "les évitants|les évitantes|un évitant|une évitante|des évitants|les anxieux|les anxieuses|"
     "les anxieux-évitants|les craintifs-évitants|pervers narcissique|pervers narcissiques|les dépendants affectifs|"
     "les dépendantes affectives",
     "write « les personnes qui … »"},
    {"fr", DIAG_ERROR,
     "vous êtes évitant|vous êtes évitante|vous êtes anxieux-évitant|vous êtes anxieuse-évitante|"
     "vous êtes désorganisé|vous êtes désorganisée|vous êtes insécure|vous êtes dépendant affectif|"
     "vous êtes dépendante affective|vous êtes craintif-évitant|vous êtes craintive-évitante",
     "write « avec ce style, on peut … »: a page describes patterns, not people"},
    {"fr", DIAG_WARNING, "devriez|devrait|devraient|devrais", "write « pouvez », « peut » or « ça peut aider de »"},
    {"fr", DIAG_WARNING, "souffre de|souffrent de|souffrez de|souffrir de", "write « vit avec »"},
};

/* One character of text as the table writes it: small, any space as ' ', any apostrophe as '. 0 at the end. Emphasis is
 * stepped over. */
static uint32_t plain_character(const char *text, size_t *at)
{
    while (text[*at] == '*') (*at)++;
    uint32_t c = 0;
    size_t step = utf8_decode(text + *at, strnlen(text + *at, 4), &c);
    if (step == 0) return 0;
    *at += step;
    if (c == 0x2019) return '\'';
    if (c == 0x2011) return '-';
    if (c == '\n' || c == 0xA0 || c == 0x202F) return ' ';
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
    return c;
}

static bool is_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F && c != 0xF7);
}

/* True if the phrase (`length` bytes) stands at `text`, as whole words; *end is where it ends. */
static bool phrase_is_at(const char *phrase, size_t length, const char *text, size_t *end)
{
    size_t at = 0;
    for (size_t i = 0; i < length;) {
        uint32_t wanted = 0;
        i += utf8_decode(phrase + i, length - i, &wanted);
        if (plain_character(text, &at) != wanted) return false;
    }
    *end = at;
    return !is_word(plain_character(text, &at));
}

static void phrase_report(Check *check, const CheckFile *file, const CheckText *text, size_t at, size_t length,
                          const Avoid *avoid)
{
    Mark mark = check_find(file, text, text->text + at, length);
    char *words = excerpt(&check->file_arena, text->text + at, length, EXCERPT_CHARACTERS), *end = words;
    for (const char *c = words; *c; c++)
        if (*c != '*') *end++ = *c;
    *end = '\0';
    if (avoid->level == DIAG_ERROR)
        diag_error(check->diags, mark, "avoid-word", avoid->instead, "\"%s\" can hurt", words);
    else
        diag_warn(check->diags, mark, "avoid-word", avoid->instead, "\"%s\" can weigh on people", words);
}

/* Reports the longest phrase of the row that stands at byte `at`. */
static void row_check(Check *check, const CheckFile *file, const CheckText *text, size_t at, const Avoid *avoid)
{
    size_t longest = 0, end = 0;
    for (const char *phrase = avoid->phrases; *phrase;) {
        size_t length = strcspn(phrase, "|");
        if (phrase_is_at(phrase, length, text->text + at, &end) && end > longest) longest = end;
        phrase += length + (phrase[length] == '|' ? 1 : 0);
    }
    if (longest > 0) phrase_report(check, file, text, at, longest, avoid);
}

static void text_check(Check *check, const CheckFile *file, const CheckText *text)
{
    size_t base = strcspn(file->lang, "-");
    bool inside_word = false;
    for (size_t at = 0; text->text[at];) {
        for (size_t i = 0; !inside_word && i < ARRAY_LEN(avoids); i++)
            if (strncmp(avoids[i].lang, file->lang, base) == 0 && avoids[i].lang[base] == '\0')
                row_check(check, file, text, at, &avoids[i]);
        inside_word = is_word(plain_character(text->text, &at));
    }
}

void rule_avoid_word(Check *check, const CheckFile *file)
{
    for (size_t i = 0; i < file->text_count; i++) text_check(check, file, &file->texts[i]);
}
