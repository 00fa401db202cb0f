/* What a recording says of itself is read within its bytes; one that is of no kind has no length. */
#include "gfx/recording_header.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Bytes file = {(const char *)data, size};
    int64_t length_ms = recording_length_ms(file);
    CHECK(length_ms >= 0 && length_ms <= RECORDING_LENGTH_MAX_MS);
    CHECK(recording_codec(file) || length_ms == 0);
    return 0;
}
