#include "store/stick/report.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/disk/lines.h"

/* A problem as a sentence: "relationships/en/anxious.yaml, line 12: ... What to do: ...". In `arena`. */
static const char *report_problem(Arena *arena, const Diag *diag)
{
    const char *place = diag->at.file;
    if (place[0] && diag->at.line > 0) place = arena_format(arena, "%s, line %d", place, diag->at.line);
    const char *text = arena_format(arena, "%s%s%s.", place, place[0] ? ": " : "", diag->message);
    return diag->hint[0] ? arena_format(arena, "%s What to do: %s.", text, diag->hint) : text;
}

const Diag *report_first_problem(const FoundPack *pack, size_t i)
{
    if (i >= REPORT_FIRST_PROBLEMS) return NULL;
    for (size_t j = 0; j < pack->diags.count; j++)
        if (pack->diags.items[j].level == DIAG_ERROR && i-- == 0) return &pack->diags.items[j];
    return NULL;
}

static void problems_put(LineWriter *writer, const FoundPack *pack)
{
    Arena scratch = {0};
    size_t put = 0;
    for (size_t i = 0; i < pack->diags.count && put < REPORT_PROBLEMS_MAX; i++) {
        const Diag *diag = &pack->diags.items[i];
        if (diag->level == DIAG_NOTE) continue;
        line_put(writer, "  %s %s\n", diag->level == DIAG_ERROR ? "-" : "(not in the way)",
                 report_problem(&scratch, diag));
        put++;
    }
    size_t all = pack->diags.errors + pack->diags.warnings;
    if (all > put) line_put(writer, "  and %zu more. \"hearth check FOLDER\" lists them all.\n", all - put);
    arena_free(&scratch);
}

static void signer_put(LineWriter *writer, const FoundPack *pack)
{
    if (pack->signer)
        line_put(writer, "  Signed by %s (key %s).\n", pack->signer, pack->key_number);
    else if (pack->is_signed)
        line_put(writer, "  Signed by a key that the kiosk does not know (%s).\n", pack->key_number);
    else
        line_put(writer, "  Not signed.\n");
}

static void changes_put(LineWriter *writer, const FoundPack *pack)
{
    const PackDiff *diff = &pack->diff;
    if (!pack->diff_is_made) return;
    line_put(writer, "  %s: %zu added, %zu changed, %zu removed.\n", diff->is_site ? "Entries" : "Pages", diff->added,
             diff->changed, diff->removed);
    for (size_t i = 0; i < diff->page_count; i++)
        line_put(writer, "    %s: %s%s%s%s\n", change_names[diff->pages[i].kind], diff->pages[i].title,
                 diff->pages[i].langs[0] ? " (" : "", diff->pages[i].langs, diff->pages[i].langs[0] ? ")" : "");
    for (size_t i = 0; i < diff->number_count; i++)
        line_put(writer, "  Phone number of %s: %s -> %s\n", diff->numbers[i].label,
                 diff->numbers[i].before ? diff->numbers[i].before : "(none)",
                 diff->numbers[i].after ? diff->numbers[i].after : "(none)");
}

static void pack_put(LineWriter *writer, const FoundPack *pack)
{
    line_put(writer, "\n%s\n", pack->path[0] ? pack->folder : "Pack at the top of the stick");
    if (pack->title) line_put(writer, "  %s, version %s", pack->title, pack->version);
    if (pack->title && pack->version_before) line_put(writer, " (on the kiosk: %s)", pack->version_before);
    line_put(writer, "%s  %s\n  Code to read out: %s\n", pack->title ? "\n" : "", pack->sentence,
             verdict_code(pack->verdict));
    signer_put(writer, pack);
    changes_put(writer, pack);
    problems_put(writer, pack);
}

Bytes report_text(Arena *arena, const StickReport *report, Date when)
{
    LineWriter writer = {0};
    line_put(&writer, "Hearth report%s%s\n\n%s\n", date_is_set(when) ? ", " : "",
             date_is_set(when) ? date_text(when).text : "", report->sentence);
    for (size_t i = 0; i < report->count; i++) pack_put(&writer, &report->packs[i]);
    line_put(&writer, "\nThe kiosk wrote this file. Delete it whenever you like.\n");
    static const char mark[] = "\xEF\xBB\xBF";
    char *text = arena_alloc(arena, sizeof(mark) + 2 * writer.count + 1);
    size_t count = sizeof(mark) - 1;
    memcpy(text, mark, count);
    for (size_t i = 0; i < writer.count; i++) {
        if (writer.data[i] == '\n') text[count++] = '\r';
        text[count++] = writer.data[i];
    }
    line_free(&writer);
    return (Bytes){text, count};
}

bool report_write(const char *root, Bytes text)
{
    int fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = durable_unlink(fd, REPORT_NAME) && durable_create(fd, REPORT_NAME, text, 0644) && durable_sync(fd);
    close(fd);
    return ok;
}
