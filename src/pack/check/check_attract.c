/* check_attract.c - lines for the loop that everybody in the room sees. */
#include "pack/check/check.h"

void rule_attract_public(Check *check, const CheckFile *file)
{
    if (!file->page || file->is_partial) return;
    const AttractLine *lines = file->page->attract.items;
    for (size_t i = 0; i < file->page->attract.count; i++) {
        if (lines[i].public_room)
            check->langs[file->lang_at].public_lines++;
        else
            diag_warn(check->diags, lines[i].at, "attract-public",
                      "add \"public: yes\" if it is fit for a room with children in it, or take the line out",
                      "this line does not say public: yes, so it is never shown");
    }
}

void rule_no_public_line(Check *check)
{
    for (size_t i = 0; i < check->pack->languages.count; i++) {
        const char *lang = check->pack->languages.items[i];
        bool is_wanted = check->langs[i].is_read && check->page_count > 0 && !pack_lang_is_draft(check->pack, lang);
        if (!is_wanted || check->langs[i].public_lines > 0) continue;
        diag_error(check->diags, check_whole_file(check, fs_join(&check->arena, lang, PACK_WORDS_FILE)),
                   "no-public-line", "give at least one page an attract line with public: yes",
                   "no page in \"%s\" has a line for the loop", lang);
    }
}
