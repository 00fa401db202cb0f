#include "screen/screen.h"

#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/eyes_free_bar.h"
#include "screen/frame/listen_bar.h"
#include "screen/frame/overlay.h"
#include "screen/reach/reach.h"
#include "screen/frame/switch_bar.h"
#include "screen/frame/pager.h"

#define SCREEN_DECLARE(NAME, name) extern const ScreenType screen_##name;
SCREENS(SCREEN_DECLARE)
#undef SCREEN_DECLARE

#define SCREEN_ROW(NAME, name) [SCREEN_##NAME] = &screen_##name,
static const ScreenType *const screen_types[] = {SCREENS(SCREEN_ROW)};
#undef SCREEN_ROW

const ScreenType *screen_type(ScreenId id)
{
    CHECK((unsigned)id < SCREEN_COUNT);
    return screen_types[id];
}

ScreenId screen_find(const char *name)
{
    for (int i = 0; i < SCREEN_COUNT; i++)
        if (strcmp(screen_types[i]->name, name) == 0) return (ScreenId)i;
    return SCREEN_COUNT;
}

/* Records what `build` draws: as it is, or laid out anew for Reach mode. */
static void record(const View *view, Scene *scene, void (*build)(const View *view, Scene *scene), int layer,
                   bool own_view)
{
    scene->open_layer = layer;
    if (!reach_on(view)) {
        build(view, scene);
        return;
    }
    Scene part;
    scene_begin(&part, view->arena, scene->w, scene->h, scene->ground, scene->lang);
    part.open_focus = scene->open_focus;
    part.open_pressed = scene->open_pressed;
    part.open_layer = layer;
    build(view, &part);
    reach_settle(view, scene, &part, own_view);
}

void screen_build(const View *view, Scene *scene)
{
    const Theme *theme = view->theme;
    const ScreenType *type = screen_type(view->session->place.screen);
    scene_begin(scene, view->arena, view->viewport->w, view->viewport->h, theme->paper, view->lang);
    scene->open_focus = view->session->focus;
    scene->open_pressed = view->session->pressed;
    record(view, scene, type->build, 0, type->own_view);
    listen_bar_draw(view, scene);
    /* The scrim goes over the screen and under the dock: help and Hide stay live. */
    if (view->session->overlay != OVERLAY_NONE) record(view, scene, overlay_build, 1, true);
    scene->open_layer = 0;
    switch_bar_ground(view, scene);
    if (type->dock == DOCK_FULL) chrome_dock(view, scene);
    switch_ring(view, scene);
    scene_focus_ring(scene, theme->focus, viewport_px(view->viewport, SPACE_2XS_U),
                     viewport_px(view->viewport, SPACE_3XS_U));
    eyes_bar_draw(view, scene);
    if (text_lang_is_rtl(view->lang)) scene_mirror(scene);
    listen_mark(view, scene);
}

int screen_page_count(const View *view)
{
    const ScreenType *type = screen_type(view->session->place.screen);
    return type->page_count ? int_max(1, type->page_count(view)) : 1;
}

int screen_page_px(const View *view) { return chrome_main(view).h - pager_height(view); }
