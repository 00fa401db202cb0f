#include "text/fonts.h"

#include <string.h>

#define NOTO "/usr/share/fonts/truetype/noto/"
#define CJK "/usr/share/fonts/opentype/noto/"

/* The faces of a script that has a regular and a bold, next to each other in this order. Heads are set in bold:
 * a semibold of these is not in Debian's packages. */
#define PAIR(name) name##_REGULAR, name##_BOLD

enum {
    ATKINSON_REGULAR,
    ATKINSON_MEDIUM,
    ATKINSON_SEMIBOLD,
    ATKINSON_BOLD,
    LITERATA_MEDIUM,
    LITERATA_SEMIBOLD,
    LITERATA_ITALIC,
    NOTO_SANS_REGULAR,
    NOTO_SANS_BOLD,
    NOTO_SANS_ITALIC,
    PAIR(ARABIC),
    PAIR(NASKH),
    PAIR(GURMUKHI),
    PAIR(DEVANAGARI),
    PAIR(TAMIL),
    PAIR(BENGALI),
    PAIR(GUJARATI),
    PAIR(TELUGU),
    PAIR(KANNADA),
    PAIR(MALAYALAM),
    PAIR(SINHALA),
    PAIR(THAI),
    PAIR(LAO),
    PAIR(KHMER),
    PAIR(MYANMAR),
    PAIR(TIBETAN),
    PAIR(ETHIOPIC),
    PAIR(HEBREW),
    PAIR(ARMENIAN),
    PAIR(GEORGIAN),
    PAIR(SYLLABICS),
    CJK_SC_REGULAR,
    CJK_SC_BOLD,
    CJK_TC_REGULAR,
    CJK_TC_BOLD,
    CJK_HK_REGULAR,
    CJK_HK_BOLD,
    CJK_JP_REGULAR,
    CJK_JP_BOLD,
    CJK_KR_REGULAR,
    CJK_KR_BOLD,
    SYMBOLS,
    SYMBOLS2,
    MATH,
    FACES
};
_Static_assert((int)FACES <= (int)FONTS_MAX, "fonts_candidates() may write every face");

#define SHIPPED(id, file) [id] = {"fonts/" file ".ttf", 0, true}
#define SYSTEM(id, file) [id] = {NOTO file ".ttf", 0, false}
#define SYSTEM_PAIR(name, file) SYSTEM(name##_REGULAR, file "-Regular"), SYSTEM(name##_BOLD, file "-Bold")
#define COLLECTION(name, index)                                                                                        \
    [name##_REGULAR] = {CJK "NotoSansCJK-Regular.ttc", index, false},                                                  \
    [name##_BOLD] = {CJK "NotoSansCJK-Bold.ttc", index, false}

static const FontFile files[FACES] = {
    SHIPPED(ATKINSON_REGULAR, "AtkinsonHyperlegibleNext_400Regular"),
    SHIPPED(ATKINSON_MEDIUM, "AtkinsonHyperlegibleNext_500Medium"),
    SHIPPED(ATKINSON_SEMIBOLD, "AtkinsonHyperlegibleNext_600SemiBold"),
    SHIPPED(ATKINSON_BOLD, "AtkinsonHyperlegibleNext_700Bold"),
    SHIPPED(LITERATA_MEDIUM, "Literata_500Medium"),
    SHIPPED(LITERATA_SEMIBOLD, "Literata_600SemiBold"),
    SHIPPED(LITERATA_ITALIC, "Literata_500Medium_Italic"),
    SYSTEM_PAIR(NOTO_SANS, "NotoSans"),
    SYSTEM(NOTO_SANS_ITALIC, "NotoSans-Italic"),
    SYSTEM_PAIR(ARABIC, "NotoSansArabic"),
    SYSTEM_PAIR(NASKH, "NotoNaskhArabic"),
    SYSTEM_PAIR(GURMUKHI, "NotoSansGurmukhi"),
    SYSTEM_PAIR(DEVANAGARI, "NotoSansDevanagari"),
    SYSTEM_PAIR(TAMIL, "NotoSansTamil"),
    SYSTEM_PAIR(BENGALI, "NotoSansBengali"),
    SYSTEM_PAIR(GUJARATI, "NotoSansGujarati"),
    SYSTEM_PAIR(TELUGU, "NotoSansTelugu"),
    SYSTEM_PAIR(KANNADA, "NotoSansKannada"),
    SYSTEM_PAIR(MALAYALAM, "NotoSansMalayalam"),
    SYSTEM_PAIR(SINHALA, "NotoSansSinhala"),
    SYSTEM_PAIR(THAI, "NotoSansThai"), /* Debian's NotoLoopedThai sets tone marks on top of vowels */
    SYSTEM_PAIR(LAO, "NotoSansLao"),
    SYSTEM_PAIR(KHMER, "NotoSansKhmer"),
    SYSTEM_PAIR(MYANMAR, "NotoSansMyanmar"),
    SYSTEM_PAIR(TIBETAN, "NotoSerifTibetan"),
    SYSTEM_PAIR(ETHIOPIC, "NotoSansEthiopic"),
    SYSTEM_PAIR(HEBREW, "NotoSansHebrew"),
    SYSTEM_PAIR(ARMENIAN, "NotoSansArmenian"),
    SYSTEM_PAIR(GEORGIAN, "NotoSansGeorgian"),
    SYSTEM_PAIR(SYLLABICS, "NotoSansCanadianAboriginal"),
    COLLECTION(CJK_JP, 0),
    COLLECTION(CJK_KR, 1),
    COLLECTION(CJK_SC, 2),
    COLLECTION(CJK_TC, 3),
    COLLECTION(CJK_HK, 4),
    SYSTEM(SYMBOLS, "NotoSansSymbols-Regular"),
    SYSTEM(SYMBOLS2, "NotoSansSymbols2-Regular"),
    SYSTEM(MATH, "NotoSansMath-Regular"),
};

size_t fonts_count(void) { return FACES; }

const FontFile *fonts_file(FontId font)
{
    CHECK(font >= 0 && font < FACES);
    return &files[font];
}

/* One face for each role. */
typedef struct FaceSet {
    FontId of_role[FACE_ROLES];
} FaceSet;

#define FACE_SET(regular, medium, semibold, bold, head, head_semibold, head_italic)                                    \
    {                                                                                                                  \
        {                                                                                                              \
            [FACE_BODY_REGULAR] = (regular), [FACE_BODY_MEDIUM] = (medium), [FACE_BODY_SEMIBOLD] = (semibold),         \
            [FACE_BODY_BOLD] = (bold), [FACE_HEAD_MEDIUM] = (head), [FACE_HEAD_SEMIBOLD] = (head_semibold),            \
            [FACE_HEAD_ITALIC] = (head_italic)                                                                         \
        }                                                                                                              \
    }
/* Scripts with two weights. They have no slanted form: emphasis is the bold. */
#define TWO_WEIGHTS(name)                                                                                              \
    FACE_SET(name##_REGULAR, name##_REGULAR, name##_BOLD, name##_BOLD, name##_BOLD, name##_BOLD, name##_BOLD)

static const FaceSet latin_faces = FACE_SET(ATKINSON_REGULAR, ATKINSON_MEDIUM, ATKINSON_SEMIBOLD, ATKINSON_BOLD,
                                            LITERATA_MEDIUM, LITERATA_SEMIBOLD, LITERATA_ITALIC);
/* For pages in Vietnamese or Cyrillic, whose letters Atkinson lacks: the whole page in faces that have them all. */
static const FaceSet wide_latin_faces = FACE_SET(NOTO_SANS_REGULAR, NOTO_SANS_REGULAR, NOTO_SANS_BOLD, NOTO_SANS_BOLD,
                                                 LITERATA_MEDIUM, LITERATA_SEMIBOLD, LITERATA_ITALIC);
/* A Latin word that the page's face cannot set is set whole in these, and symbols like arrows. */
static const FaceSet last_latin_faces = FACE_SET(NOTO_SANS_REGULAR, NOTO_SANS_REGULAR, NOTO_SANS_BOLD, NOTO_SANS_BOLD,
                                                 NOTO_SANS_BOLD, NOTO_SANS_BOLD, NOTO_SANS_ITALIC);

enum { TAG_LENGTH = 4 };

typedef struct ScriptFaces {
    char tag[TAG_LENGTH + 1]; /* ISO 15924 */
    FaceSet faces;
} ScriptFaces;

static const ScriptFaces script_faces[] = {
    {"Cyrl", FACE_SET(NOTO_SANS_REGULAR, NOTO_SANS_REGULAR, NOTO_SANS_BOLD, NOTO_SANS_BOLD, LITERATA_MEDIUM,
                      LITERATA_SEMIBOLD, LITERATA_ITALIC)},
    {"Grek", FACE_SET(NOTO_SANS_REGULAR, NOTO_SANS_REGULAR, NOTO_SANS_BOLD, NOTO_SANS_BOLD, NOTO_SANS_BOLD,
                      NOTO_SANS_BOLD, NOTO_SANS_ITALIC)},
    {"Arab", FACE_SET(ARABIC_REGULAR, ARABIC_REGULAR, ARABIC_BOLD, ARABIC_BOLD, NASKH_BOLD, NASKH_BOLD, NASKH_REGULAR)},
    {"Guru", TWO_WEIGHTS(GURMUKHI)},
    {"Deva", TWO_WEIGHTS(DEVANAGARI)},
    {"Taml", TWO_WEIGHTS(TAMIL)},
    {"Beng", TWO_WEIGHTS(BENGALI)},
    {"Gujr", TWO_WEIGHTS(GUJARATI)},
    {"Telu", TWO_WEIGHTS(TELUGU)},
    {"Knda", TWO_WEIGHTS(KANNADA)},
    {"Mlym", TWO_WEIGHTS(MALAYALAM)},
    {"Sinh", TWO_WEIGHTS(SINHALA)},
    {"Thai", TWO_WEIGHTS(THAI)},
    {"Laoo", TWO_WEIGHTS(LAO)},
    {"Khmr", TWO_WEIGHTS(KHMER)},
    {"Mymr", TWO_WEIGHTS(MYANMAR)},
    {"Tibt", TWO_WEIGHTS(TIBETAN)},
    {"Ethi", TWO_WEIGHTS(ETHIOPIC)},
    {"Hebr", TWO_WEIGHTS(HEBREW)},
    {"Armn", TWO_WEIGHTS(ARMENIAN)},
    {"Geor", TWO_WEIGHTS(GEORGIAN)},
    {"Cans", TWO_WEIGHTS(SYLLABICS)},
};

static const FaceSet cjk_sc_faces = TWO_WEIGHTS(CJK_SC), cjk_tc_faces = TWO_WEIGHTS(CJK_TC),
                     cjk_hk_faces = TWO_WEIGHTS(CJK_HK), cjk_jp_faces = TWO_WEIGHTS(CJK_JP),
                     cjk_kr_faces = TWO_WEIGHTS(CJK_KR);

/* Han letters are drawn differently in each country: the page's language says which face. Longer tags first. */
static const struct {
    const char *lang;
    const FaceSet *faces;
} cjk_langs[] = {
    {"zh-Hant-HK", &cjk_hk_faces}, {"zh-HK", &cjk_hk_faces}, {"yue", &cjk_hk_faces}, {"zh-Hant", &cjk_tc_faces},
    {"zh-TW", &cjk_tc_faces},      {"zh", &cjk_sc_faces},    {"ja", &cjk_jp_faces},  {"ko", &cjk_kr_faces},
};
static const struct {
    char tag[TAG_LENGTH + 1];
    const FaceSet *faces;
} cjk_scripts[] = {
    {"Hani", &cjk_sc_faces}, {"Hira", &cjk_jp_faces}, {"Kana", &cjk_jp_faces},
    {"Hang", &cjk_kr_faces}, {"Bopo", &cjk_tc_faces},
};

static uint32_t tag_value(const char *tag)
{
    const unsigned char *t = (const unsigned char *)tag;
    return (uint32_t)t[0] << 24 | (uint32_t)t[1] << 16 | (uint32_t)t[2] << 8 | t[3];
}

/* "zh" is the language of "zh" and "zh-Hans", not of "zhx". */
static bool lang_is(const char *lang, const char *prefix)
{
    size_t length = strlen(prefix);
    return strncmp(lang, prefix, length) == 0 && (lang[length] == '\0' || lang[length] == '-' || lang[length] == '_');
}

static const FaceSet *faces_of_cjk(const char *lang, uint32_t script)
{
    size_t i = 0;
    while (i < ARRAY_LEN(cjk_scripts) && tag_value(cjk_scripts[i].tag) != script) i++;
    if (i == ARRAY_LEN(cjk_scripts)) return NULL;
    for (size_t k = 0; k < ARRAY_LEN(cjk_langs); k++)
        if (lang_is(lang, cjk_langs[k].lang)) return cjk_langs[k].faces;
    return cjk_scripts[i].faces;
}

static const FaceSet *faces_of_latin(const char *lang)
{
    static const char *const wide[] = {"vi", "uk", "ru", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"};
    for (size_t i = 0; i < ARRAY_LEN(wide); i++)
        if (lang_is(lang, wide[i])) return &wide_latin_faces;
    return &latin_faces;
}

/* NULL: the script has no row of its own. */
static const FaceSet *faces_of_script(const char *lang, uint32_t script)
{
    if (script == tag_value("Latn")) return faces_of_latin(lang);
    for (size_t i = 0; i < ARRAY_LEN(script_faces); i++)
        if (tag_value(script_faces[i].tag) == script) return &script_faces[i].faces;
    return faces_of_cjk(lang, script);
}

typedef struct Candidates {
    FontId *out;
    size_t count, max;
    bool taken[FACES];
} Candidates;

static void candidates_add(Candidates *candidates, FontId font)
{
    if (candidates->taken[font] || candidates->count == candidates->max) return;
    candidates->taken[font] = true;
    candidates->out[candidates->count++] = font;
}

size_t fonts_candidates(const char *lang, uint32_t script, FaceRole role, FontId *out, size_t max)
{
    Candidates candidates = {.out = out, .max = max};
    const FaceSet *own = faces_of_script(lang, script);
    if (own) candidates_add(&candidates, own->of_role[role]);
    candidates_add(&candidates, faces_of_latin(lang)->of_role[role]);
    candidates_add(&candidates, last_latin_faces.of_role[role]);
    /* A comma of one script after a word of another, a Han letter in a page of English: any face rather than none.
     * The collections come last because they are large to open. */
    for (size_t i = 0; i < ARRAY_LEN(script_faces); i++)
        candidates_add(&candidates, script_faces[i].faces.of_role[role]);
    candidates_add(&candidates, SYMBOLS);
    candidates_add(&candidates, SYMBOLS2);
    candidates_add(&candidates, MATH);
    const FaceSet *cjk = faces_of_cjk(lang, tag_value("Hani"));
    candidates_add(&candidates, cjk->of_role[role]);
    candidates_add(&candidates, cjk_kr_faces.of_role[role]);
    return candidates.count;
}
