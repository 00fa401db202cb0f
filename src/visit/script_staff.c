/* script_staff.c - the step in which a stick goes in or comes out. */
#include <stdio.h>
#include <string.h>

#include "visit/script_steps.h"
#include "base/fs.h"

/* A stick that is out is a folder of --sticks whose name has a dot before it. */
bool step_stick(Script *script)
{
    const char *way = script_word(script, 0), *name = script_word(script, 1), *dir = script->options->sticks_dir;
    bool in = strcmp(way, "in") == 0;
    if (!in && strcmp(way, "out") != 0) return script_fail(script, "a stick goes in or out");
    if (!dir) return script_fail(script, "there is no folder for sticks: --sticks DIR");
    if (!fs_path_is_inside(name)) return script_fail(script, "\"%s\" is no name for a stick", name);
    Arena arena = {0};
    const char *out_path = fs_join(&arena, dir, arena_format(&arena, ".%s", name)),
               *in_path = fs_join(&arena, dir, name);
    bool moved = (in ? rename(out_path, in_path) : rename(in_path, out_path)) == 0;
    arena_free(&arena);
    return moved ? true : script_fail(script, "there is no stick %s to go %s", name, way);
}
