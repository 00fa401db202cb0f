#include "app/reading_position.h"

#include "app/picture.h"

static int part_span(const ScreenType *type, const View *view, int part, int first)
{
    return int_max(1, type->page_of_part(view, part + 1) - first);
}

ReadingPosition position_read(App *app)
{
    View view = app_view(app, &app->scratch);
    const ScreenType *type = screen_type(view.session->place.screen);
    ReadingPosition position = {.page = view.session->place.page_number, .pages = screen_page_count(&view)};
    if (type->part && type->page_of_part) {
        position.parts = true;
        int meant = view.session->place.part;
        position.part = meant >= 0 ? meant : type->part(&view);
        int first = type->page_of_part(&view, position.part);
        position.into = int_max(0, position.page - first);
        position.span = part_span(type, &view, position.part, first);
    }
    arena_reset(&app->scratch);
    return position;
}

int position_page(App *app, const ReadingPosition *position)
{
    View view = app_view(app, &app->scratch);
    const ScreenType *type = screen_type(view.session->place.screen);
    int pages = screen_page_count(&view), page = position->page * pages / int_max(1, position->pages);
    if (position->parts && type->page_of_part) {
        int first = type->page_of_part(&view, position->part), span = part_span(type, &view, position->part, first);
        page = first + position->into * span / position->span;
    }
    arena_reset(&app->scratch);
    return int_clamp(page, 0, pages - 1);
}
