/* screen_stick.c - a USB stick is in: looked at, chosen from, and what came of it. Quiet: whoever sits there may look
 * away. */
#include "screen/staff/stick_parts.h"
#include "screen/frame/row.h"

const FoundPack *stick_pack(const View *view)
{
    const StickView *stick = &view->staff->stick;
    return stick->report && stick->chosen < stick->report->count ? &stick->report->packs[stick->chosen] : NULL;
}

static const char *stick_place(const View *view)
{
    Word name = words_in(&view->site->clinic.name, view->lang);
    return name.text ? name.text : word(view->words, "usb-found-title");
}

static const char *nothing_words(const View *view)
{
    const StickReport *report = view->staff->stick.report;
    switch (report ? report->state : STICK_UNREADABLE) {
    case STICK_PACKS: return word(view->words, "usb-same");
    case STICK_EMPTY: return word(view->words, "why-empty");
    case STICK_ARCHIVE:
        return word_with(view->words, view->arena, "why-zip", "file", report->found ? report->found : "");
    case STICK_PART:
        return word_with(view->words, view->arena, "why-part", "folder", report->found ? report->found : "");
    case STICK_MISNAMED:
        return word_with(view->words, view->arena, "why-misnamed", "file", report->found ? report->found : "");
    case STICK_ALONE:
        return word_with(view->words, view->arena, "why-alone", "file", report->found ? report->found : "");
    case STICK_DEEP: return word(view->words, "why-deep");
    case STICK_STOPPED: return word(view->words, "why-stopped");
    case STICK_UNREADABLE: break;
    }
    return word(view->words, "why-unreadable");
}

/* One card in the middle, with a sentence. */
static void sentence_card(const View *view, Scene *scene, const char *icon, const char *title, const char *text,
                          const Button *buttons, size_t count)
{
    Look look = staff_look(view, scene);
    Rect room = staff_main(view);
    int pad = px(&look, SPACE_6XL_U), width = int_min(px(&look, 1200), room.w), inside = width - 2 * pad,
        gap = px(&look, SPACE_XL_U), side = px(&look, SPACE_6XL_U);
    int buttons_h = count > 0 ? staff_buttons_height(&look, inside, buttons, count) + px(&look, SPACE_4XL_U) : 0;
    int height = 2 * pad + side + gap + text_height(&look, TYPE_H1_SMALL, title, inside, 3) + gap +
                 text_height(&look, TYPE_READ, text, inside, 0) + buttons_h;
    Rect card = {room.x + (room.w - width) / 2, room.y + int_max(0, (room.h - height) / 2), width, height};
    draw_card(&look, card, px(&look, SPACE_3XL_U), view->theme->card);
    int x = card.x + pad, y = card.y + pad;
    scene_icon(scene, (Rect){x, y, side, side}, icon, view->theme->ink);
    y += side + gap;
    y += draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, title, (Rect){x, y, inside, 0}, view->theme->ink, 3) + gap;
    y += draw_prose(&look, NODE_TEXT, TYPE_READ, text, (Rect){x, y, inside, 0}, view->theme->ink, 0) +
         px(&look, SPACE_4XL_U);
    if (count > 0) staff_buttons(&look, (Rect){x, y, inside, 0}, buttons, count);
}

static void nothing_build(const View *view, Scene *scene)
{
    const Button buttons[] = {
        {.id = "finish", .label = word(view->words, "done"), .primary = true, .action = {.kind = ACTION_STICK_CLOSE}},
        {.id = "again", .label = word(view->words, "refused-again"), .action = {.kind = ACTION_STICK_READ}},
    };
    sentence_card(view, scene, "usb", word(view->words, "usb-found"), nothing_words(view), buttons, ARRAY_LEN(buttons));
}

/* Rows of packs between what is said of them and the buttons. */
typedef struct ChooseLayout {
    Rect in;
    int rows_y, row, gap, columns, fits, pages;
} ChooseLayout;

static const char *choose_words(const View *view)
{
    return word_count(view->words, view->arena, "usb-two-packs", (long)view->staff->stick.report->count);
}

static ChooseLayout choose_layout(const View *view, const Look *look)
{
    ChooseLayout at = {.in = staff_inside(look, staff_main(view)),
                       .row = px(look, 112),
                       .gap = px(look, SPACE_M_U),
                       .columns = view->viewport->shape == SHAPE_PORTRAIT ? 1 : 2};
    int count = (int)view->staff->stick.report->count;
    at.rows_y = at.in.y + style_line_px(look, TYPE_H1_SMALL) +
                text_height(look, TYPE_READ, choose_words(view), at.in.w, 2) + px(look, SPACE_L_U);
    at.fits =
        int_max(1, (at.in.y + at.in.h - px(look, BUTTON_U) - at.gap - at.rows_y) / (at.row + at.gap)) * at.columns;
    at.pages = (count + at.fits - 1) / at.fits;
    return at;
}

static int choose_pages(const View *view)
{
    Look look = staff_look(view, NULL);
    return view->staff->stick.report ? choose_layout(view, &look).pages : 1;
}

static void choose_build(const View *view, Scene *scene)
{
    Look look = staff_look(view, scene);
    const StickReport *report = view->staff->stick.report;
    ChooseLayout layout = choose_layout(view, &look);
    Rect in = staff_card(&look, staff_main(view));
    int row = layout.row, gap = layout.gap, columns = layout.columns, fits = layout.fits, y = in.y;
    y += draw_prose(&look, NODE_HEADING, TYPE_H1_SMALL, word(view->words, "usb-found"), (Rect){in.x, y, in.w, 0},
                    view->theme->ink, 1);
    draw_prose(&look, NODE_TEXT, TYPE_READ, choose_words(view), (Rect){in.x, y, in.w, 0}, view->theme->ink2, 2);
    y = layout.rows_y;
    int foot = in.y + in.h - px(&look, BUTTON_U), width = (in.w - (columns - 1) * gap) / columns,
        from = view->session->place.page_number * fits;
    for (int i = from; i < (int)report->count && i < from + fits; i++) {
        const FoundPack *pack = &report->packs[i];
        int at = i - from;
        const char *meta =
            verdict_is_ready(pack->verdict)
                ? (pack->signer ? word_with(view->words, view->arena, "staff-signed-by", "name", pack->signer)
                                : word(view->words, "usb-not-signed"))
            : pack->verdict == VERDICT_SAME ? word(view->words, "usb-same")
                                            : word(view->words, "updates-refused");
        Row card = {.id = arena_format(view->arena, "pack.%d", i),
                    .title = pack->title ? pack->title : pack->folder,
                    .meta = meta,
                    .family = FAMILY_LIBRARY,
                    .action = {.kind = ACTION_STICK_CHOOSE, .value = i},
                    .meta_below = true};
        row_draw(&look, (Rect){in.x + at % columns * (width + gap), y + at / columns * (row + gap), width, row}, &card);
    }
    const Button later = {
        .id = "not-now", .label = word(view->words, "usb-not-now"), .action = {.kind = ACTION_STICK_CLOSE}};
    int x = in.x + draw_button(&look, &later, in.x, foot, 0) + gap;
    bool last = from + fits >= (int)report->count;
    const Button more = {.id = "more",
                         .label = word(view->words, last ? "reading-top" : "show-more"),
                         .action = {.kind = last ? ACTION_TURN_TO : ACTION_TURN_BY, .value = last ? 0 : 1}};
    if ((int)report->count > fits) draw_button(&look, &more, x, foot, 0);
}

static void stick_build(const View *view, Scene *scene)
{
    const StickView *stick = &view->staff->stick;
    staff_top(view, scene, stick_place(view), stick->all_changes);
    switch (stick->phase) {
    case STICK_NOT_SHOWN:
    case STICK_READING:
        sentence_card(view, scene, "usb", word(view->words, "usb-found"), word(view->words, "usb-reading"), NULL, 0);
        break;
    case STICK_CHOOSING: choose_build(view, scene); break;
    case STICK_OFFERED:
        if (stick->all_changes)
            stick_changes(view, scene);
        else
            stick_offer(view, scene);
        break;
    case STICK_INSTALLING: stick_installing(view, scene); break;
    case STICK_DONE: stick_done(view, scene); break;
    case STICK_REFUSED: stick_refused(view, scene); break;
    case STICK_NOTHING: nothing_build(view, scene); break;
    case STICK_PULLED:
        sentence_card(view, scene, "usb", word(view->words, "refused-title"), word(view->words, "why-pulled"), NULL, 0);
        break;
    }
}

static int stick_pages(const View *view)
{
    const StickView *stick = &view->staff->stick;
    if (stick->phase == STICK_OFFERED && stick->all_changes) return stick_changes_pages(view);
    return stick->phase == STICK_CHOOSING ? choose_pages(view) : 1;
}

const ScreenType screen_stick = {
    .name = "stick", .dock = DOCK_NONE, .for_staff = true, .page_count = stick_pages, .build = stick_build};
