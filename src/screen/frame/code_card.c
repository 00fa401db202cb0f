#include "screen/frame/code_card.h"

#include "gfx/code.h"

static bool draw_modules(const Look *look, Rect box, const uint8_t *code, int modules)
{
    if (!code) return false;
    const Color white = {255, 255, 255, 255};
    scene_framed_box(look->scene, box, white, px(look, SPACE_M_U), look->theme->line, px(look, HAIR_U));
    /* Modules are whole pixels, so that a camera sees clean edges. */
    int side = box.w - 2 * px(look, SPACE_3XS_U), module = int_max(1, side / (modules + 2 * CODE_QUIET_MODULES));
    int drawn = module * (modules + 2 * CODE_QUIET_MODULES);
    scene_code(look->scene, (Rect){box.x + (box.w - drawn) / 2, box.y + (box.h - drawn) / 2, drawn, drawn}, code,
               modules);
    return true;
}

bool code_card_draw(const Look *look, Rect box, const char *text)
{
    int modules = 0;
    const uint8_t *code = code_make(look->scene->arena, text, &modules);
    return draw_modules(look, box, code, modules);
}

bool code_card_draw_contact(const Look *look, Rect box, const char *text)
{
    int modules = 0;
    const uint8_t *code = code_make_contact(look->scene->arena, text, &modules);
    return draw_modules(look, box, code, modules);
}

const char *code_card_page_text(const Page *page)
{
    if (page->link && page->link[0]) return page->link;
    return page->take_home && page->take_home[0] ? page->take_home : NULL;
}
