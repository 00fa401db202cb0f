/* screen_preview.c - a page as visitors would see it, with a band that says that they do not. */
#include <stdio.h>

#include "screen/reading/reading.h"
#include "screen/staff/staff_parts.h"
#include "screen/frame/view_content.h"

/* The view of a visitor who reads the page. False if there is none to read. */
static bool reader_view(const View *view, View *reader)
{
    const PreviewView *preview = &view->staff->preview;
    if (preview->at >= preview->count) return false;
    Session *session = ARENA_NEW(view->arena, Session);
    *session = *view->session;
    session->place.screen = SCREEN_READING;
    session->reach = false;
    snprintf(session->place.ref, sizeof(session->place.ref), "%s/%s", preview->library->packs[0]->id,
             preview->pages[preview->at]);
    *reader = *view;
    reader->library = preview->library;
    reader->session = session;
    reader->lang = preview->lang;
    reader->words = words_of(view->words_set, preview->lang);
    return true;
}

static int preview_pages(const View *view)
{
    View reader;
    return reader_view(view, &reader) ? screen_page_count(&reader) : 1;
}

/* Only what turns the page, or opens a part of it, does what it says: doors lead nowhere from here. */
static void doors_close(Scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        SceneNode *node = &scene->nodes[i];
        ActionKind kind = node->action.kind;
        if (kind == ACTION_TURN_TO || kind == ACTION_TURN_BY || kind == ACTION_TOGGLE_ACCORDION ||
            node->role == NODE_PAGER)
            continue;
        node->action = node->hold = (Action){.kind = ACTION_NONE};
        node->hold_ms = 0;
        if (kind != ACTION_NONE) node->role = NODE_TEXT;
    }
}

/* In the language of the page, mirrored for itself if the panel's goes the other way. */
static void draw_page(const View *view, Scene *scene, const View *reader)
{
    Scene part;
    Reading reading;
    scene_begin(&part, view->arena, view->viewport->w, view->viewport->h, view->theme->paper, reader->lang);
    part.open_focus = view->session->focus;
    part.open_pressed = view->session->pressed;
    if (!reading_layout(reader, &reading)) return;
    reading_body(reader, &part, &reading);
    doors_close(&part);
    if (text_lang_is_rtl(reader->lang) != text_lang_is_rtl(view->lang)) scene_mirror(&part);
    scene_append(scene, &part, 0, 0);
}

/* At the right end of the band: the language, the page before, which one this is, the next one. Returns where they
 * begin. */
static int draw_steps(const View *view, const Look *look, Rect band)
{
    const PreviewView *preview = &view->staff->preview;
    int right = band.x + band.w, y = band.y + (band.h - px(look, BUTTON_U)) / 2, gap = px(look, SPACE_S_U);
    Button next = {.id = "preview.next",
                   .spoken = word(view->words, "next"),
                   .icon = "next",
                   .action = {.kind = ACTION_PREVIEW_STEP, .value = 1}};
    Button before = {.id = "preview.before",
                     .spoken = word(view->words, "previous"),
                     .icon = "back",
                     .action = {.kind = ACTION_PREVIEW_STEP, .value = -1}};
    Button lang = {.id = "preview.lang",
                   .label = language_own_name(view, preview->lang),
                   .icon = "globe",
                   .action = {.kind = ACTION_PREVIEW_LANGUAGE}};
    const char *which = arena_format(view->arena, "%zu / %zu", preview->at + 1, preview->count);
    bool steps = preview->count > 1, langs = preview->library->packs[0]->languages.count > 1;
    int which_w = text_width(look, TYPE_CHIP, which) + px(look, SPACE_XS_U), before_w = button_width(look, &before),
        next_w = button_width(look, &next);
    int steps_w = steps ? before_w + gap + which_w + gap + next_w : 0,
        lang_w = langs ? button_width(look, &lang) + (steps ? px(look, SPACE_XL_U) : 0) : 0;
    int begin = right - steps_w - lang_w;
    if (langs) draw_button(look, &lang, begin, y, 0);
    if (steps) {
        int x = begin + lang_w;
        x += draw_button(look, &before, x, y, 0) + gap;
        Rect middle = {x, y, which_w, px(look, BUTTON_U)};
        scene_text_node(look->scene, NODE_TEXT, which, middle);
        draw_text_centred(look, TYPE_CHIP, which, middle, view->theme->ink);
        draw_button(look, &next, x + which_w + gap, y, 0);
    }
    return langs ? begin - gap : begin;
}

/* Where visitors have the dock. */
static void draw_band(const View *view, const Look *look)
{
    const PreviewView *preview = &view->staff->preview;
    int height = chrome_dock_height(view), margin = chrome_margin(view);
    Rect band = {margin, view->viewport->h - height, view->viewport->w - 2 * margin, height};
    scene_box(look->scene, (Rect){0, band.y, view->viewport->w, height}, view->theme->sunk, 0);
    scene_box(look->scene, (Rect){0, band.y, view->viewport->w, px(look, HAIR_U)}, view->theme->line, 0);
    int room = draw_steps(view, look, band) - band.x;
    if (preview->is_public) return;
    const char *text = word(view->words, "staff-preview-band");
    int lines = text_height(look, TYPE_CHIP, text, room, 2);
    draw_prose(look, NODE_TEXT, TYPE_CHIP, text, (Rect){band.x, band.y + (height - lines) / 2, room, 0},
               view->theme->ink, 2);
}

static void preview_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    View reader;
    staff_top(view, scene, word(view->words, "staff-preview"), true);
    if (!reader_view(view, &reader)) return;
    draw_page(view, scene, &reader);
    draw_band(view, &look);
}

const ScreenType screen_preview = {
    .name = "preview", .dock = DOCK_NONE, .for_staff = true, .page_count = preview_pages, .build = preview_build};
