#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include <zbar.h>

#include "gfx/code.h"
#include "platform/paint/canvas.h"
#include "pack/site/site.h"
#include "screen/frame/code_card.h"
#include "pack/site/site.h"
#include "screen/frame/code_card.h"

/* Every code that a visitor can meet is read back by somebody else's decoder, at every size that it is drawn in, on
 * both themes. */

typedef struct Reader {
    FontSet *fonts;
    Images *images;
    Canvas *canvas;
    zbar_image_scanner_t *scanner;
    Arena arena;
} Reader;

static Reader reader_open(void)
{
    Reader reader = {.fonts = fontset_new(), .images = images_new(NULL, NULL)};
    reader.canvas = canvas_new(reader.fonts, reader.images);
    reader.scanner = zbar_image_scanner_create();
    zbar_image_scanner_set_config(reader.scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(reader.scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    return reader;
}

static void reader_close(Reader *reader)
{
    zbar_image_scanner_destroy(reader->scanner);
    canvas_free(reader->canvas);
    images_free(reader->images);
    fontset_free(reader->fonts);
    arena_free(&reader->arena);
}

static char *decode(Reader *reader, const Scene *scene)
{
    canvas_paint(reader->canvas, scene);
    int w, h;
    const uint32_t *pixels = canvas_pixels(reader->canvas, &w, &h);
    size_t count = (size_t)w * (size_t)h;
    uint8_t *grey = malloc(count);
    for (size_t i = 0; i < count; i++)
        grey[i] = (uint8_t)(((pixels[i] >> 16 & 0xFF) * 3 + (pixels[i] >> 8 & 0xFF) * 6 + (pixels[i] & 0xFF)) / 10);
    zbar_image_t *image = zbar_image_create();
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, (unsigned)w, (unsigned)h);
    zbar_image_set_data(image, grey, count, NULL);
    char *found = NULL;
    if (zbar_scan_image(reader->scanner, image) > 0) {
        const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
        found = arena_copy_bytes(&reader->arena, zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    }
    zbar_image_destroy(image);
    free(grey);
    return found;
}

/* The sizes that the screens draw codes in: beside the text, enlarged, and on the crisis page. */
static const double sides_u[] = {152, 200, 400};

typedef bool DrawCode(const Look *look, Rect box, const char *text);

static void read_back(Reader *reader, DrawCode *draw, const char *text, int screen_w, int screen_h, double side_u,
                      const Theme *theme)
{
    Viewport viewport = viewport_make(screen_w, screen_h, 0);
    int side = viewport_px(&viewport, side_u), margin = viewport_px(&viewport, 24);
    Scene scene;
    scene_begin(&scene, &reader->arena, side + 2 * margin, side + 2 * margin, theme->card, "en");
    Look look = {.scene = &scene, .theme = theme, .viewport = &viewport, .lang = "en"};
    assert_true(draw(&look, (Rect){margin, margin, side, side}, text));
    const char *found = decode(reader, &scene);
    if (!found || strcmp(found, text) != 0)
        fail_msg("%.0fu at %dx%d: \"%s\" was read as \"%s\"", side_u, screen_w, screen_h, text,
                 found ? found : "nothing");
}

static int read_back_everywhere(Reader *reader, const char *text)
{
    static const int screens[][2] = {{1920, 1080}, {1080, 1920}, {1024, 600}};
    const Theme *themes[] = {theme_light(), theme_high_contrast()};
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(screens); i++)
        for (size_t s = 0; s < ARRAY_LEN(sides_u); s++)
            for (size_t t = 0; t < ARRAY_LEN(themes); t++, count++)
                read_back(reader, code_card_draw, text, screens[i][0], screens[i][1], sides_u[s], themes[t]);
    return count;
}

/* A therapist's card has the contact at 250 u and more. */
static void every_contact_of_the_shipped_list_is_read_back(void **state)
{
    (void)state;
    static const double contact_sides_u[] = {250, 288, 340};
    static const char *const langs[] = {"en", "fr"};
    Reader reader = reader_open();
    Diags diags = {0};
    Site *site = site_open("content/site", &diags);
    assert_true(site && site->directory && site->directory->count >= 20);
    for (size_t i = 0; i < site->directory->count; i++) {
        for (size_t l = 0; l < ARRAY_LEN(langs); l++) {
            const Therapist *person = &site->directory->people[i];
            const char *card = therapist_vcard(person, langs[l], CODE_CONTACT_BYTES_MAX, &reader.arena);
            assert_non_null(strstr(card, person->phone));
            for (size_t s = 0; s < ARRAY_LEN(contact_sides_u); s++) {
                read_back(&reader, code_card_draw_contact, card, 1920, 1080, contact_sides_u[s], theme_high_contrast());
                read_back(&reader, code_card_draw_contact, card, 1024, 600, contact_sides_u[s], theme_light());
            }
        }
        arena_reset(&reader.arena);
    }
    site_close(site);
    diags_free(&diags);
    reader_close(&reader);
}

static int pages_read_back(Reader *reader, Pack *pack, const List *pages, const char *lang)
{
    const PageEntry *entries = pages->items;
    int count = 0;
    for (size_t i = 0; i < pages->count; i++) {
        const Page *page = pack_page(pack, entries[i].id, lang);
        const char *text = page ? code_card_page_text(page) : NULL;
        if (text) count += read_back_everywhere(reader, text);
        arena_reset(&reader->arena);
    }
    return count;
}

static void every_page_of_the_shipped_packs_is_read_back(void **state)
{
    (void)state;
    static const char *const dirs[] = {"content/relationships", "content/first-aid"};
    static const char *const langs[] = {"en", "fr"};
    Reader reader = reader_open();
    int count = 0;
    for (size_t d = 0; d < ARRAY_LEN(dirs); d++) {
        Diags diags = {0};
        Pack *pack = pack_open(dirs[d], &diags);
        assert_non_null(pack);
        for (size_t l = 0; l < ARRAY_LEN(langs); l++) {
            const Section *sections = pack->sections.items;
            for (size_t i = 0; i < pack->sections.count; i++)
                count += pages_read_back(&reader, pack, &sections[i].pages, langs[l]);
            count += pages_read_back(&reader, pack, &pack->articles, langs[l]);
        }
        pack_close(pack);
        diags_free(&diags);
    }
    reader_close(&reader);
    print_message("%d codes read back\n", count);
    assert_true(count >= 300);
}

static void the_longest_text_is_read_back(void **state)
{
    (void)state;
    Reader reader = reader_open();
    char text[106];
    for (size_t i = 0; i < sizeof(text) - 1; i++) text[i] = (char)('a' + i % 26);
    text[sizeof(text) - 1] = '\0';
    read_back_everywhere(&reader, text);
    read_back_everywhere(&reader, "tel:18006688258");
    reader_close(&reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_of_the_shipped_packs_is_read_back),
        cmocka_unit_test(the_longest_text_is_read_back),
        cmocka_unit_test(every_contact_of_the_shipped_list_is_read_back),
    };
    return cmocka_run_group_tests_name("code_zbar", tests, NULL, NULL);
}
