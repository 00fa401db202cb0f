#include "screen/frame/chrome.h"

#include "screen/frame/eyes_free_bar.h"
#include "screen/frame/listen_bar.h"
#include "screen/reach/reach.h"
#include "screen/frame/switch_bar.h"
#include "ui/keyboard.h"

Look view_look(const View *view, Scene *scene)
{
    return (Look){scene, view->text, view->theme, view->viewport, view->lang, view->session->text_step};
}

int chrome_margin(const View *view)
{
    return view_px(view, view_is_small(view) ? 32 : view_is_portrait(view) ? 48 : 64);
}

int chrome_gutter(const View *view)
{
    return view_px(view, view_is_small(view) ? 20 : view_is_portrait(view) ? 24 : 32);
}

int chrome_dock_height(const View *view)
{
    return view_px(view, view_is_small(view) ? 104 : view_is_portrait(view) ? 204 : 112);
}

int chrome_top_height(const View *view) { return view_px(view, view_is_small(view) ? 96 : 112); }

int chrome_bottom_height(const View *view)
{
    return chrome_dock_height(view) + switch_bar_height(view) + eyes_bar_height(view) +
           listen_bar_height(view); /* there is at most one */
}

bool chrome_keys_up(const View *view)
{
    const Session *session = view->session;
    return session->place.screen == SCREEN_SEARCH && session->search.keys != KEYS_FOLDED && !session->listening.on;
}

Rect chrome_main(const View *view)
{
    if (reach_own_view(view)) return reach_view(view);
    int top = chrome_top_height(view), margin = chrome_margin(view);
    int bottom = view->viewport->h - chrome_bottom_height(view) - view_px(view, view_is_small(view) ? 16 : 32);
    return (Rect){margin, top, view->viewport->w - 2 * margin, bottom - top};
}
