#include "screen/screen.h"

#include <string.h>

#include "screen/chrome.h"
#include "screen/overlay.h"

#define SCREEN_DECLARE(NAME, name) extern const ScreenType screen_##name;
SCREENS(SCREEN_DECLARE)
#undef SCREEN_DECLARE

#define SCREEN_ROW(NAME, name) [SCREEN_##NAME] = &screen_##name,
static const ScreenType *const screen_types[] = {SCREENS(SCREEN_ROW)};
#undef SCREEN_ROW

SiteTime civil_site_time(const CivilTime *time)
{
    return (SiteTime){
        .known = time->known,
        .date = {time->year, time->month, time->day},
        .weekday = time->weekday,
        .minute = time->hour * 60 + time->minute,
    };
}

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

void screen_build(const View *view, Scene *scene)
{
    const Theme *theme = view->theme;
    const ScreenType *type = screen_type(view->session->place.screen);
    scene_begin(scene, view->arena, view->viewport->w, view->viewport->h, theme->paper, view->lang);
    scene->open_focus = view->session->focus;
    scene->open_pressed = view->session->pressed;
    type->build(view, scene);
    /* The scrim goes over the screen and under the dock: help and Hide stay live. */
    if (view->session->overlay != OVERLAY_NONE) overlay_build(view, scene);
    scene->open_layer = 0;
    if (type->dock == DOCK_FULL) chrome_dock(view, scene);
    scene_focus_ring(scene, theme->focus, viewport_px(view->viewport, 6), viewport_px(view->viewport, 4));
    if (text_lang_is_rtl(view->lang)) scene_mirror(scene);
}

int screen_page_count(const View *view)
{
    const ScreenType *type = screen_type(view->session->place.screen);
    return type->page_count ? int_max(1, type->page_count(view)) : 1;
}

int screen_page_px(const View *view)
{
    return chrome_main(view).h - chrome_pager_height(view);
}
