/* therapist_list.h - parts that the screens about therapists share. */
#ifndef HEARTH_THERAPIST_LIST_H
#define HEARTH_THERAPIST_LIST_H

#include "screen/frame/chrome.h"

/* The list that there is to show; NULL: none. */
const Directory *view_directory(const View *view);

/* A choice as visitors read it; for a question of yes or no, the question. */
Word choice_word(const View *view, DirectoryGroup group, int choice);
/* Returns the names of all of a person's choices in a group, as a sentence to read aloud. */
const char *person_choices_spoken(const View *view, const Therapist *person, DirectoryGroup group);
/* The names of a person's choices in a group, in the order they were written, as many as fit the width; 0: all. */
const char *person_choices(const View *view, const Look *look, TypeStyle style, const Therapist *person,
                           DirectoryGroup group, int width);
/* The profession; "" if it is not known. */
Word person_profession(const View *view, const Therapist *person);
/* "1.2" as it is written in the view's language. */
const char *tenths_text(const View *view, int tenths);
/* "3 people match"; "No one matches". */
const char *people_count_text(const View *view, size_t count);

/* A chip that turns a choice on and off; with `count` people behind its name, if that is not negative. */
int person_chip_width(const View *view, const Look *look, DirectoryGroup group, int choice, int count);
/* Draws the chip at x, y. Returns its width in pixels. */
int draw_person_chip(const View *view, const Look *look, DirectoryGroup group, int choice, int count, int x, int y);
/* What is chosen in a group, as a dark pill with a cross; touching it gives it up. Draws only a picture of it without
 * `id`. */
int drop_pill_width(const View *view, const Look *look, DirectoryGroup group);
/* Draws the pill at x, y, at most `width_max` pixels wide. Returns its width. */
int draw_drop_pill(const View *view, const Look *look, DirectoryGroup group, const char *id, int x, int y,
                   int width_max);

/* The disc with a person's initials. */
void draw_initials(const View *view, const Look *look, Rect disc, const Therapist *person);
/* "Example", on a quiet ground; returns its width. */
int draw_example_mark(const View *view, const Look *look, int x, int y, int height, bool draw);

/* Returns the height in pixels of a row of the list. `stacked`: four lines, for tall screens; else two. */
int person_row_height(const Look *look, bool stacked);
/* Draws the row over all of the box; touching it opens the person's card. */
void draw_person_row(const View *view, const Look *look, Rect box, const Therapist *person, bool stacked);

/* Draws the code that saves a person in a phone, and the words that say so. */
void draw_person_code(const View *view, const Look *look, Rect box, const Therapist *person);
/* Returns the height in pixels that draw_person_call() needs. */
int person_call_height(const View *view, const Look *look);
/* Draws the person's number, large, with when to call. */
void draw_person_call(const View *view, const Look *look, Rect box, const Therapist *person);

/* Draws what stands in the place of the list when no person matches what was chosen. */
void draw_no_matches(const View *view, const Look *look, Rect room);

/* How old the list is, and to call first: in the clinic's own words where it has some in this language, or in brief. */
const char *people_list_age(const View *view, bool in_clinic_words);

#endif
