/* site_check_people.c - numbers, addresses and the list of people. */
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "pack/site/site_check.h"

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Digits with single hyphens between. */
static bool number_is_plain(const char *number)
{
    for (const char *c = number; *c; c++)
        if (!is_digit(*c) && (*c != '-' || c == number || c[-1] == '-' || c[1] == '\0')) return false;
    return number[0] != '\0';
}

static void line_number(SiteCheck *check, Mark at, const char *number)
{
    if (!text_is_there(number) || number_is_plain(number)) return;
    const char *usual = phone_usual(&check->arena, number);
    diag_error(check->diags, at, "local-number",
               number_is_plain(usual) ? arena_format(&check->arena, "write number: %s", usual)
                                      : "write digits with single hyphens, such as 1-800-668-6868",
               "\"%s\" is not how a number is written here", number);
}

/* A line to call has all its digits; what texts go to may be shorter. */
static void line_whole(SiteCheck *check, Mark at, const char *number)
{
    if (text_is_there(number) && number_is_plain(number) && !phone_is_whole(number))
        diag_error(check->diags, at, "local-number",
                   "compare it with the real one; with its area code it has 10 digits, such as 416-555-0101",
                   "\"%s\" has %d digits, so a part is missing or too much", number, phone_digits(number));
}

void rule_local_number(SiteCheck *check)
{
    const LocalLine *lines = check->site->crisis.items;
    for (size_t i = 0; i < check->site->crisis.count; i++) {
        line_number(check, lines[i].at, lines[i].number);
        line_whole(check, lines[i].at, lines[i].number);
        line_number(check, lines[i].at, lines[i].text_to.number);
    }
}

void rule_local_verified(SiteCheck *check)
{
    const LocalLine *lines = check->site->crisis.items;
    Date today = check->options->today, verified;
    for (size_t i = 0; i < check->site->crisis.count; i++) {
        if (!lines[i].verified || !lines[i].verified[0]) continue;
        if (!date_read(lines[i].verified, &verified))
            diag_error(check->diags, lines[i].at, "local-verified",
                       "write the day a person called it, such as 2026-11-24, or \"\" until one has",
                       "\"%s\" is no date", lines[i].verified);
        else if (date_is_set(today) && date_compare(verified, today) > 0)
            diag_error(check->diags, lines[i].at, "local-verified",
                       "write the day a person called it, or set this computer's clock", "%s is still to come",
                       lines[i].verified);
    }
}

static bool is_past(const SiteCheck *check, Date date)
{
    return date_is_set(check->options->today) && date_is_set(date) && date_compare(date, check->options->today) < 0;
}

void rule_local_review(SiteCheck *check)
{
    const LocalLine *lines = check->site->crisis.items;
    for (size_t i = 0; i < check->site->crisis.count; i++)
        if (is_past(check, lines[i].review_by))
            diag_note(check->diags, lines[i].at, "local-review", "call it, and write the new dates here",
                      "%s was to be called again by %s", lines[i].number, date_text(lines[i].review_by).text);
}

/* "416-555-0101", with a 1 before it or an extension (x 12) behind it; or a short number such as 2-1-1. */
static bool phone_is_fine(const char *phone)
{
    size_t length = strspn(phone, "0123456789-");
    const char *rest = phone + length;
    if (*rest) {
        while (*rest == ' ') rest++;
        if (*rest++ != 'x') return false;
        while (*rest == ' ') rest++;
        if (!rest[0] || strspn(rest, "0123456789") != strlen(rest)) return false;
    }
    while (length > 0 && phone[length - 1] == ' ') length--;
    if (length == 0 || !is_digit(phone[0]) || !is_digit(phone[length - 1])) return false;
    size_t digits = 0, run = 0;
    for (size_t i = 0; i < length; i++) {
        if (phone[i] == '-' && phone[i + 1] == '-') return false;
        run = is_digit(phone[i]) ? run + 1 : 0;
        digits += is_digit(phone[i]);
        if (run > 4) return false;
    }
    return digits >= 3 && digits <= 15;
}

static Mark clinic_place(const SiteCheck *check, const char *key)
{
    const YNode *root = check->site->root;
    const YNode *clinic = root && root->kind == Y_MAP ? ynode_get(root, "clinic") : NULL;
    return clinic ? person_place(clinic, key) : site_key(check, "clinic");
}

/* Numbers that North America keeps for stories: 555-0100 to 555-0199. */
static bool phone_is_invented(const char *phone)
{
    const char *found = strstr(phone, "555-01");
    return found && is_digit(found[6]) && is_digit(found[7]);
}

/* A number of the desk or of a person: what it is, and whether it stands for an example. */
typedef void PhoneFn(SiteCheck *check, Mark at, const char *phone, bool example);

static void phones_each(SiteCheck *check, PhoneFn *each)
{
    const Site *site = check->site;
    if (text_is_there(site->clinic.phone)) each(check, clinic_place(check, "phone"), site->clinic.phone, site->example);
    for (size_t i = 0; site->directory && i < site->directory->count; i++) {
        const Therapist *person = &site->directory->people[i];
        if (text_is_there(person->phone))
            each(check, person_place(person->entry, "phone"), person->phone, person->example);
    }
}

static void phone_form(SiteCheck *check, Mark at, const char *phone, bool example)
{
    (void)example;
    int digits = phone_digits(phone);
    if (phone_is_fine(phone) && !phone_is_whole(phone))
        diag_error(check->diags, at, "desk-number",
                   "compare it with the real one; with its area code it has 10 digits, such as 416-555-0101",
                   "\"%s\" has %d digits, so a part is missing or too much", phone, digits);
    else if (!phone_is_fine(phone))
        diag_error(check->diags, at, "desk-number",
                   "write it with hyphens, as 416-555-0101; an extension as \"x 12\" behind it",
                   "\"%s\" is hard to read as a phone number", phone);
}

static void phone_example(SiteCheck *check, Mark at, const char *phone, bool example)
{
    if (example && !phone_is_invented(phone))
        diag_error(check->diags, at, "example-number",
                   "write a number from 555-0100 to 555-0199, or take \"example: yes\" out",
                   "this is an example, and \"%s\" may be somebody's number", phone);
    if (!example && phone_is_invented(phone))
        diag_error(check->diags, at, "example-number", "write the real number, or \"example: yes\"",
                   "\"%s\" reaches nobody", phone);
}

void rule_desk_number(SiteCheck *check) { phones_each(check, phone_form); }
void rule_example_number(SiteCheck *check) { phones_each(check, phone_example); }

static void email_check(SiteCheck *check, Mark at, const char *email)
{
    const char *sign = email ? strchr(email, '@') : NULL;
    bool fine = !email || (sign && sign != email && strchr(sign, '.') && !strchr(sign + 1, '@') && !strchr(email, ' '));
    if (!fine)
        diag_error(check->diags, at, "contact-address", "write it as name@example.org", "\"%s\" is no e-mail address",
                   email);
}

void rule_contact_address(SiteCheck *check)
{
    const Site *site = check->site;
    email_check(check, clinic_place(check, "email"), site->clinic.email);
    for (size_t i = 0; site->directory && i < site->directory->count; i++) {
        const Therapist *person = &site->directory->people[i];
        email_check(check, person_place(person->entry, "email"), person->email);
        if (person->web && (strncmp(person->web, "https://", 8) != 0 || strchr(person->web, ' ')))
            diag_error(check->diags, person_place(person->entry, "web"), "contact-address",
                       "write it as https://example.org", "\"%s\" is no https address", person->web);
    }
}

static void choices_once(SiteCheck *check, const ChoiceList *choices)
{
    for (size_t i = 0; i < choices->count; i++)
        for (size_t j = 0; j < i && choices->items[i].id; j++)
            if (choices->items[j].id && strcmp(choices->items[i].id, choices->items[j].id) == 0)
                diag_error(check->diags, choices->items[i].at, "choice-twice", "take one of them out",
                           "\"%s\" stands there twice", choices->items[i].id);
}

void rule_choice_twice(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    if (!directory) return;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) choices_once(check, &directory->choices[group]);
    choices_once(check, &directory->professions);
}

void rule_person_twice(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    for (size_t i = 0; directory && i < directory->count; i++)
        if (directory_find(directory, directory->people[i].id) != (int)i)
            diag_error(check->diags, directory->people[i].at, "person-twice",
                       "give one of them another id, or take one out", "there are two people \"%s\"",
                       directory->people[i].id);
}

/* Two with one id are reported as such. */
static bool is_same_person(const Therapist *a, const Therapist *b)
{
    return text_is_there(a->name) && text_is_there(a->phone) && text_is_there(b->name) && text_is_there(b->phone) &&
           strcasecmp(a->name, b->name) == 0 && strcmp(a->phone, b->phone) == 0 && strcmp(a->id, b->id) != 0;
}

void rule_same_person(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    for (size_t i = 0; directory && i < directory->count; i++) {
        const Therapist *person = &directory->people[i];
        size_t j = 0;
        while (j < i && !is_same_person(&directory->people[j], person)) j++;
        if (j == i) continue;
        const char *what = str_ends(person->at.file, TABLE_FILE) ? "rows" : "lines";
        diag_warn(check->diags, person->at, "same-person", "delete one of them",
                  "%s %d and %d are the same person, \"%s\" with one number", what, directory->people[j].at.line,
                  person->at.line, person->name);
    }
}

void rule_list_updated(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    Date today = check->options->today;
    if (directory && date_is_set(today) && date_is_set(directory->updated) &&
        date_compare(directory->updated, today) > 0)
        diag_error(check->diags, people_key(check, "updated"), "list-updated",
                   "write the day somebody last went through the list", "%04d-%02d-%02d is still to come",
                   directory->updated.year, directory->updated.month, directory->updated.day);
}

void rule_list_review(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    if (directory && is_past(check, directory->review_by))
        diag_note(check->diags, people_key(check, "review-by"), "list-review",
                  "call everybody on it, and write the new dates here",
                  "this list was to be gone through by %04d-%02d-%02d; visitors are told that it may be old",
                  directory->review_by.year, directory->review_by.month, directory->review_by.day);
}

/* No fault, but nothing that visitors should meet: said as a note. */
void rule_examples(SiteCheck *check)
{
    const Directory *directory = check->site->directory;
    size_t invented = 0;
    for (size_t i = 0; directory && i < directory->count; i++) invented += directory->people[i].example;
    if (check->site->example)
        diag_note(check->diags, site_key(check, "example"), "example-site",
                  "change it to yours, then take this line out", "this clinic is an example");
    if (invented > 0)
        diag_note(check->diags, people_key(check, "therapists"), "example-people",
                  "put real people in their place before visitors see them", "%zu of %zu people are examples", invented,
                  directory->count);
}
