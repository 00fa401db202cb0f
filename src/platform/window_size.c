#include "platform/window_size.h"

enum { SIDE_MIN = 320 };
static const double SHARE_OF_DESK = 0.85;

void window_size(int display_w, int display_h, Hanging hanging, int room_w, int room_h, int *w, int *h)
{
    bool turned = hanging_rotation(hanging, display_w, display_h) != 0;
    double shape_w = turned ? display_h : display_w, shape_h = turned ? display_w : display_h;
    double by_width = SHARE_OF_DESK * room_w / shape_w, by_height = SHARE_OF_DESK * room_h / shape_h;
    double scale = by_width < by_height ? by_width : by_height;
    *w = int_max(SIDE_MIN, (int)(shape_w * scale));
    *h = int_max(SIDE_MIN, (int)(shape_h * scale));
}
