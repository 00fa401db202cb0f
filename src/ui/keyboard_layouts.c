/* keyboard_layouts.c - which keys each language has. keyboard_test.c holds that they can write what the interface says.
 */
#include <string.h>

#include "base/utf8.h"
#include "ui/keyboard.h"

static const KeyRelatives latin_relatives[] = {
    {"e", "é è ê ë"},
    {"a", "à â á ä æ"},
    {"i", "î ï í ì"},
    {"o", "ô ó ö ò œ"},
    {"u", "ù û ú ü"},
    {"c", "ç"},
    {"n", "ñ"},
    {"y", "ÿ ý"},
    {"s", "ß š"},
    {"z", "ž"},
    {0},
};

/* Letters with a hamza or dots of their own, below the ones that people look for them under. */
static const KeyRelatives arabic_relatives[] = {
    {"ا", "أ إ آ ء"}, {"ي", "ى ئ"}, {"و", "ؤ"}, {"ه", "ة"}, {"ء", "أ إ ؤ ئ"}, {"ك", "گ"}, {"ب", "پ"}, {0},
};

/* The carriers show the vowels that are written with them; letters with a dot stand below those without. */
static const KeyRelatives gurmukhi_relatives[] = {
    {"ਅ", "ਆ ਐ ਔ"}, {"ੳ", "ਉ ਊ ਓ"}, {"ੲ", "ਇ ਈ ਏ"}, {"ਸ", "ਸ਼"}, {"ਖ", "ਖ਼"},
    {"ਗ", "ਗ਼ ਙ"},   {"ਜ", "ਜ਼ ਞ"},   {"ਫ", "ਫ਼"},     {"ਲ", "ਲ਼"}, {0},
};

static const KeyRelatives cyrillic_relatives[] = {
    {"г", "ґ"}, {"и", "і ї ы"}, {"е", "є ё э"}, {"ь", "ъ"}, {0},
};

#define LATIN_ROWS                                                                                                     \
    {                                                                                                                  \
        "q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m"                                                    \
    }

static const KeyboardLayout layouts[] = {
    {.lang = "en", .rows = LATIN_ROWS, .relatives = latin_relatives, .latin = true},
    {.lang = "fr", .rows = LATIN_ROWS, .extra = "’", .relatives = latin_relatives, .latin = true},
    {.lang = "es",
     .rows = {"q w e r t y u i o p", "a s d f g h j k l ñ", "z x c v b n m"},
     .relatives = latin_relatives,
     .latin = true},
    {.lang = "tl",
     .rows = {"q w e r t y u i o p", "a s d f g h j k l ñ", "z x c v b n m"},
     .relatives = latin_relatives,
     .latin = true},
    /* Pinyin, whole or by its first letters. */
    {.lang = "zh-Hans", .rows = LATIN_ROWS, .relatives = latin_relatives, .latin = true},
    {.lang = "uk",
     .rows = {"й ц у к е н г ш щ з х ї", "ф і в а п р о л д ж є", "я ч с м и т ь б ю"},
     .extra = "’",
     .relatives = cyrillic_relatives},
    {.lang = "ar",
     .rows = {"ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ذ ء ؤ ر ى ة و ز ظ د"},
     .relatives = arabic_relatives},
    /* In the order of the alphabet, which everybody learned, below the vowel signs. */
    {.lang = "pa",
     .rows = {"ਾ ਿ ੀ ੁ ੂ ੇ ੈ ੋ ੌ ੰ ਂ ੱ", "ੳ ਅ ੲ ਸ ਹ ਕ ਖ ਗ ਘ ਚ ਛ ਜ", "ਝ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ੜ", "ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ਼ ੍"},
     .relatives = gurmukhi_relatives},
};

static const KeyRelatives no_relatives[] = {{0}};
static const KeyboardLayout numbers = {.lang = "",
                                       .rows = {"1 2 3 4 5 6 7 8 9 0", "- . , ? ! / ( ) @ &", "’ “ ” « » : ;"},
                                       .relatives = no_relatives,
                                       .latin = true};

const KeyboardLayout *keyboard_layout(const char *lang, KeysPage page)
{
    if (page == KEYS_NUMBERS) return &numbers;
    for (size_t i = 0; i < ARRAY_LEN(layouts) && page != KEYS_LATIN; i++)
        if (strcmp(layouts[i].lang, lang) == 0) return &layouts[i];
    return &layouts[0];
}

const char *keyboard_relatives(const KeyboardLayout *layout, const char *letter)
{
    for (const KeyRelatives *row = layout->relatives; row->letter; row++)
        if (strcmp(row->letter, letter) == 0) return row->others;
    return NULL;
}

bool keyboard_letter(const char *letters, size_t i, char out[KEY_BYTES_MAX])
{
    for (; i > 0 && letters; i--) {
        letters = strchr(letters, ' ');
        if (letters) letters++;
    }
    size_t length = letters ? strcspn(letters, " ") : 0;
    if (length == 0 || length >= KEY_BYTES_MAX) return false;
    memcpy(out, letters, length);
    out[length] = '\0';
    return true;
}

const char *keyboard_composed(const char *before, const char *typed)
{
    static const struct {
        const char *carrier, *sign, *vowel;
    } vowels[] = {
        {"ਅ", "ਾ", "ਆ"}, {"ਅ", "ੈ", "ਐ"},  {"ਅ", "ੌ", "ਔ"},  {"ੳ", "ੁ", "ਉ"}, {"ੳ", "ੂ", "ਊ"},
        {"ੳ", "ੋ", "ਓ"},  {"ੲ", "ਿ", "ਇ"}, {"ੲ", "ੀ", "ਈ"}, {"ੲ", "ੇ", "ਏ"},
    };
    for (size_t i = 0; i < ARRAY_LEN(vowels); i++)
        if (strcmp(vowels[i].carrier, before) == 0 && strcmp(vowels[i].sign, typed) == 0) return vowels[i].vowel;
    return NULL;
}
