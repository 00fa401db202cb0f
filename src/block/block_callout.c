#include "block/block.h"

typedef struct Callout {
    int kind;
    const char *title, *text;
    Mark at;
} Callout;

static const char *const kind_names[] = {"try", "care", "note", NULL};

static const struct {
    Family family;
    const char *icon, *title; /* title: key of the words that stand when the author gives none */
} kinds[] = {
    {FAMILY_GROWTH, "spark", "callout-try"},
    {FAMILY_CRISIS, "shield", "callout-care"},
    {FAMILY_SYMPTOMS, "doc", "callout-note"},
};

static const char *callout_title(const Callout *callout, const Words *words)
{
    return callout->title ? callout->title : word(words, kinds[callout->kind].title);
}

static void callout_check(const Block *block, const BlockCheck *check)
{
    const Callout *callout = block->props;
    check_title(check, callout->at, callout->title);
    check_prose(check, callout->at, callout->text);
}

static void callout_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const Callout *callout = block->props;
    Family family = kinds[callout->kind].family;
    int pad = look_px(look, 28), icon = look_px(look, 40), indent = pad + icon + look_px(look, 20);
    int width = look->width_px - indent - pad, gap = look_gap(look, SPACE_GROUND);
    size_t first = flow->count;
    flow->ground = look_pane_ground(look, family, 24, 24);
    TextSpan title = {callout_title(callout, look->words), FACE_BODY_BOLD, look_size_px(look, TYPE_TEXT)};
    const TextLayout *layout = look_text(look, TYPE_TEXT, (Spans){&title, 1}, width);
    flow_paragraph(flow, layout, NODE_HEADING, gap, indent, look->theme->ink);
    int top = (layout->line_px - icon) / 2;
    scene_icon(&flow->pieces[first].scene, (Rect){pad, top, icon, icon}, kinds[callout->kind].icon,
               look->theme->family[family].deep);
    look_paragraphs(look, flow, TYPE_TEXT, callout->text, look_px(look, 4), look_px(look, 16), indent, width);
    flow->ground = NULL;
    flow_keep(flow, first);
}

static const Field callout_fields[] = {
    {F_CHOICE(Callout, kind, "kind"), .flags = FIELD_REQUIRED, .choices = kind_names,
     .doc = "try: a small thing to do; care: something about safety; note: good to know", .example = "try"},
    {F_TEXT(Callout, title, "title"), .max = 60, .doc = "a few words; without it: Try this, Take care, Good to know",
     .example = "Before the next message"},
    {F_TEXT(Callout, text, "text"), .flags = FIELD_REQUIRED, .max = 400, .doc = "two or three sentences",
     .example = "Put a hand on your chest and breathe out slowly, four times."},
    {0},
};

static const Schema callout_schema = {
    .name = "callout",
    .doc = "One thing that stands out.",
    .size = sizeof(Callout),
    .mark_offset = offsetof(Callout, at) + 1,
    .fields = callout_fields,
};

const BlockType block_callout = {
    .name = "callout",
    .doc = "One thing that stands out from the page, on a ground of its own. The icon and the title say which kind.",
    .props_size = sizeof(Callout),
    .value = {.key = "callout",
              .type = FIELD_OBJECT,
              .flags = FIELD_REQUIRED,
              .schema = &callout_schema,
              .doc = "kind, title and text",
              .example = "{kind: try, text: Send one person a photo of the sky.}"},
    .sample = "callout:\n"
              "  kind: try\n"
              "  title: A small thing to try\n"
              "  text: |\n"
              "    Send one person: “Thinking of you. *No need to answer.*” Then put the phone face down.\n",
    .check = callout_check,
    .layout = callout_layout,
};
