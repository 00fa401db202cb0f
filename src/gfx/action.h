/* action.h - everything that a touch, a key or a switch can ask for: one row each.
 *
 * The scene carries actions; app_apply() (app/app.h) looks up their row, checks its flags and calls its handler. */
#ifndef HEARTH_ACTION_H
#define HEARTH_ACTION_H

#include "base/base.h"

/* What holds for an action wherever it comes from. */
enum ActionFlags {
    KEEPS_LISTENING = 1 << 0, /* what is read aloud goes on, unless the handler leads to another place */
    TURNS_PAGE = 1 << 1,      /* a switch stops at its button alone, so that it can be pressed again and again */
    WITHOUT_PACKS = 1 << 2,   /* works as always where no pack could be opened */
    WAY_OUT = 1 << 3,         /* where no pack could be opened, leads to the emergency card instead */
    NEEDS_PANEL = 1 << 4,     /* refused while the staff panel is locked */
};

/* X(NAME, name, flags, what `value`, `at` and `id` mean). A row makes ACTION_NAME and the prototype of its handler,
 * apply_name(). These handlers are in app/. */
#define VISITOR_ACTIONS(X)                                                                                             \
    X(NONE, none, KEEPS_LISTENING | WITHOUT_PACKS, "nothing: text and pictures")                                       \
    X(OPEN_PAGE, open_page, 0, "id: pack/page")                                                                        \
    X(OPEN_SECTION, open_section, 0, "id: pack/section")                                                               \
    X(OPEN_SCREEN, open_screen, 0, "value: ScreenId, id: its argument, if it has one; value -1: id names the screen")  \
    X(WAKE, wake, 0, "a touch on the attract loop; id: the page of the slide, pack/page")                              \
    X(BACK, back, WAY_OUT, "")                                                                                         \
    X(HOME, home, WAY_OUT, "")                                                                                         \
    X(CRISIS, crisis, WAY_OUT, "")                                                                                     \
    X(HIDE, hide, KEEPS_LISTENING | WAY_OUT, "forgets the visit; forgetting ends what is read aloud")                  \
    X(TURN_TO, turn_to, KEEPS_LISTENING | TURNS_PAGE | WITHOUT_PACKS,                                                  \
      "value: page number from 0, within what is being read; at: index + 1 of the part that was meant, 0: none")       \
    X(TURN_BY, turn_by, KEEPS_LISTENING | TURNS_PAGE | WITHOUT_PACKS, "value: pages to turn, negative is back")        \
    X(TURN_DECK, turn_deck, KEEPS_LISTENING | TURNS_PAGE,                                                              \
      "value: in Reach mode, which page of what can be touched, from 0")                                               \
    X(SET_LANGUAGE, set_language, WITHOUT_PACKS, "id: language code")                                                  \
    X(WAKE_IN, wake_in, 0, "a language on the attract loop; id: language code")                                        \
    X(SET_TEXT_STEP, set_text_step, KEEPS_LISTENING, "value: 0 small, 1 large, 2 largest")                             \
    X(TOGGLE_CONTRAST, toggle_contrast, KEEPS_LISTENING, "")                                                           \
    X(TOGGLE_REACH, toggle_reach, KEEPS_LISTENING, "")                                                                 \
    X(SET_SWITCHES, set_switches, 0, "value: 0 off, 1 one switch, 2 two switches")                                     \
    X(SCAN_PACE, scan_pace, 0, "value: steps slower, negative is faster")                                              \
    X(LEAVE_EYES_FREE, leave_eyes_free, KEEPS_LISTENING, "the button of the eyes-free bar: fingers touch again")       \
    X(LISTEN, listen, KEEPS_LISTENING, "reads aloud from the first sentence that is seen; if it reads already, stops") \
    X(LISTEN_STOP, listen_stop, KEEPS_LISTENING, "ends reading aloud")                                                 \
    X(LISTEN_PAUSE, listen_pause, KEEPS_LISTENING, "pauses, or goes on")                                               \
    X(LISTEN_SKIP, listen_skip, KEEPS_LISTENING, "value: sentences to go on, negative is back")                        \
    X(LISTEN_SPEED, listen_speed, KEEPS_LISTENING, "value: steps faster, negative is slower")                          \
    X(LISTEN_VOLUME, listen_volume, KEEPS_LISTENING, "value: steps louder, negative is quieter")                       \
    X(OPEN_OVERLAY, open_overlay, KEEPS_LISTENING, "value: OverlayId")                                                 \
    X(CLOSE_OVERLAY, close_overlay, KEEPS_LISTENING, "")                                                               \
    X(TOGGLE_ACCORDION, toggle_accordion, KEEPS_LISTENING, "value: index on the page")                                 \
    X(FILTER, filter, 0, "id: tag, or empty for all")                                                                  \
    X(PEOPLE_CHOOSE, people_choose, 0, "value: DirectoryGroup; id: one of its choices, on or off")                     \
    X(PEOPLE_DROP, people_drop, 0, "value: DirectoryGroup, whose choices are given up")                                \
    X(PEOPLE_CLEAR, people_clear, 0, "all choices are given up")                                                       \
    X(PEOPLE_READY, people_ready, 0, "the list of therapists, as the answers of Ready to start? narrow it")            \
    X(PEOPLE_SORT, people_sort, 0, "the list in its next order")                                                       \
    X(STAY, stay, KEEPS_LISTENING, "an answer to Still reading?")                                                      \
    X(LEAVE, leave, KEEPS_LISTENING | WAY_OUT, "I am done: forgets the visit, back to the loop")                       \
    X(BREATHING_TOGGLE, breathing_toggle, 0, "starts or pauses; value 1: from the first breath")                       \
    X(BREATHING_SPEED, breathing_speed, 0, "value: 0 gentle, 1 slow, 2 slower")                                        \
    X(ANSWER, answer, 0, "value: index of the answer + 1, 0 for none; goes on to the next question")                   \
    X(ANSWER_BACK, answer_back, 0, "to the question before")                                                           \
    X(ANSWERS_CLEAR, answers_clear, 0, "forgets the answers; value 1: and starts again, 0: and goes home")             \
    X(TYPE, type, 0, "id: letters that go to the end of the search field")                                             \
    X(ERASE, erase, 0, "takes the last letter away")                                                                   \
    X(SEARCH_FOR, search_for, 0, "id: what stands in the search field from now on, may be empty")                      \
    X(KEYS, keys, 0, "value: 0 letters, 1 numbers, 2 Latin letters, 3 folds the keyboard away")                        \
    X(KEY_RELATIVES, key_relatives, 0, "id: the letter whose accents come up, empty for none")

/* The same, for screens that staff use; all of them work without packs. These handlers are in staff/, which the app
 * knows by its StaffService alone. */
#define STAFF_ACTIONS(X)                                                                                               \
    X(STAFF, staff, 0, "the mark was held for five seconds: the PIN is asked for")                                     \
    X(PIN_KEY, pin_key, 0, "value: 0 to 9 a digit, 10 clears, 11 takes the last one back")                             \
    X(PIN_RECOVER, pin_recover, 0, "types the printed code instead of the PIN")                                        \
    X(STAFF_OPEN, staff_open, NEEDS_PANEL, "value: ScreenId of a screen for staff")                                    \
    X(STAFF_BACK, staff_back, 0, "out of a screen for staff, one step")                                                \
    X(STAFF_LOCK, staff_lock, 0, "locks the panel and leaves it")                                                      \
    X(CHECK_PACKS, check_packs, NEEDS_PANEL, "reads every byte of every installed pack")                               \
    X(RESTORE_ASK, restore_ask, NEEDS_PANEL, "asks whether the version before shall come back")                        \
    X(RESTORE, restore, NEEDS_PANEL, "yes to that question")                                                           \
    X(RESTART_ASK, restart_ask, NEEDS_PANEL, "asks whether the machine shall start again")                             \
    X(RESTART, restart, NEEDS_PANEL, "yes to that question")                                                           \
    X(ANSWER_NO, answer_no, NEEDS_PANEL, "no to either question")                                                      \
    X(SAVE_PACKS, save_packs, NEEDS_PANEL, "writes all packs that visitors see to the stick")                          \
    X(CLOCK_STEP, clock_step, NEEDS_PANEL, "value: 1 more, -1 less; at: ClockField")                                   \
    X(CLOCK_SET, clock_set, NEEDS_PANEL, "sets the machine's clock to the fields")                                     \
    X(LIGHT_STEP, light_step, NEEDS_PANEL, "value: 1 brighter, -1 darker")                                             \
    X(VOLUME_STEP, volume_step, NEEDS_PANEL, "value: 1 louder, -1 quieter, for every visit")                           \
    X(PIN_CHANGE, pin_change, NEEDS_PANEL, "opens the screen that sets a new PIN")                                     \
    X(TEST_OPEN, test_open, NEEDS_PANEL, "opens the test of the screen, touch and sound")                              \
    X(TEST_TOUCHED, test_touched, 0, "value: index of the dot that was touched")                                       \
    X(TEST_SOUND, test_sound, 0, "plays two notes")                                                                    \
    X(TEST_RIGHT, test_right, 0, "value: ScreenTest that was found to be right")                                       \
    X(FIRST_STEP, first_step, 0, "value: 1 the next step of the first start, -1 the one before")                       \
    X(FIRST_CLOSE, first_close, 0, "ends the first start, or the test")                                                \
    X(STICK_READ, stick_read, 0, "reads whatever stick is in, also one that was read before")                          \
    X(STICK_CHOOSE, stick_choose, 0, "value: index of the pack on the stick")                                          \
    X(STICK_INSTALL, stick_install, 0, "installs the chosen pack, after the PIN where that is needed")                 \
    X(STICK_STOP, stick_stop, 0, "stops installing")                                                                   \
    X(STICK_CLOSE, stick_close, 0, "leaves the stick's screen: not now, or done")                                      \
    X(STICK_ALL_CHANGES, stick_all_changes, 0, "lists every change, page by page")                                     \
    X(STICK_REPORT, stick_report, 0, "writes what was found to the stick")                                             \
    X(STICK_PREVIEW, stick_preview, 0, "shows the pages of the chosen pack that are new or changed")                   \
    X(PREVIEW_STEP, preview_step, 0, "value: 1 the next page of the preview, -1 the one before")                       \
    X(PREVIEW_LANGUAGE, preview_language, 0, "the preview in its next language")                                       \
    X(REVIEW_OPEN, review_open, NEEDS_PANEL, "value: index in the survey; shows that page")                            \
    X(REVIEW_HIDE, review_hide, NEEDS_PANEL, "value: the same; takes the page off this kiosk, or back")

#define ACTIONS(X) VISITOR_ACTIONS(X) STAFF_ACTIONS(X)

#define ACTION_ENUM(NAME, name, flags, doc) ACTION_##NAME,
typedef enum ActionKind { ACTIONS(ACTION_ENUM) ACTION_KINDS } ActionKind;
#undef ACTION_ENUM

typedef struct Action {
    ActionKind kind;
    int value, at;  /* what they mean is in the action's row */
    const char *id; /* NULL or NUL-terminated; lives as long as the scene that carries it */
} Action;

/* "open_page" for ACTION_OPEN_PAGE. Static. */
const char *action_name(ActionKind kind);
/* True if the action's row has this flag, one of ActionFlags. */
bool action_has(ActionKind kind, unsigned flag);

#endif
