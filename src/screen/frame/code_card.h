/* code_card.h - a white card with a QR code. */
#ifndef HEARTH_CODE_CARD_H
#define HEARTH_CODE_CARD_H

#include "pack/pack.h"
#include "ui/widget.h"

/* Draws a card with a code of `text`. Returns false and draws nothing if `text` is too long for a code. */
bool code_card_draw(const Look *look, Rect box, const char *text);
/* As code_card_draw, for a contact (vCard), which needs a larger code. */
bool code_card_draw_contact(const Look *look, Rect box, const char *text);
/* Returns what the code of a page carries: its public link, or its words to take home; NULL if the page has neither. */
const char *code_card_page_text(const Page *page);

#endif
