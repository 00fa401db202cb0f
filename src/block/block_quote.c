#include <string.h>

#include "base/str.h"
#include "block/block.h"

typedef struct Quote {
    const char *text, *by;
    Mark at;
} Quote;

/* The whole text stands in marks of its own already; a quotation inside of it may begin or end with some. */
static bool has_marks(const char *text)
{
    static const char *const opening[] = {"“", "«", "„", "\""}, *const closing[] = {"”", "»", "“", "\""};
    for (size_t i = 0; i < ARRAY_LEN(opening); i++) {
        if (!str_starts(text, opening[i]) || !str_ends(text, closing[i])) continue;
        const char *closed = strstr(text + strlen(opening[i]), closing[i]);
        if (closed && closed[strlen(closing[i])] == '\0') return true;
    }
    return false;
}

static void quote_check(const Block *block, const BlockCheck *check)
{
    const Quote *quote = block->props;
    check_prose(check, quote->at, quote->text);
    check_title(check, quote->at, quote->by);
    if (quote->text && has_marks(quote->text))
        diag_error(check->diags, quote->at, "quote-marks", "take the quotation marks at both ends out",
                   "Hearth draws the quotation marks around a quote itself");
}

static void quote_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const Quote *quote = block->props;
    FlowGround *bar = ARENA_NEW(look->arena, FlowGround);
    *bar = (FlowGround){.w_px = look_px(look, 8), .radius_px = look_px(look, 4), .fill = look->theme->ochre};
    int indent = look_px(look, 36), width = look->width_px - indent;
    size_t first = flow->count;
    flow->ground = bar;
    const char *text = inline_quoted(look->arena, look->words, quote->text);
    look_paragraphs(look, flow, TYPE_QUOTE, text, look_gap(look, SPACE_GROUND), look_px(look, 16), indent, width);
    if (quote->by) {
        const TextLayout *by = look_plain(look, TYPE_META, quote->by, width);
        flow_paragraph(flow, by, NODE_TEXT, look_px(look, 8), indent, look->theme->ink2);
    }
    flow->ground = NULL;
    flow_keep(flow, first);
}

static const Field quote_fields[] = {
    {F_TEXT(Quote, text, "text"), .flags = FIELD_REQUIRED, .max = 280,
     .doc = "the words, without quotation marks: they are drawn in the way of the language",
     .example = "I got loud because I was scared. I’m sorry."},
    {F_TEXT(Quote, by, "by"), .max = 60, .doc = "whose words they are, or what they are for",
     .example = "A line you can borrow"},
    {0},
};

static const Schema quote_schema = {
    .name = "quote",
    .doc = "Words that somebody says.",
    .size = sizeof(Quote),
    .mark_offset = offsetof(Quote, at) + 1,
    .fields = quote_fields,
};

const BlockType block_quote = {
    .name = "quote",
    .doc = "Words that somebody says, set apart: a line to borrow, or how something can sound.",
    .props_size = sizeof(Quote),
    .value = {.key = "quote",
              .type = FIELD_OBJECT,
              .flags = FIELD_REQUIRED,
              .schema = &quote_schema,
              .doc = "the words, and whose they are",
              .example = "{text: I miss us., by: A soft start}"},
    .sample = "quote:\n"
              "  text: I got loud because I was scared. I’m sorry.\n"
              "  by: A line you can borrow\n",
    .check = quote_check,
    .layout = quote_layout,
};
