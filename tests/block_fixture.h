/* block_fixture.h - a world for blocks: two phone lines, three pages, the fake font, the words of the interface. */
#ifndef HEARTH_TESTS_BLOCK_FIXTURE_H
#define HEARTH_TESTS_BLOCK_FIXTURE_H

#include <stdio.h>

#include "unit.h"

#include "block/block.h"
#include "fake_font.h"

static Arena arena;
static TextEngine *engine;
static WordsSet *words_set;
static FakeFont fake_font;
static Viewport viewport;

static inline int fixture_begin(void **state)
{
    (void)state;
    FontSource source = fake_font_source(&fake_font);
    engine = text_engine_new(&source);
    words_set = words_set_new();
    viewport = viewport_make(1920, 1080, 0);
    return 0;
}

static inline int fixture_end(void **state)
{
    (void)state;
    text_engine_free(engine);
    words_set_free(words_set);
    arena_free(&arena);
    return 0;
}

static inline bool world_contact(const void *context, const char *id, ContactLine *out)
{
    static const struct {
        const char *id;
        ContactLine line;
    } lines[] = {
        {"suicide-crisis", {"Suicide Crisis Helpline", "Call or text. Free, any time.", "9-8-8"}},
        {"family-violence-legal",
         {"Legal help with violence at home", "Legal Aid Ontario. The call is free.", "1-800-668-8258"}},
    };
    (void)context;
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        if (strcmp(lines[i].id, id) != 0) continue;
        *out = lines[i].line;
        return true;
    }
    return false;
}

static inline bool world_page(const void *context, const char *id, PageLink *out)
{
    static const PageLink links[] = {
        {.ref = "p/secure", .title = "Secure: steady enough", .meta = "Attachment", .family = FAMILY_ATTACHMENT},
        {.ref = "p/asking-for-help", .title = "Asking for help", .meta = "Article, 3 min", .is_article = true},
    };
    (void)context;
    for (size_t i = 0; i < ARRAY_LEN(links); i++) {
        if (strcmp(links[i].ref + 2, id) != 0) continue;
        *out = links[i];
        return true;
    }
    return false;
}

static inline ImageRef world_image(const void *context, const char *relative)
{
    (void)context;
    return (ImageRef){arena_format(&arena, "/packs/p/%s", relative), false};
}

static const BlockWorld world = {NULL, world_contact, world_page, world_image};

static inline BlockLook look_new(void)
{
    return (BlockLook){
        .arena = &arena,
        .text = engine,
        .theme = theme_light(),
        .viewport = &viewport,
        .words = words_of(words_set, "en"),
        .lang = "en",
        .width_px = 1040,
        .family = FAMILY_ATTACHMENT,
        .open_accordion = -1,
        .world = &world,
    };
}

/* The block written in `yaml`; problems go to `diags`. False if it cannot be loaded. */
static inline bool load_block(const char *yaml, Block *out, Diags *diags)
{
    const YNode *root = yaml_parse(&arena, "page.yaml", yaml, strlen(yaml), diags);
    return root && block_load(root, &arena, out, diags);
}

/* The block written in `yaml`, which has no problems. */
static inline Block block_of(const char *yaml)
{
    Diags diags = {0};
    Block block = {0};
    bool ok = load_block(yaml, &block, &diags);
    if (!ok || diags.count > 0) diags_print(&diags, stderr);
    assert_true(ok);
    assert_int_equal(diags.count, 0);
    diags_free(&diags);
    return block;
}

/* Lays a block out in a column of its own. */
static inline Flow flow_of(const Block *block, BlockLook *look)
{
    Flow flow;
    flow_begin(&flow, &arena, look->width_px, look->lang);
    block->type->layout(block, look, &flow);
    return flow;
}

/* All of a column on one page, as a scene that is just as high. */
static inline Scene scene_of(const Flow *flow, const Theme *theme)
{
    size_t count;
    const FlowPage *pages = flow_paginate(flow, 1000000, &count);
    assert_int_equal(count, 1);
    Scene scene;
    scene_begin(&scene, &arena, flow->width_px, flow_page_height(flow, &pages[0]), theme->paper, flow->lang);
    flow_emit(flow, &pages[0], &scene, 0, 0);
    return scene;
}

#endif
