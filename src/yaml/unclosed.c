/* unclosed.c - finds a quote that was never closed, when YAML stumbles only lines below it. */
#include <string.h>

#include "base/utf8.h"
#include "yaml/explain.h"

Mark unclosed_quote_find(const Source *source, int line)
{
    Mark open = {source->name, 0, 0};
    for (int at = 1; at <= line; at++) {
        size_t length;
        const char *text = source_line(source, at, &length);
        int column = 0;
        for (size_t i = 0; i < length; i++) {
            column += utf8_is_inside(text[i]) ? 0 : 1;
            if (text[i] != '"' || (i > 0 && text[i - 1] == '\\')) continue;
            bool opens = i == 0 || strchr(" [{,", text[i - 1]), ends = i + 1 == length || strchr(" ,]}:", text[i + 1]);
            if (open.line > 0 && open.line < at && opens && !ends) return open;
            open = open.line > 0 || !opens ? (Mark){source->name, 0, 0} : (Mark){source->name, at, column};
        }
    }
    return (Mark){source->name, 0, 0};
}
