#include "screen/frame/listen_bar.h"

#include "screen/frame/chrome.h"
#include "screen/frame/eyes_free_bar.h"
#include "screen/frame/switch_bar.h"

enum { BAR_U = 104, TEXT_LEAST_U = 220 };

int listen_bar_height(const View *view)
{
    if (switch_bar_height(view) > 0 || eyes_bar_height(view) > 0)
        return 0; /* one bar is enough: Listen in the dock still stops it */
    bool here = view->session->listening.on && screen_type(view->session->place.screen)->dock == DOCK_FULL;
    return here ? viewport_px(view->viewport, BAR_U) : 0;
}

int listening_sentence(const Listening *listening)
{
    return listening->recorded ? listening->read : listening->player.sentence;
}

int view_listen_volume(const Site *site, const Listening *listening)
{
    return int_clamp(site->display.volume + listening->volume * LISTEN_VOLUME_STEP, LISTEN_VOLUME_STEP, 100);
}

static const Sentence *sentence_now(const View *view)
{
    const Listening *listening = &view->session->listening;
    bool said = listening->on && listening->player.phase != PLAYER_OFF && view->speech;
    int sentence = listening_sentence(listening);
    return said && sentence < (int)view->speech->count ? &view->speech->items[sentence] : NULL;
}

/* A row of buttons as they are met. */
typedef struct BarRow {
    const Look *look;
    Rect room; /* what is still free */
    int gap;
} BarRow;

static void put_left(BarRow *row, const Button *button)
{
    int width = draw_button(row->look, button, row->room.x, row->room.y, 0) + row->gap;
    row->room.x += width;
    row->room.w -= width;
}

static Button icon_button(const View *view, const char *id, const char *icon, const char *spoken, ActionKind kind,
                          int value, bool disabled)
{
    return (Button){.id = id,
                    .icon = icon,
                    .spoken = word(view->words, spoken),
                    .action = {.kind = kind, .value = value},
                    .disabled = disabled};
}

static Button pause_button(const View *view)
{
    const Listening *listening = &view->session->listening;
    bool again = listening->notice != LISTEN_NOTICE_NONE, still = again || listening->player.paused;
    return (Button){
        .id = "listen.pause",
        .label = word(view->words, still ? "listen-go-on" : "listen-pause"),
        .spoken = word(view->words, again   ? "listen-page"
                                    : still ? "listen-go-on"
                                            : "listen-pause"),
        .icon = still ? "play" : "pause",
        .primary = true,
        .action = {.kind = again ? ACTION_LISTEN : ACTION_LISTEN_PAUSE},
        .disabled = again && !view->can_listen,
    };
}

static const char *speed_word(const View *view)
{
    int speed = view->session->listening.speed;
    return word(view->words, speed == 0  ? "listen-speed-usual"
                             : speed < 0 ? "listen-speed-slower"
                                         : "listen-speed-faster");
}

/* As wide as the longest of the three, so that nothing moves when it changes. */
static int speed_width(const View *view, const Look *look)
{
    static const char *const all[] = {"listen-speed-usual", "listen-speed-slower", "listen-speed-faster"};
    int width = 0;
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        width = int_max(width, text_width(look, TYPE_BUTTON, word(view->words, all[i])));
    return width;
}

/* The speed between its two buttons, where there is room for a word. A recording has the pace of the person who reads:
 * buttons that could never do anything are not shown. */
static void put_speed(const View *view, BarRow *row, bool words)
{
    const Listening *listening = &view->session->listening;
    bool still = listening->notice != LISTEN_NOTICE_NONE;
    Button slower = icon_button(view, "listen.slower", "minus", "listen-speed-slower", ACTION_LISTEN_SPEED, -1,
                                still || listening->speed == -LISTEN_SPEED_MAX);
    Button faster = icon_button(view, "listen.faster", "plus", "listen-speed-faster", ACTION_LISTEN_SPEED, 1,
                                still || listening->speed == LISTEN_SPEED_MAX);
    put_left(row, &slower);
    if (words) {
        Rect box = {row->room.x, row->room.y, speed_width(view, row->look), row->room.h};
        scene_node(row->look->scene,
                   (SceneNode){.role = NODE_TEXT, .id = "listen.speed", .label = speed_word(view), .area = box});
        draw_text_centred(row->look, TYPE_BUTTON, speed_word(view), box, view->theme->ink);
        scene_node_end(row->look->scene);
        row->room.x += box.w + row->gap;
    }
    put_left(row, &faster);
}

static void put_volume(const View *view, BarRow *row)
{
    int percent = view_listen_volume(view->site, &view->session->listening);
    Button quieter = icon_button(view, "listen.quieter", "quieter", "listen-quieter", ACTION_LISTEN_VOLUME, -1,
                                 percent <= LISTEN_VOLUME_STEP);
    Button louder =
        icon_button(view, "listen.louder", "louder", "listen-louder", ACTION_LISTEN_VOLUME, 1, percent >= 100);
    put_left(row, &quieter);
    put_left(row, &louder);
}

/* What stands small above: which sentence it is, or what has happened. */
static const char *status_text(const View *view)
{
    const Listening *listening = &view->session->listening;
    switch (listening->notice) {
    case LISTEN_NOTICE_ENDED: return word(view->words, "listen-ended");
    case LISTEN_NOTICE_HEADPHONES: return word(view->words, "toast-headphones-out");
    case LISTEN_NOTICE_NONE: break;
    }
    if (listening->recorded) return word(view->words, "listen-recorded");
    const char *text = word_with(view->words, view->arena, "listen-sentence", "sentence",
                                 arena_format(view->arena, "%d", listening->player.sentence + 1));
    return word_fill(view->arena, text, "n", arena_format(view->arena, "%d", listening->player.count));
}

static void draw_status(const View *view, const Look *look, Rect room)
{
    const Sentence *sentence = sentence_now(view);
    const char *status = status_text(view);
    int lines = text_fits(look, TYPE_META, status, room.w, 1) ? 1 : 2;
    int height = text_height(look, TYPE_META, status, room.w, lines), below = style_line_px(look, TYPE_BUTTON);
    bool both = sentence && lines == 1 && height + below <= room.h;
    int y = room.y + (room.h - height - (both ? below : 0)) / 2;
    scene_node(look->scene, (SceneNode){.role = NODE_TEXT, .id = "listen.status", .label = status, .area = room});
    draw_text_max(look, TYPE_META, status, (Rect){room.x, y, room.w, 0}, view->theme->ink2, lines);
    scene_node_end(look->scene);
    if (!both) return;
    Look own = *look;
    own.lang = sentence->lang;
    size_t first = look->scene->item_count;
    draw_text_max(&own, TYPE_BUTTON, sentence->text, (Rect){room.x, y + height, room.w, 0}, view->theme->ink, 1);
    /* The page says it in full, marked. */
    for (size_t i = first; i < look->scene->item_count; i++) look->scene->items[i].may_clip = true;
}

/* Where the words on the buttons leave too little for the sentence, the buttons have none. */
static bool words_fit(const View *view, const Look *look, int width)
{
    Button pause = pause_button(view), stop = {.label = word(view->words, "listen-stop"), .icon = "x"};
    int taken = button_width(look, &pause) + button_width(look, &stop) +
                text_width(look, TYPE_BUTTON, word(view->words, "listen-speed-usual"));
    return width - taken - 6 * px(look, BUTTON_U) - 10 * px(look, SPACE_M_U) >= px(look, TEXT_LEAST_U);
}

static void draw_bar(const View *view, const Look *look, Rect bar)
{
    const Listening *listening = &view->session->listening;
    int margin = chrome_margin(view), side = px(look, BUTTON_U);
    BarRow row = {look, {margin, bar.y + (bar.h - side) / 2, bar.w - 2 * margin, side}, 0};
    bool words = words_fit(view, look, row.room.w), still = listening->notice != LISTEN_NOTICE_NONE;
    int count = listening->recorded && view->speech ? (int)view->speech->count : listening->player.count;
    row.gap = px(look, words ? 16 : 12);
    Button pause = pause_button(view);
    Button stop = {.id = "listen.stop",
                   .label = word(view->words, "listen-stop"),
                   .icon = "x",
                   .action = {.kind = ACTION_LISTEN_STOP}};
    stop.spoken = stop.label;
    if (!words) pause.label = stop.label = NULL;
    put_left(&row, &pause);
    Button back = icon_button(view, "listen.back", "prev", "listen-back", ACTION_LISTEN_SKIP, -1, still);
    Button next = icon_button(view, "listen.next", "skip", "listen-next", ACTION_LISTEN_SKIP, 1,
                              still || listening_sentence(listening) + 1 >= count);
    put_left(&row, &back);
    put_left(&row, &next);
    int pad = px(look, words ? 16 : 4), speed = words ? speed_width(view, look) + row.gap : 0;
    int paces = listening->recorded ? 0 : 2 * (side + row.gap) + speed;
    int right = 2 * (side + row.gap) + paces + button_width(look, &stop), end = bar.w - margin - right;
    draw_status(view, look,
                (Rect){row.room.x + pad, bar.y + px(look, SPACE_3XS_U), end - row.gap - row.room.x - 2 * pad,
                       bar.h - px(look, SPACE_XS_U)});
    row.room.x = end;
    put_volume(view, &row);
    if (!listening->recorded) put_speed(view, &row, words);
    put_left(&row, &stop);
}

void listen_bar_draw(const View *view, Scene *scene)
{
    int height = listen_bar_height(view);
    if (height == 0) return;
    Look look = view_look(view, scene);
    look.text_step = 0; /* a bar, like the dock, keeps its size */
    const Theme *theme = view->theme;
    Rect bar = {0, view->viewport->h - chrome_dock_height(view) - height, view->viewport->w, height};
    size_t first = scene->node_count;
    scene_box(scene, bar, theme->family[FAMILY_TREATMENT].tint, 0);
    scene_box(scene, (Rect){0, bar.y, bar.w, px(&look, HAIR_U)}, theme->line, 0);
    draw_bar(view, &look, bar);
    for (size_t i = first; i < scene->node_count; i++) scene->nodes[i].aside = true;
}

void listen_mark(const View *view, Scene *scene)
{
    const Sentence *sentence = sentence_now(view);
    if (!sentence) return;
    const SpeechMark mark = {
        .ground = view->theme->family[FAMILY_TREATMENT].tint,
        .line = view->theme->primary,
        .pad_px = viewport_px(view->viewport, SPACE_XS_U),
        .radius_px = viewport_px(view->viewport, SPACE_XS_U),
        .line_px = viewport_px(view->viewport, 4),
    };
    speech_mark(scene, view->text, sentence, view->session->place.page_number, &mark);
}
