/* screen_breathing.c - one circle between two rings. It never starts by itself, pauses at once, and ends in stillness.
 */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"
#include "screen/frame/view_content.h"

enum {
    RADIUS_INNER_U = 190,
    RADIUS_OUTER_U = 304,
    RADIUS_STILL_U = 244,
    ROUNDS_USUAL = 4,
    IN_USUAL_S = 4,
    OUT_USUAL_S = 6
};

typedef struct Pace {
    int in_ms, out_ms, rounds;
} Pace;

/* The breathing block of the present page, or the usual pace if the page has none. */
static Breathing page_breathing(const View *view)
{
    Breathing breathing = {.in_s = IN_USUAL_S, .out_s = OUT_USUAL_S, .rounds = ROUNDS_USUAL};
    Pack *pack;
    const Page *page = view_page(view, &pack);
    for (size_t p = 0; page && p < page->parts.count; p++) {
        const PagePart *part = &((const PagePart *)page->parts.items)[p];
        for (size_t b = 0; b < part->blocks.count; b++) {
            const Block *block = &((const Block *)part->blocks.items)[b];
            if (block->type == &block_breathing) breathing = *(const Breathing *)block->props;
        }
    }
    return breathing;
}

/* The block's own pace is the middle one; the others are a little quicker and slower. */
static Pace pace_of(const View *view)
{
    static const int in_change_s[] = {-1, 0, 1}, out_change_s[] = {-2, 0, 1};
    Breathing breathing = page_breathing(view);
    int speed = int_clamp(view->session->breathing_speed, 0, 2);
    int in_s = int_max(2, breathing.in_s + in_change_s[speed]);
    int out_s = int_max(2, breathing.out_s + out_change_s[speed]);
    return (Pace){in_s * 1000, out_s * 1000, breathing.rounds};
}

/* Where in the breaths we are. */
typedef struct Moment {
    bool started, running, done, breathing_in;
    int round;          /* from 0 */
    double swell;       /* 0 at the inner ring, 1 at the outer */
    int64_t turn_in_ms; /* until the words change */
} Moment;

static Moment moment_of(const View *view, const Pace *pace)
{
    const Session *session = view->session;
    Moment moment = {.running = session->breathing, .breathing_in = true};
    int64_t elapsed = session->breathing ? view->now_ms - session->breathing_start_ms : session->breathing_paused_ms;
    moment.started = session->breathing || elapsed > 0;
    int64_t length = pace->in_ms + pace->out_ms;
    if (elapsed >= length * pace->rounds) {
        moment.done = true;
        moment.running = false;
        moment.round = pace->rounds - 1;
        return moment;
    }
    moment.round = (int)(elapsed / length);
    int64_t within = elapsed % length;
    moment.breathing_in = within < pace->in_ms;
    double t = moment.breathing_in ? (double)within / pace->in_ms : (double)(within - pace->in_ms) / pace->out_ms;
    moment.swell = moment.breathing_in ? ease_in_out_sine(t) : 1 - ease_in_out_sine(t);
    moment.turn_in_ms = moment.breathing_in ? pace->in_ms - within : length - within;
    return moment;
}

static void draw_disc(Scene *scene, int cx, int cy, int radius, Color fill, Color edge, int edge_px)
{
    scene_framed_box(scene, (Rect){cx - radius, cy - radius, 2 * radius, 2 * radius}, fill, radius, edge, edge_px);
}

static void draw_dots(const View *view, const Look *look, const Moment *moment, const Pace *pace, Rect pane)
{
    int dot = px(look, SPACE_2XL_U), gap = px(look, SPACE_M_U), thin = px(look, SPACE_3XS_U);
    const char *of = word_with(view->words, view->arena, "breathing-of", "breath",
                               arena_format(view->arena, "%d", moment->round + 1));
    of = word_fill(view->arena, of, "n", arena_format(view->arena, "%d", pace->rounds));
    int words = text_width(look, TYPE_TEXT, of), width = pace->rounds * (dot + gap) + px(look, SPACE_S_U) + words;
    int x = pane.x + (pane.w - width) / 2, y = pane.y + pane.h - px(look, SPACE_3XL_U) - px(look, 42);
    Color deep = view->theme->family[FAMILY_SYMPTOMS].deep;
    for (int i = 0; i < pace->rounds; i++) {
        bool full = i <= moment->round && moment->started;
        scene_framed_box(look->scene, (Rect){x, y + px(look, 7), dot, dot}, full ? deep : (Color){0}, dot / 2, deep,
                         thin);
        x += dot + gap;
    }
    draw_text_middle(look, TYPE_TEXT, of, (Rect){x + px(look, SPACE_S_U), y, words, px(look, 42)}, view->theme->ink);
}

static void draw_circle(const View *view, const Look *look, Rect pane, const Moment *moment, const Pace *pace)
{
    const Theme *theme = view->theme;
    Color ground = theme->high_contrast ? theme->card : theme->family[FAMILY_SYMPTOMS].tint,
          deep = theme->family[FAMILY_SYMPTOMS].deep;
    scene_framed_box(look->scene, pane, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    int room = int_min(pane.w, pane.h - px(look, SPACE_7XL_U)) / 2 - px(look, SPACE_M_U);
    double scale = room < px(look, RADIUS_OUTER_U) ? (double)room / px(look, RADIUS_OUTER_U) : 1.0;
    int inner = (int)(px(look, RADIUS_INNER_U) * scale), outer = (int)(px(look, RADIUS_OUTER_U) * scale);
    int cx = pane.x + pane.w / 2, cy = pane.y + (pane.h - px(look, SPACE_6XL_U)) / 2;
    bool still = view->state->reduced_motion || !moment->started || moment->done;
    int radius = still ? (int)(px(look, RADIUS_STILL_U) * scale) : inner + (int)((outer - inner) * moment->swell);
    draw_disc(look->scene, cx, cy, outer, (Color){0}, deep, px(look, 3));
    draw_disc(look->scene, cx, cy, radius, theme->breath, theme->breath, 0);
    draw_disc(look->scene, cx, cy, inner, (Color){0}, deep, px(look, HAIR_U));
    const char *title = word(view->words, moment->done           ? "breathing-end"
                                          : !moment->started     ? "breathing-ready"
                                          : moment->breathing_in ? "breathing-in"
                                                                 : "breathing-out");
    const char *how = moment->done || !moment->started
                          ? ""
                          : word(view->words, moment->breathing_in ? "breathing-in-how" : "breathing-out-how");
    /* A circle that is little has little words, over its rings. */
    bool little = scale < 0.6;
    int width = little ? 2 * (int)(px(look, RADIUS_STILL_U) * scale) - px(look, SPACE_M_U)
                       : 2 * inner - px(look, SPACE_XL_U),
        line = px(look, little ? 44 : 68);
    if (little) how = "";
    TextSpan span = {title, FACE_HEAD_MEDIUM, px(look, little ? 34 : moment->done ? 40 : 56)};
    TextStyle style = {.line_px = line, .width_px = width, .max_lines = 3, .balance = true};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &style);
    int height = (int)layout->line_count * line, y = cy - (height + (how[0] ? px(look, SPACE_5XL_U) : 0)) / 2;
    for (size_t i = 0; i < layout->line_count; i++)
        scene_line(look->scene, &layout->lines[i], cx - layout->lines[i].width_px / 2, y + (int)i * line, line,
                   theme->ink);
    if (how[0])
        draw_text_centred(look, TYPE_READ, how, (Rect){cx - width / 2, y + height, width, px(look, SPACE_5XL_U)},
                          theme->ink);
    draw_dots(view, look, moment, pace, pane);
}

static Button run_button(const View *view, const Moment *moment)
{
    const char *key = moment->done      ? "breathing-again"
                      : moment->running ? "breathing-pause"
                      : moment->started ? "breathing-go-on"
                                        : "breathing-block-start";
    return (Button){
        .id = "run",
        .label = word(view->words, key),
        .icon = moment->running ? "pause" : "play",
        .primary = true,
        .action = {.kind = ACTION_BREATHING_TOGGLE, .value = moment->done ? 1 : 0},
    };
}

enum { SPEEDS = 3, SPEED_ROW_U = 80 };

/* The chips of the three paces, in as many rows as they need; returns how many. `scene` of the look NULL: only counts.
 */
static int place_speeds(const View *view, const Look *look, int x, int y, int right)
{
    static const char *const keys[SPEEDS] = {"breathing-gentle", "breathing-slow", "breathing-slower"};
    int left = x, rows = 1;
    for (int i = 0; i < SPEEDS; i++) {
        Chip chip = {
            .id = arena_format(view->arena, "speed.%d", i),
            .label = word(view->words, keys[i]),
            .on = int_clamp(view->session->breathing_speed, 0, SPEEDS - 1) == i,
            .check = true,
            .action = {.kind = ACTION_BREATHING_SPEED, .value = i},
        };
        if (x > left && x + chip_width(look, &chip) > right) {
            x = left;
            y += px(look, SPEED_ROW_U);
            rows++;
        }
        if (look->scene) draw_chip(look, &chip, x, y);
        x += chip_width(look, &chip) + px(look, SPACE_S_U);
    }
    return rows;
}

/* What to do, in the largest style that leaves none of it out; where not even the smallest does, only how to stop. */
static void draw_how(const View *view, const Look *look, Rect room)
{
    static const TypeStyle styles[] = {TYPE_READ, TYPE_TEXT, TYPE_META};
    const char *care = word(view->words, "breathing-care");
    const char *texts[] = {arena_format(view->arena, "%s %s", word(view->words, "breathing-text"), care), care};
    for (size_t t = 0; t < ARRAY_LEN(texts); t++)
        for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
            if (text_height(look, styles[i], texts[t], room.w, 0) > room.h) continue;
            draw_prose(look, NODE_TEXT, styles[i], texts[t], room, view->theme->ink, 0);
            return;
        }
}

static void breathing_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Theme *theme = view->theme;
    Pace pace = pace_of(view);
    Moment moment = moment_of(view, &pace);
    Pack *pack;
    const Page *page = view_page(view, &pack);
    const char *title = page && strcmp(page->lang, view->lang) == 0 ? page->title : word(view->words, "breathing");
    chrome_top(view, scene, word(view->words, "breathing"));
    Rect main = chrome_main(view);
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    int left_w = portrait ? main.w : px(&look, small ? 420 : 560), gap = px(&look, small ? 24 : 48),
        y = main.y + px(&look, small ? 0 : 8);
    y += draw_prose(&look, NODE_HEADING, small ? TYPE_H1_SMALL : TYPE_H1, title, (Rect){main.x, y, left_w, 0},
                    theme->ink, 2) +
         px(&look, SPACE_S_U);
    const char *how =
        arena_format(view->arena, "%s %s", word(view->words, "breathing-text"), word(view->words, "breathing-care"));
    Button run = run_button(view, &moment);
    int controls_h = reach_on(view) ? 0 : px(&look, 32 + 12 + 64 + 24 + 72), bottom = main.y + main.h;
    Look counting = view_look(view, NULL);
    if (!reach_on(view))
        controls_h += (place_speeds(view, &counting, main.x, 0, main.x + left_w) - 1) * px(&look, SPEED_ROW_U);
    if (portrait) {
        y += draw_prose(&look, NODE_TEXT, TYPE_READ, how, (Rect){main.x, y, left_w, 0}, theme->ink, 5) +
             px(&look, SPACE_XL_U);
        draw_circle(view, &look, (Rect){main.x, y, main.w, bottom - controls_h - px(&look, SPACE_XL_U) - y}, &moment,
                    &pace);
    } else {
        draw_how(view, &look, (Rect){main.x, y, left_w, bottom - controls_h - y});
        draw_circle(view, &look, (Rect){main.x + left_w + gap, main.y, main.w - left_w - gap, main.h}, &moment, &pace);
    }
    if (reach_on(view)) {
        main = reach_deck(view);
        bottom = main.y + main.h;
        left_w = main.w;
    }
    y = reach_on(view) ? main.y : bottom - controls_h;
    draw_prose(&look, NODE_TEXT, TYPE_LABEL, word(view->words, "breathing-speed"), (Rect){main.x, y, left_w, 0},
               theme->ink, 1);
    place_speeds(view, &look, main.x, y + px(&look, 44), main.x + left_w);
    draw_button(&look, &run, main.x, bottom - px(&look, BUTTON_U), 0);
    if (!moment.running) return;
    bool moving = !view->state->reduced_motion;
    scene_wake_at(scene, view->now_ms + (moving ? MOTION_FRAME_MS : moment.turn_in_ms));
}

const ScreenType screen_breathing = {
    .name = "breathing", .dock = DOCK_FULL, .build = breathing_build, .own_view = true, .counts_idle = true};
