/* stick_words.c - a verdict in the words of the interface. The problems themselves are told as the checker tells them.
 */
#include "screen/staff/stick_parts.h"
#include "store/stick/report.h"

static const char *first_file(const FoundPack *pack)
{
    const Diag *first = report_first_problem(pack, 0);
    return first && first->at.file ? first->at.file : "";
}

static const char *with_file(const View *view, const char *key, const FoundPack *pack)
{
    return word_with(view->words, view->arena, key, "file", first_file(pack));
}

static const char *space_words(const View *view, const FoundPack *pack)
{
    const char *text = word_with(view->words, view->arena, "why-space", "needs", staff_bytes(view, pack->bytes_needed));
    return word_fill(view->arena, text, "free", staff_bytes(view, pack->bytes_free));
}

const char *verdict_words(const View *view, const FoundPack *pack)
{
    bool has_file = first_file(pack)[0] != '\0';
    switch (pack->verdict) {
    case VERDICT_SAME: return word(view->words, "usb-same");
    case VERDICT_OLDER: return word(view->words, "why-older");
    case VERDICT_REFUSED_FILES: return has_file ? with_file(view, "why-kind", pack) : word(view->words, "why-other");
    case VERDICT_REFUSED_CHANGED:
        return has_file ? with_file(view, "why-changed", pack) : word(view->words, "why-signature");
    case VERDICT_REFUSED_SIGNATURE: return word(view->words, "why-signature");
    case VERDICT_REFUSED_IDENTITY:
    case VERDICT_REFUSED_CONTENT: return word_count(view->words, view->arena, "why-problems", (long)pack->diags.errors);
    case VERDICT_REFUSED_PICTURE: return with_file(view, "why-picture", pack);
    case VERDICT_REFUSED_SPACE: return space_words(view, pack);
    case VERDICT_REFUSED_UNREADABLE: return word(view->words, "why-unreadable");
    case VERDICT_REFUSED_OTHER: return word(view->words, "why-other");
    case VERDICT_REFUSED_DISK: return word(view->words, "why-write");
    case VERDICT_REFUSED_BUSY: return word(view->words, "why-busy");
    case VERDICT_STOPPED: return word(view->words, "refused-text");
    case VERDICT_UNDECIDED:
    case VERDICT_READY_SIGNED:
    case VERDICT_READY_NEEDS_PIN:
    case VERDICT_INSTALLED: break;
    }
    return pack->sentence;
}

size_t verdict_todo(const View *view, Verdict verdict, const char *out[ADVICE_MAX])
{
    static const struct {
        Verdict verdict;
        const char *keys[ADVICE_MAX];
    } table[] = {
        {VERDICT_OLDER, {"todo-take-out", "todo-ask-sender"}},
        {VERDICT_REFUSED_FILES, {"todo-take-out", "todo-fix", "todo-call"}},
        {VERDICT_REFUSED_CHANGED, {"todo-take-out", "todo-copy-again", "todo-call"}},
        {VERDICT_REFUSED_SIGNATURE, {"todo-take-out", "todo-copy-again", "todo-call"}},
        {VERDICT_REFUSED_IDENTITY, {"todo-take-out", "todo-fix", "todo-ask-sender"}},
        {VERDICT_REFUSED_CONTENT, {"todo-take-out", "todo-fix", "todo-ask-sender"}},
        {VERDICT_REFUSED_PICTURE, {"todo-take-out", "todo-fix", "todo-ask-sender"}},
        {VERDICT_REFUSED_SPACE, {"todo-take-out", "todo-space"}},
        {VERDICT_REFUSED_UNREADABLE, {"todo-take-out", "todo-other-stick", "todo-call"}},
        {VERDICT_REFUSED_OTHER, {"todo-take-out", "todo-copy-again", "todo-call"}},
    };
    static const char *const usual[ADVICE_MAX] = {"todo-take-out", "todo-call"};
    const char *const *keys = usual;
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(table); i++)
        if (table[i].verdict == verdict) keys = table[i].keys;
    while (count < ADVICE_MAX && keys[count]) {
        out[count] = word(view->words, keys[count]);
        count++;
    }
    return count;
}
