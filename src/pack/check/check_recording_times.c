/* check_recording_times.c - when the sentences of a recording begin: in order, within it, and in words of the page. */
#include <string.h>

#include "base/fs.h"
#include "base/str.h"
#include "gfx/recording_header.h"
#include "pack/check/check.h"

/* Looks for a sentence that begins with `words`. */
typedef struct Looking {
    const char *words;
    bool found;
} Looking;

static void sentence_look(void *context, const char *sentence, size_t words)
{
    (void)words;
    Looking *looking = context;
    looking->found = looking->found || str_starts(sentence, looking->words);
}

static void words_check(Check *check, const CheckFile *file, const AudioTime *time)
{
    Looking looking = {time->words, false};
    if (!time->words[0]) return; /* they are missing, which was said */
    for (size_t i = 0; i < file->text_count && !looking.found; i++)
        measure_each_sentence(file->texts[i].text, file->lang, check->sentences, &looking, sentence_look);
    if (looking.found || file->page->parts.count == 0) return; /* that there is no text was reported */
    diag_error(check->diags, time->mark, "recording-times",
               "copy the first words of the sentence as they stand on the page",
               "no sentence of this page begins with \"%s\"", time->words);
}

void rule_recording_times(Check *check, const CheckFile *file)
{
    const List *list = file->page ? &file->page->audio_times : NULL;
    if (!list || list->count == 0) return;
    if (!file->page->audio) {
        diag_error(check->diags, check_key(file, "audio-times"), "recording-times", "name the recording with \"audio\"",
                   "there are times, but no recording that they belong to");
        return;
    }
    const AudioTime *times = list->items;
    int64_t before_ms = -1, length_ms = 0;
    if (fs_path_is_inside(file->page->audio))
        length_ms = recording_file_length_ms(fs_join(&check->file_arena, check->pack->dir, file->page->audio));
    for (size_t i = 0; i < list->count; i++) {
        if (!times[i].at[0]) continue; /* it is missing, which was said */
        int64_t at_ms = audio_time_ms(times[i].at);
        if (at_ms < 0)
            diag_error(check->diags, times[i].mark, "recording-times", "write minutes and seconds, such as \"1:07.5\"",
                       "\"%s\" is no time in a recording", times[i].at);
        else if (at_ms <= before_ms)
            diag_error(check->diags, times[i].mark, "recording-times", "put them in the order in which they are heard",
                       "%s is not after the time before it", times[i].at);
        else if (length_ms > 0 && at_ms >= length_ms)
            diag_error(check->diags, times[i].mark, "recording-times", "take the time from the recording again",
                       "the recording is over before %s: it lasts %d:%02d", times[i].at, (int)(length_ms / 60000),
                       (int)(length_ms / 1000 % 60));
        else
            words_check(check, file, &times[i]);
        if (at_ms > before_ms) before_ms = at_ms;
    }
}
