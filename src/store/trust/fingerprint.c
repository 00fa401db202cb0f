/* fingerprint.c - a key as six words, which two people can compare over the telephone. */
#include <string.h>

#include "store/trust/keyfile.h"

/* One a byte: short, common, and no two that sound alike. */
static const char words[256][8] = {
    "acorn",   "actor",   "album",  "alley",   "amber",   "anchor",  "ankle",   "apple",  "apron",   "arch",
    "arrow",   "atlas",   "autumn", "axle",    "badge",   "bagel",   "baker",   "bamboo", "banjo",   "barn",
    "basil",   "basket",  "beach",  "beacon",  "beetle",  "bench",   "berry",   "bird",   "bishop",  "blanket",
    "bloom",   "board",   "bonnet", "book",    "boot",    "bottle",  "branch",  "bread",  "bridge",  "broom",
    "bubble",  "bucket",  "butter", "button",  "cabin",   "cactus",  "camel",   "canal",  "candle",  "canoe",
    "canvas",  "carpet",  "carrot", "castle",  "cedar",   "cello",   "chalk",   "cherry", "chess",   "cider",
    "circle",  "city",    "cloud",  "clover",  "coast",   "cobalt",  "coffee",  "comet",  "copper",  "coral",
    "cotton",  "cradle",  "crane",  "crayon",  "cricket", "crown",   "crystal", "cup",    "curtain", "dairy",
    "daisy",   "dancer",  "desert", "desk",    "diamond", "doctor",  "dolphin", "donkey", "door",    "dragon",
    "drum",    "duck",    "eagle",  "easel",   "echo",    "elbow",   "ember",   "engine", "evening", "falcon",
    "farmer",  "feather", "fiddle", "field",   "finch",   "flag",    "flower",  "flute",  "forest",  "fossil",
    "fox",     "fresco",  "frog",   "galaxy",  "garden",  "garlic",  "gate",    "ginger", "glacier", "glove",
    "goose",   "grape",   "gravel", "guitar",  "hammer",  "harbour", "harp",    "hazel",  "hedge",   "helmet",
    "heron",   "hill",    "honey",  "horse",   "hotel",   "ice",     "igloo",   "indigo", "island",  "ivory",
    "jacket",  "jasmine", "jelly",  "jewel",   "judge",   "jungle",  "kayak",   "kettle", "kitchen", "koala",
    "ladder",  "lagoon",  "lake",   "lantern", "laundry", "lawn",    "lemon",   "letter", "lilac",   "lion",
    "lizard",  "lobster", "lotus",  "magnet",  "mango",   "maple",   "marble",  "market", "meadow",  "melon",
    "mirror",  "mitten",  "moon",   "morning", "mosaic",  "moth",    "museum",  "napkin", "needle",  "nest",
    "noodle",  "north",   "nurse",  "nutmeg",  "oasis",   "ocean",   "office",  "olive",  "onion",   "orange",
    "orchid",  "otter",   "oven",   "owl",     "oyster",  "paddle",  "palace",  "panda",  "paper",   "pasta",
    "pearl",   "pebble",  "pencil", "pepper",  "piano",   "pigeon",  "pillow",  "pilot",  "pine",    "planet",
    "plum",    "pocket",  "poem",   "pond",    "potato",  "puzzle",  "quartz",  "quilt",  "rabbit",  "raft",
    "rainbow", "raven",   "ribbon", "river",   "robin",   "salmon",  "saturn",  "scarf",  "school",  "seal",
    "shell",   "silver",  "sky",    "spring",  "stable",  "summer",  "teapot",  "temple", "thunder", "tiger",
    "topaz",   "tractor", "tulip",  "tunnel",  "turtle",  "valley",  "velvet",  "violin", "walnut",  "willow",
    "window",  "winter",  "wizard", "yarrow",  "zebra",   "zinc",
};

char *public_key_words(Arena *arena, const PublicKey *key)
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    crypto_generichash(hash, sizeof(hash), key->key, sizeof(key->key), NULL, 0);
    const char *text = "";
    for (size_t i = 0; i < FINGERPRINT_WORDS; i++)
        text = arena_format(arena, "%s%s%s", text, i > 0 ? " " : "", words[hash[i]]);
    return arena_copy(arena, text);
}
