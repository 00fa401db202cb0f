#include "app/reading_position.h"

#include "app/picture.h"

static int part_span(const ScreenType *type, const View *view, int part, int first)
{
    return int_max(1, type->page_of_part(view, part + 1) - first);
}

Spot spot_read(App *app)
{
    View view = app_view(app, &app->scratch);
    const ScreenType *type = screen_type(view.session->place.screen);
    Spot spot = {.page = view.session->place.page_number, .pages = screen_page_count(&view)};
    if (type->part && type->page_of_part) {
        spot.parts = true;
        int meant = view.session->place.part;
        spot.part = meant >= 0 ? meant : type->part(&view);
        int first = type->page_of_part(&view, spot.part);
        spot.into = int_max(0, spot.page - first);
        spot.span = part_span(type, &view, spot.part, first);
    }
    arena_reset(&app->scratch);
    return spot;
}

int spot_page(App *app, const Spot *spot)
{
    View view = app_view(app, &app->scratch);
    const ScreenType *type = screen_type(view.session->place.screen);
    int pages = screen_page_count(&view), page = spot->page * pages / int_max(1, spot->pages);
    if (spot->parts && type->page_of_part) {
        int first = type->page_of_part(&view, spot->part), span = part_span(type, &view, spot->part, first);
        page = first + spot->into * span / spot->span;
    }
    arena_reset(&app->scratch);
    return int_clamp(page, 0, pages - 1);
}
