#include "screen/reading/reading.h"

#include "screen/reach/reach.h"
#include "screen/reading/reading_head.h"
#include "screen/frame/pager.h"
#include "screen/frame/view_content.h"

enum { TEXT_WIDTH_U = 1040, COLUMN_U = 1100, RAIL_U = 560, PICTURE_PORTRAIT_U = 376, PICTURE_REACH_U = 420 };

/* In Reach mode the picture stands before the text, and what was beside it lies on the deck. */
static void layout_reach_boxes(const View *view, Reading *reading)
{
    int gap = viewport_px(view->viewport, SPACE_6XL_U);
    reading->rail_beside = true;
    reading->rail = reach_deck(view);
    if (view->viewport->shape != SHAPE_LANDSCAPE || !reading->placed || !reading->place.entry->image) return;
    reading->picture =
        (Rect){reading->column.x, reading->column.y, viewport_px(view->viewport, PICTURE_REACH_U), reading->column.h};
    reading->column.x += reading->picture.w + gap;
    reading->column.w = int_min(reading->column.w - reading->picture.w - gap, viewport_px(view->viewport, COLUMN_U));
}

static void layout_boxes(const View *view, Reading *reading)
{
    Rect main = chrome_main(view);
    reading->rail_beside = view->viewport->shape == SHAPE_LANDSCAPE;
    reading->column = main;
    reading->rail = (Rect){0};
    if (reach_on(view)) {
        layout_reach_boxes(view, reading);
        return;
    }
    if (!reading->rail_beside) return;
    int rail = viewport_px(view->viewport, RAIL_U);
    /* A narrow landscape (4:3) gives the text what the rail leaves. */
    int column =
        int_min(viewport_px(view->viewport, COLUMN_U), main.w - rail - viewport_px(view->viewport, SPACE_5XL_U));
    reading->column.w = column;
    reading->rail = (Rect){main.x + main.w - rail, main.y, rail, main.h};
}

static bool first_page_has_picture(const View *view, const Reading *reading)
{
    return view->viewport->shape == SHAPE_PORTRAIT && reading->placed && reading->place.entry->image;
}

/* The flow begins with an empty piece as high as what stands above the text on the first page only. */
static void flow_spacer(Flow *flow, int height)
{
    if (height <= 0) return;
    flow_begin_piece(flow, 0);
    flow_end_piece(flow, height)->keep_next = 1;
}

static void flow_page(const View *view, const Reading *reading, Flow *flow)
{
    BlockWorld *world = ARENA_NEW(view->arena, BlockWorld);
    *world = view_world(view);
    BlockLook look = {
        .arena = view->arena,
        .text = view->text,
        .theme = view->theme,
        .viewport = view->viewport,
        .words = words_of(view->words_set, reading->page->lang),
        .lang = reading->page->lang,
        .text_step = view->session->text_step,
        .width_px = flow->width_px,
        .page_px = reading->body_h,
        .family = reading->family,
        .open_accordion = view->session->place.accordion,
        .world = world,
    };
    look.stacked =
        (view->viewport->shape == SHAPE_PORTRAIT && view->viewport->w < 900 * view->viewport->u) || look.text_step == 2;
    const PagePart *parts = reading->page->parts.items;
    if (reading->placed && !reading->place.section)
        flow_paragraph(flow, look_plain(&look, TYPE_LEAD, reading->page->summary, flow->width_px), NODE_TEXT,
                       look_gap(&look, SPACE_TEXT), 0, view->theme->ink);
    for (size_t i = 0; i < reading->page->parts.count; i++) {
        flow->part = (int)i;
        const Block *blocks = parts[i].blocks.items;
        /* The first part needs no heading: the page's title and the chip above say it. */
        if (i > 0 && parts[i].title && parts[i].title[0]) look_heading(&look, flow, TYPE_H2, parts[i].title);
        for (size_t b = 0; b < parts[i].blocks.count; b++) blocks[b].type->layout(&blocks[b], &look, flow);
    }
}

bool reading_layout(const View *view, Reading *out)
{
    *out = (Reading){0};
    out->page = view_page(view, &out->pack);
    if (!out->page) return false;
    out->placed = pack_find(out->pack, out->page->id, &out->place);
    out->family = out->placed && out->place.section ? (Family)out->place.section->family : FAMILY_LIBRARY;
    out->wrong_way = text_lang_is_rtl(out->page->lang) != text_lang_is_rtl(view->lang);
    layout_boxes(view, out);
    reading_head_layout(view, out);
    out->body_h = out->column.h - pager_height(view) - out->chips_h - viewport_px(view->viewport, SPACE_S_U);
    int width = int_min(out->column.w, viewport_px(view->viewport, TEXT_WIDTH_U));
    flow_begin(&out->flow, view->arena, width, out->page->lang);
    out->flow.pressed = view->session->pressed;
    int picture = first_page_has_picture(view, out) ? viewport_px(view->viewport, PICTURE_PORTRAIT_U + 24) : 0;
    flow_spacer(&out->flow, out->title_h + picture);
    flow_page(view, out, &out->flow);
    size_t count;
    out->pages = flow_paginate(&out->flow, out->body_h, &count);
    out->text_pages = (int)count;
    out->page_count = out->text_pages + (out->rail_beside ? 0 : 1);
    return true;
}
