#include "gfx/action.h"

static const struct {
    const char *name;
    unsigned flags;
} rows[ACTION_KINDS] = {
#define VISITOR_ROW(NAME, name, flags, doc) [ACTION_##NAME] = {#name, flags},
#define STAFF_ROW(NAME, name, flags, doc) [ACTION_##NAME] = {#name, (flags) | WITHOUT_PACKS},
    VISITOR_ACTIONS(VISITOR_ROW) STAFF_ACTIONS(STAFF_ROW)};

const char *action_name(ActionKind kind)
{
    CHECK((unsigned)kind < ACTION_KINDS);
    return rows[kind].name;
}

bool action_has(ActionKind kind, unsigned flag)
{
    CHECK((unsigned)kind < ACTION_KINDS);
    return (rows[kind].flags & flag) != 0;
}
