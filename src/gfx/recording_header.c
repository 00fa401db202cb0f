#include "gfx/recording_header.h"

#include <stdio.h>
#include <string.h>

enum {
    CODEC_AT = 28, /* after the header of the first Ogg page, which has one packet */
    HEADER_BYTES = CODEC_AT + 16,
    END_AT = 6, /* in the header of a page: how many samples there are up to its end */
    PAGE_BYTES_MAX = 65307,
    OPUS_HZ = 48000, /* whatever it was made from */
};

static bool begins_with(Bytes file, size_t at, const char *bytes, size_t count)
{
    return file.count >= at + count && memcmp(file.data + at, bytes, count) == 0;
}

const char *recording_codec(Bytes file)
{
    if (!begins_with(file, 0, "OggS", 4) || file.count < HEADER_BYTES) return NULL;
    if (begins_with(file, CODEC_AT, "OpusHead", 8)) return ".opus";
    return begins_with(file, CODEC_AT, "\x01vorbis", 7) ? ".ogg" : NULL;
}

static uint64_t little_endian(const char *bytes, int count)
{
    uint64_t value = 0;
    for (int i = count; i-- > 0;) value = value << 8 | (unsigned char)bytes[i];
    return value;
}

/* `tail` is the end of a file that begins with `head`, with the whole of its last page in it. */
static int64_t length_ms(Bytes head, Bytes tail)
{
    const char *codec = recording_codec(head);
    if (!codec || tail.count < HEADER_BYTES) return 0;
    size_t page = tail.count - HEADER_BYTES + 1;
    while (page > 0 && !begins_with(tail, page, "OggS", 4)) page--;
    if (!begins_with(tail, page, "OggS", 4)) return 0;
    bool opus = strcmp(codec, ".opus") == 0;
    uint64_t hz = opus ? OPUS_HZ : little_endian(head.data + CODEC_AT + 12, 4);
    uint64_t skipped = opus ? little_endian(head.data + CODEC_AT + 10, 2) : 0;
    uint64_t samples = little_endian(tail.data + page + END_AT, 8);
    if (hz == 0 || samples <= skipped || samples - skipped > hz * (RECORDING_LENGTH_MAX_MS / 1000)) return 0;
    return (int64_t)((samples - skipped) * 1000 / hz);
}

int64_t recording_length_ms(Bytes file) { return length_ms(file, file); }

int64_t recording_file_length_ms(const char *path)
{
    char head[HEADER_BYTES], tail[PAGE_BYTES_MAX + HEADER_BYTES];
    FILE *file = fs_is_file(path) ? fopen(path, "rb") : NULL;
    if (!file) return 0;
    size_t first = fread(head, 1, sizeof(head), file);
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : 0, from = size - (long)sizeof(tail);
    bool there = size > 0 && size <= RECORDING_BYTES_MAX && fseek(file, from > 0 ? from : 0, SEEK_SET) == 0;
    size_t last = there ? fread(tail, 1, sizeof(tail), file) : 0;
    fclose(file);
    return length_ms((Bytes){head, first}, (Bytes){tail, last});
}
