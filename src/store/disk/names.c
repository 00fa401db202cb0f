#include "store/disk/names.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "store/trust/manifest.h"

enum { KIB = 1024, MIB = 1024 * KIB, NAME_SHOWN_BYTES = 60 };

typedef struct KindRow {
    const char *ending;
    FileKind kind;
    uint64_t bytes_max;
} KindRow;

static const KindRow kinds[] = {
    {".yaml", FILE_YAML, 256 * KIB}, {".svg", FILE_PICTURE, 256 * KIB}, {".png", FILE_PICTURE, 4 * MIB},
    {".jpg", FILE_PICTURE, 4 * MIB}, {".jpeg", FILE_PICTURE, 4 * MIB},  {".ogg", FILE_AUDIO, 32 * MIB},
    {".opus", FILE_AUDIO, 32 * MIB}, {".csv", FILE_TEXT, MIB},          {".txt", FILE_TEXT, MIB},
    {".md", FILE_TEXT, MIB},
};

/* What people put into packs by mistake, with what to do instead. */
typedef struct RefusedRow {
    const char *endings; /* separated by spaces */
    const char *code, *message, *hint;
} RefusedRow;

static const RefusedRow refused[] = {
    {".ttf .otf .ttc .woff .woff2 .pfb", "font-file", "a pack may not bring fonts",
     "take it out; the screen has fonts for each language"},
    {".zip .rar .7z .tar .gz .tgz .xz .bz2 .iso", "archive", "an archive is not opened",
     "unpack it on a computer, and copy the folder that was inside"},
    {".exe .com .bat .cmd .msi .scr .vbs .js .ps1 .sh .lnk .jar .app .py .dll .so .desktop .inf", "program-file",
     "a pack may not bring programs or shortcuts", "take it out, and have the stick looked at if nobody put it there"},
    {".yml", "file-kind", "this name ends in .yml", "end its name in .yaml"},
    {".yaml.txt", "file-kind", "the editor has added .txt to this name",
     "rename it so that it ends in .yaml; in Notepad, choose \"All files\" when saving"},
    {".doc .docx .odt .rtf .pdf .pages .xls .xlsx .ods", "file-kind", "the kiosk does not read office documents",
     "copy the text into a .yaml file, a table into a .csv file"},
    {".gif .webp .bmp .tif .tiff .heic .avif .ico .psd .ai .eps", "file-kind",
     "the kiosk does not draw pictures of this kind", "save it as PNG or JPEG"},
    {".mp3 .wav .m4a .aac .flac .wma .mp4 .mov .avi .mkv", "file-kind",
     "the kiosk does not play recordings of this kind", "save it as .opus or .ogg"},
};

static bool name_ends_with(const char *name, const char *ending, size_t length)
{
    size_t name_length = strlen(name);
    return name_length > length && strncasecmp(name + name_length - length, ending, length) == 0;
}

static bool name_ends_with_one(const char *name, const char *endings)
{
    while (*endings) {
        size_t length = strcspn(endings, " ");
        if (name_ends_with(name, endings, length)) return true;
        endings += length + (endings[length] == ' ' ? 1 : 0);
    }
    return false;
}

bool name_is_archive(const char *name) { return name_ends_with_one(name, refused[1].endings); }

bool name_is_litter(const char *name)
{
    static const char *const litter[] = {"desktop.ini",      "Thumbs.db", "ehthumbs.db", "System Volume Information",
                                         "$RECYCLE.BIN",     "RECYCLER",  "__MACOSX",    "lost+found",
                                         "HEARTH-REPORT.txt"};
    for (size_t i = 0; i < ARRAY_LEN(litter); i++)
        if (strcasecmp(name, litter[i]) == 0) return true;
    size_t length = strlen(name);
    return name[0] == '.' || name[0] == '~' || (length > 0 && name[length - 1] == '~');
}

/* "con", "aux.txt", "COM1": names that Windows gives to devices, whatever folder they stand in. */
static bool name_is_device(const char *name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    size_t length = strcspn(name, ".");
    for (size_t i = 0; i < ARRAY_LEN(devices); i++)
        if (length == 3 && strncasecmp(name, devices[i], length) == 0) return true;
    bool numbered = strncasecmp(name, "com", 3) == 0 || strncasecmp(name, "lpt", 3) == 0;
    return numbered && length == 4 && name[3] >= '0' && name[3] <= '9';
}

static bool name_is_plain(const char *name, Mark at, Diags *diags)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    size_t length = strlen(name);
    bool plain = length > 0 && length <= NAME_BYTES_MAX && strspn(name, allowed) == length && name[0] != '.' &&
                 name[length - 1] != '.' && name[0] != '-';
    if (plain && !name_is_device(name)) return true;
    return diag_error(diags, at, "file-name", "rename it, here and where it is used",
                      plain ? "this name means a device to Windows"
                            : "names have letters a to z, digits, dots, hyphens and underscores, 64 at most");
}

bool name_is_folder(const char *name, Mark at, Diags *diags) { return name_is_plain(name, at, diags); }

/* Reports what is wrong with the ending of `name`. */
static FileKind kind_refuse(const char *name, Mark at, Diags *diags)
{
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        if (!name_ends_with_one(name, refused[i].endings)) continue;
        diag_error(diags, at, refused[i].code, refused[i].hint, "%s", refused[i].message);
        return FILE_NONE;
    }
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (!name_ends_with(name, kinds[i].ending, strlen(kinds[i].ending))) continue;
        diag_error(diags, at, "file-kind", "rename it, here and where it is used",
                   "the end of this name is to be in small letters: %s", kinds[i].ending);
        return FILE_NONE;
    }
    diag_error(diags, at, "file-kind", "take it out",
               "a pack has .yaml files, pictures (.svg, .png, .jpg), "
               "recordings (.ogg, .opus), tables (.csv) and notes (.txt); this is none of them");
    return FILE_NONE;
}

FileKind name_file_kind(const char *name, bool at_top, uint64_t *bytes_max, Mark at, Diags *diags)
{
    static const KindRow tops[] = {{MANIFEST_NAME, FILE_MANIFEST, MANIFEST_BYTES_MAX},
                                   {SIGNATURE_NAME, FILE_SIGNATURE, SIGNATURE_FILE_BYTES_MAX},
                                   {"LICENSE", FILE_TEXT, MIB}};
    if (!name_is_plain(name, at, diags)) return FILE_NONE;
    for (size_t i = 0; at_top && i < ARRAY_LEN(tops); i++) {
        if (strcmp(name, tops[i].ending) != 0) continue;
        *bytes_max = tops[i].bytes_max;
        return tops[i].kind;
    }
    if (name_ends_with_one(name, ".yaml.txt")) return kind_refuse(name, at, diags);
    size_t length = strlen(name);
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        size_t ending = strlen(kinds[i].ending);
        if (length <= ending || strcmp(name + length - ending, kinds[i].ending) != 0) continue;
        *bytes_max = kinds[i].bytes_max;
        return kinds[i].kind;
    }
    return kind_refuse(name, at, diags);
}

char *name_shown(Arena *arena, const char *name)
{
    size_t length = strlen(name), shown = 0;
    char *text = arena_alloc(arena, NAME_SHOWN_BYTES + sizeof("..."));
    while (shown < length && shown < NAME_SHOWN_BYTES) {
        uint32_t c = 0;
        size_t bytes = utf8_decode(name + shown, length - shown, &c);
        bool printable = bytes > 0 && c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0) &&
                         !(c >= 0x200B && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E) &&
                         !(c >= 0x2060 && c <= 0x206F) && c != 0xFEFF;
        if (!printable) {
            text[shown++] = '?';
            continue;
        }
        if (shown + bytes > NAME_SHOWN_BYTES) break;
        memcpy(text + shown, name + shown, bytes);
        shown += bytes;
    }
    if (shown < length) memcpy(text + shown, "...", sizeof("..."));
    return text;
}
