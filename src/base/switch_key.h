/* switch_key.h - what a switch may be plugged in as: a key, a button of a mouse, a button of a joystick.
 *
 * Switches for people who cannot touch a screen are sold as devices that press one of these. */
#ifndef HEARTH_SWITCH_KEY_H
#define HEARTH_SWITCH_KEY_H

/* X(NAME, "name in the clinic's pack") */
#define SWITCH_KEYS(X)                                                                                                 \
    X(NONE, "none")                                                                                                    \
    X(SPACE, "space")                                                                                                  \
    X(ENTER, "enter")                                                                                                  \
    X(TAB, "tab")                                                                                                      \
    X(BACKSPACE, "backspace")                                                                                          \
    X(LEFT, "left")                                                                                                    \
    X(RIGHT, "right")                                                                                                  \
    X(UP, "up")                                                                                                        \
    X(DOWN, "down")                                                                                                    \
    X(1, "1")                                                                                                          \
    X(2, "2")                                                                                                          \
    X(3, "3")                                                                                                          \
    X(4, "4")                                                                                                          \
    X(F1, "f1")                                                                                                        \
    X(F2, "f2")                                                                                                        \
    X(F3, "f3")                                                                                                        \
    X(F4, "f4")                                                                                                        \
    X(F5, "f5")                                                                                                        \
    X(F6, "f6")                                                                                                        \
    X(F7, "f7")                                                                                                        \
    X(F8, "f8")                                                                                                        \
    X(F9, "f9")                                                                                                        \
    X(F10, "f10")                                                                                                      \
    X(F11, "f11")                                                                                                      \
    X(F12, "f12")                                                                                                      \
    X(MOUSE_LEFT, "mouse-left")                                                                                        \
    X(MOUSE_MIDDLE, "mouse-middle")                                                                                    \
    X(MOUSE_RIGHT, "mouse-right")                                                                                      \
    X(JOYSTICK_1, "joystick-1")                                                                                        \
    X(JOYSTICK_2, "joystick-2")                                                                                        \
    X(JOYSTICK_3, "joystick-3")                                                                                        \
    X(JOYSTICK_4, "joystick-4")

#define SWITCH_KEY_ENUM(NAME, name) SWITCH_KEY_##NAME,
typedef enum SwitchKey { SWITCH_KEYS(SWITCH_KEY_ENUM) SWITCH_KEY_COUNT } SwitchKey;
#undef SWITCH_KEY_ENUM

#endif
