/* stick_parts.h - what the files of the stick's screen share. */
#ifndef HEARTH_STICK_PARTS_H
#define HEARTH_STICK_PARTS_H

#include "screen/staff/staff_parts.h"

const FoundPack *stick_pack(const View *view); /* the chosen one; NULL: there is none */
void stick_offer(const View *view, Scene *scene);
void stick_changes(const View *view, Scene *scene); /* all of them */
int stick_changes_pages(const View *view);
/* What changes besides pages and numbers, a few words each into `out` unless it is NULL; how many. Of a
 * new pack everything is new: then none. */
enum { STICK_ALSO_MAX = 3 };
size_t stick_also(const View *view, const PackDiff *diff, const char *out[STICK_ALSO_MAX]);
void stick_installing(const View *view, Scene *scene);
void stick_done(const View *view, Scene *scene);
void stick_refused(const View *view, Scene *scene);

/* Why nothing was changed, in one sentence and in the language of the screen. */
const char *verdict_words(const View *view, const FoundPack *pack);
/* What to do about it; the number of sentences, at most ADVICE_MAX. */
enum { ADVICE_MAX = 3 };
size_t verdict_todo(const View *view, Verdict verdict, const char *out[ADVICE_MAX]);

#endif
