/* floor.c - the least that a program on the same libraries does: a window, a face, a page of text, and sleep.
 *
 * What `make bench` compares Hearth with. A touch toggles a box, for the time from tap to pixel. Usage: floor FACE.ttf
 */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdio.h>

enum { WINDOW_W = 1920, WINDOW_H = 1080, FACE_PX = 32, LINES = 18, LINE_PX = 48 };
static const char text[] = "Gardeners often turn the cool soil and forget the pot beside the path";

static void page_draw(SDL_Surface *surface, TTF_Font *face, bool toggled)
{
    SDL_Rect box = {100, 100, 500, 500};
    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 250, 246, 239));
    SDL_FillRect(surface, &box, SDL_MapRGB(surface->format, 47, toggled ? 160 : 93, 80));
    for (int i = 0; i < LINES; i++) {
        SDL_Rect at = {700, 100 + i * LINE_PX, 0, 0};
        SDL_Surface *line = TTF_RenderUTF8_Blended(face, text, (SDL_Color){30, 40, 50, 255});
        if (line) SDL_BlitSurface(line, NULL, surface, &at);
        SDL_FreeSurface(line);
    }
}

int main(int argc, char **argv)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* a GPU in software costs 80 MiB and half a second */
    if (argc != 2 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) return 1;
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, WINDOW_W, WINDOW_H, SDL_WINDOW_BORDERLESS);
    TTF_Font *face = TTF_OpenFont(argv[1], FACE_PX);
    if (!window || !face) return 1;
    bool toggled = false;
    for (SDL_Event event = {.type = SDL_WINDOWEVENT}; event.type != SDL_QUIT;) {
        if (event.type == SDL_MOUSEBUTTONDOWN) toggled = !toggled;
        if (event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_WINDOWEVENT) {
            page_draw(SDL_GetWindowSurface(window), face, toggled);
            SDL_UpdateWindowSurface(window);
        }
        if (!SDL_WaitEvent(&event)) return 1;
    }
    return 0;
}
