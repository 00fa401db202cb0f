/* action.h - everything that a touch, a key or a switch can ask for.
 *
 * The scene carries actions, the app applies them (app/apply.c, the only place where state changes). */
#ifndef HEARTH_ACTION_H
#define HEARTH_ACTION_H

#include "base/base.h"

/* X(NAME, name, what `id` and `value` mean) */
#define ACTIONS(X)                                                                                                     \
    X(NONE, "none", "nothing: text and pictures")                                                                      \
    X(OPEN_PAGE, "open-page", "id: pack/page")                                                                         \
    X(OPEN_SECTION, "open-section", "id: pack/section")                                                                \
    X(OPEN_SCREEN, "open-screen", "value: ScreenId; id: its argument, if it has one")                                  \
    X(WAKE, "wake", "a touch on the attract loop; id: the page of the slide, pack/page")                               \
    X(BACK, "back", "")                                                                                                \
    X(HOME, "home", "")                                                                                                \
    X(CRISIS, "crisis", "")                                                                                            \
    X(HIDE, "hide", "")                                                                                                \
    X(TURN_TO, "turn-to",                                                                                              \
      "value: page number from 0, within what is being read; id: the part of the text that was meant, if one was")     \
    X(TURN_BY, "turn-by", "value: pages to turn, negative is back")                                                    \
    X(TURN_DECK, "turn-deck", "value: in Reach mode, which page of what can be touched, from 0")                       \
    X(SET_LANGUAGE, "set-language", "id: language code")                                                               \
    X(WAKE_IN, "wake-in", "a language on the attract loop; id: language code")                                         \
    X(SET_TEXT_STEP, "set-text-step", "value: 0 small, 1 large, 2 largest")                                            \
    X(TOGGLE_CONTRAST, "toggle-contrast", "")                                                                          \
    X(TOGGLE_REACH, "toggle-reach", "")                                                                                \
    X(SET_SWITCHES, "set-switches", "value: 0 off, 1 one switch, 2 two switches")                                      \
    X(SCAN_PACE, "scan-pace", "value: steps slower, negative is faster")                                               \
    X(LEAVE_EYES_FREE, "leave-eyes-free", "for somebody who sees the bar: fingers touch again")                        \
    X(LISTEN, "listen", "reads the page aloud, from what is on the screen on; if it is read already, stops")           \
    X(LISTEN_STOP, "listen-stop", "reads no more")                                                                     \
    X(LISTEN_PAUSE, "listen-pause", "pauses, or goes on")                                                              \
    X(LISTEN_SKIP, "listen-skip", "value: sentences to go on, negative is back")                                       \
    X(LISTEN_SPEED, "listen-speed", "value: steps faster, negative is slower")                                         \
    X(LISTEN_VOLUME, "listen-volume", "value: steps louder, negative is quieter")                                      \
    X(OPEN_OVERLAY, "open-overlay", "value: OverlayId; id: its argument")                                              \
    X(CLOSE_OVERLAY, "close-overlay", "")                                                                              \
    X(TOGGLE_ACCORDION, "toggle-accordion", "value: index on the page")                                                \
    X(FILTER, "filter", "id: tag, or empty for all")                                                                   \
    X(PEOPLE_CHOOSE, "people-choose", "value: DirectoryGroup; id: one of its choices, on or off")                      \
    X(PEOPLE_DROP, "people-drop", "value: DirectoryGroup, whose choices are given up")                                 \
    X(PEOPLE_CLEAR, "people-clear", "all choices are given up")                                                        \
    X(PEOPLE_READY, "people-ready", "the list of therapists, as the answers of Ready to start? narrow it")             \
    X(PEOPLE_SORT, "people-sort", "the list in its next order")                                                        \
    X(STAY, "stay", "an answer to Still reading?")                                                                     \
    X(LEAVE, "leave", "I am done: forget everything, back to the loop")                                                \
    X(BREATHING_TOGGLE, "breathing-toggle", "start or pause")                                                          \
    X(BREATHING_SPEED, "breathing-speed", "value: 0 gentle, 1 slow, 2 slower")                                         \
    X(ANSWER, "answer", "value: index of the answer + 1, 0 for none; goes on to the next question")                    \
    X(ANSWER_BACK, "answer-back", "to the question before")                                                            \
    X(ANSWERS_CLEAR, "answers-clear", "forgets the answers; value 1: and starts again, 0: and goes home")              \
    X(TYPE, "type", "id: letters that go to the end of the search field")                                              \
    X(ERASE, "erase", "takes the last letter away")                                                                    \
    X(SEARCH_FOR, "search-for", "id: what stands in the search field from now on, may be empty")                       \
    X(KEYS, "keys", "value: 0 letters, 1 numbers, 2 Latin letters, 3 folds the keyboard away")                         \
    X(KEY_RELATIVES, "key-relatives", "id: the letter whose accents come up, empty for none")                          \
    X(STAFF, "staff", "the mark was held for five seconds")                                                            \
    X(PIN_KEY, "pin-key", "value: 0 to 9 a digit, 10 clears, 11 takes the last one back")                              \
    X(STAFF_OPEN, "staff-open", "value: ScreenId of a screen for staff; nothing while the panel is locked")            \
    X(STAFF_DO, "staff-do", "value: StaffWish; id: its argument, a number")                                            \
    X(STAFF_BACK, "staff-back", "out of a screen for staff, one step")                                                 \
    X(STAFF_LOCK, "staff-lock", "locks the panel and leaves it")

#define ACTION_ENUM(name, text, doc) ACTION_##name,
typedef enum ActionKind { ACTIONS(ACTION_ENUM) ACTION_KINDS } ActionKind;
#undef ACTION_ENUM

typedef struct Action {
    ActionKind kind;
    int value;
    const char *id; /* NULL or NUL-terminated; lives as long as the scene that carries it */
} Action;

const char *action_name(ActionKind kind);

#endif
