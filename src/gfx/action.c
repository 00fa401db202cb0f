#include "gfx/action.h"

const char *action_name(ActionKind kind)
{
#define ACTION_TEXT(name, text, doc) text,
    static const char *const names[] = {ACTIONS(ACTION_TEXT)};
#undef ACTION_TEXT
    CHECK((unsigned)kind < ARRAY_LEN(names));
    return names[kind];
}
