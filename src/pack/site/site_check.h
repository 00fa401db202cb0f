/* site_check.h - what the rules for a clinic's pack look at. Internal to pack/. */
#ifndef HEARTH_SITE_CHECK_H
#define HEARTH_SITE_CHECK_H

#include "pack/check/check.h"
#include "pack/site/site_load.h"

typedef struct SiteCheck {
    const Site *site;
    const char *name; /* of the folder, in reports */
    const CheckOptions *options;
    const Library *library; /* count 0: its pages are not known */
    Diags *diags;
    Arena arena;
} SiteCheck;

typedef void SiteRule(SiteCheck *check);

/* The place of `key` in site.yaml, or of the file. */
Mark site_key(const SiteCheck *check, const char *key);
/* The same in therapists.yaml. */
Mark people_key(const SiteCheck *check, const char *key);

/* site_check.c */
SiteRule rule_site_language, rule_site_words, rule_site_id, rule_site_file, rule_logo;
/* site_check_times.c */
SiteRule rule_opening_hours, rule_closed_date, rule_time_zone, rule_brightness_hours;
SiteRule rule_playlist_dates, rule_playlist_last, rule_playlist_page, rule_playlist_silent;
/* site_check_people.c */
SiteRule rule_local_number, rule_local_verified, rule_local_review;
SiteRule rule_desk_number, rule_example_number, rule_contact_address;
SiteRule rule_choice_twice, rule_person_twice, rule_same_person, rule_list_updated, rule_list_review;
SiteRule rule_examples;

#endif
