/* verdict.h - every outcome of offering a pack to the kiosk, with a sentence each.
 *
 * The sentences are for people who carry sticks: what happened, that nothing was changed, what to do. A screen in
 * another language has words of its own under the verdict's key. */
#ifndef HEARTH_VERDICT_H
#define HEARTH_VERDICT_H

#include "base/base.h"

/* name, code to read out over the telephone, sentence. VERDICT_UNDECIDED is 0: what was not decided refuses nothing,
 * and allows nothing either. */
#define VERDICTS(X)                                                                                                    \
    X(VERDICT_UNDECIDED, "H-0", "The kiosk has not finished looking at this pack, so nothing was changed.")            \
    X(VERDICT_READY_SIGNED, "H-1",                                                                                     \
      "This pack is signed by a key that this kiosk trusts, and is ready "                                             \
      "to install.")                                                                                                   \
    X(VERDICT_READY_NEEDS_PIN, "H-2", "This pack is ready to install, once the staff PIN is given.")                   \
    X(VERDICT_INSTALLED, "H-3", "The pack is installed. You can take the stick out.")                                  \
    X(VERDICT_SAME, "H-4", "This pack is already on the kiosk, so nothing was changed. There is nothing to do.")       \
    X(VERDICT_OLDER, "H-5",                                                                                            \
      "This pack is older than the one on the kiosk, so nothing was changed. To go back "                              \
      "to an older pack, use “Restore the set before” in the staff panel.")                                            \
    X(VERDICT_REFUSED_FILES, "H-6",                                                                                    \
      "This folder holds something that a pack may not have, so nothing "                                              \
      "was changed. Take out what is named below, and try again.")                                                     \
    X(VERDICT_REFUSED_CHANGED, "H-7",                                                                                  \
      "This pack was changed after it was signed, so nothing on the "                                                  \
      "kiosk was changed. Copy the whole folder again from where it came.")                                            \
    X(VERDICT_REFUSED_SIGNATURE, "H-8",                                                                                \
      "The signature of this pack is damaged or incomplete, so "                                                       \
      "nothing was changed. Copy the whole folder again from where it came.")                                          \
    X(VERDICT_REFUSED_IDENTITY, "H-9",                                                                                 \
      "This folder does not say properly which pack it is, so "                                                        \
      "nothing was changed. Put right what is named below, and try again.")                                            \
    X(VERDICT_REFUSED_CONTENT, "H-10",                                                                                 \
      "There are mistakes in this pack, so nothing was changed. Put "                                                  \
      "right what is named below, and try again.")                                                                     \
    X(VERDICT_REFUSED_PICTURE, "H-11",                                                                                 \
      "A picture in this pack cannot be drawn, so nothing was "                                                        \
      "changed. Save the picture again as PNG or JPEG, and try again.")                                                \
    X(VERDICT_REFUSED_SPACE, "H-12",                                                                                   \
      "There is not enough room on the kiosk, so nothing was changed. "                                                \
      "Make the pack smaller, or ask whoever looks after the kiosk.")                                                  \
    X(VERDICT_REFUSED_UNREADABLE, "H-13",                                                                              \
      "The stick could not be read to the end, so nothing was "                                                        \
      "changed. Put it in again, or use another stick.")                                                               \
    X(VERDICT_REFUSED_OTHER, "H-14",                                                                                   \
      "The folder is not the one that was shown before, so nothing was "                                               \
      "changed. Take the stick out, put it in again, and look once more.")                                             \
    X(VERDICT_REFUSED_DISK, "H-15",                                                                                    \
      "The kiosk could not save the pack, so nothing was changed. Try "                                                \
      "once more; if it happens again, ask whoever looks after the kiosk.")                                            \
    X(VERDICT_REFUSED_BUSY, "H-16",                                                                                    \
      "Another update is being installed, so nothing was changed. Wait a "                                             \
      "minute, and try again.")                                                                                        \
    X(VERDICT_STOPPED, "H-17", "The installation was stopped, and nothing was changed.")

typedef enum Verdict {
#define VERDICT_ROW(name, code, sentence) name,
    VERDICTS(VERDICT_ROW)
#undef VERDICT_ROW
} Verdict;

/* Returns the code to read out over the telephone: "H-7". */
const char *verdict_code(Verdict verdict);
/* Returns the English sentence for staff. */
const char *verdict_sentence(Verdict verdict);
/* True for READY_SIGNED and READY_NEEDS_PIN: all was looked at, and it may be installed. */
bool verdict_is_ready(Verdict verdict);
/* True for VERDICT_UNDECIDED, which each step on the way to a verdict returns if the next one may follow. */
bool verdict_goes_on(Verdict verdict);

/* Why a person must agree. */
#define PIN_REASONS(X)                                                                                                 \
    X(PIN_NOT_NEEDED, "")                                                                                              \
    X(PIN_UNSIGNED, "It is not signed, so the kiosk cannot tell who made it.")                                         \
    X(PIN_UNKNOWN_KEY, "It is signed by a key that this kiosk does not know.")                                         \
    X(PIN_NUMBERS, "Phone numbers change. Call each new number once before you install.")                              \
    X(PIN_ORIGIN_UNKNOWN, "The kiosk has lost its list of versions, so it cannot tell where its own pack came from.")  \
    X(PIN_EDITED, "The pack on the kiosk was edited here, and those changes would be replaced.")                       \
    X(PIN_SAME_COUNTER, "It has the same number as the pack on the kiosk, but other contents.")                        \
    X(PIN_CRASHED, "This very pack made the screen stop three times, and was taken back.")

typedef enum PinReason {
#define PIN_REASON_ROW(name, sentence) name,
    PIN_REASONS(PIN_REASON_ROW)
#undef PIN_REASON_ROW
} PinReason;

/* Returns the English sentence for staff; "" for PIN_NOT_NEEDED. */
const char *pin_reason_sentence(PinReason reason);

#endif
