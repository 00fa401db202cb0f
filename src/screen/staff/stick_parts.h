/* stick_parts.h - what the files of the stick's screen share. */
#ifndef HEARTH_STICK_PARTS_H
#define HEARTH_STICK_PARTS_H

#include "screen/staff/staff_parts.h"

const FoundPack *stick_pack(const View *view); /* the chosen one; NULL: there is none */
/* Records the screen for a pack that can be installed. */
void stick_offer(const View *view, Scene *scene);
void stick_changes(const View *view, Scene *scene); /* all of them */
/* Returns how many screen pages the list of all changes takes. */
int stick_changes_pages(const View *view);
enum { STICK_ALSO_MAX = 3 };
/* Lists what changes besides pages and numbers, a few words each, in `out` unless it is NULL. Returns how many; 0 for a
 * new pack, of which everything is new. */
size_t stick_also(const View *view, const PackDiff *diff, const char *out[STICK_ALSO_MAX]);
/* Records the screen while a pack is being installed. */
void stick_installing(const View *view, Scene *scene);
/* Records the screen after a pack has been installed. */
void stick_done(const View *view, Scene *scene);
/* Records the screen for a pack that is not installed, with the reasons. */
void stick_refused(const View *view, Scene *scene);

/* Why nothing was changed, in one sentence and in the language of the screen. */
const char *verdict_words(const View *view, const FoundPack *pack);
enum { ADVICE_MAX = 3 };
/* Lists in `out` what staff can do about a verdict, a sentence each. Returns how many, at most ADVICE_MAX. */
size_t verdict_todo(const View *view, Verdict verdict, const char *out[ADVICE_MAX]);

#endif
