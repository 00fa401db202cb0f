/* What a picture claims is read within its bytes; a PNG or JPEG is called whole only if it has a size. */
#include "gfx/picture_header.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Bytes file = {(const char *)data, size};
    int w = -1, h = -1;
    PictureKind kind = picture_kind(file);
    CHECK(kind == PICTURE_UNKNOWN || picture_kind_guess(file));
    bool has_size = picture_size(file, &w, &h);
    CHECK(has_size ? w > 0 && h > 0 : w == -1 && h == -1);
    CHECK(!has_size || kind == PICTURE_PNG || kind == PICTURE_JPEG);
    if (picture_is_whole(file)) CHECK(kind != PICTURE_UNKNOWN);
    return 0;
}
