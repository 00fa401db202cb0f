/* text_fixture.h - a text engine with the fake font, and an arena: new for each test. 20 px characters are 10 px wide.
 */
#ifndef HEARTH_TEXT_FIXTURE_H
#define HEARTH_TEXT_FIXTURE_H

#include "unit.h"

#include "fake_font.h"

static FakeFont fake;
static TextEngine *engine;
static Arena arena;

static int set_up(void **state)
{
    (void)state;
    FontSource source = fake_font_source(&fake);
    engine = text_engine_new(&source);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    text_engine_free(engine);
    arena_free(&arena);
    return 0;
}

#endif
