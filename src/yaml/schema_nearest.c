#include <ctype.h>
#include <string.h>

#include "yaml/schema.h"

enum { NEAREST_LENGTH_MAX = 64, NEAREST_DISTANCE_MAX = 3 };

/* As it counts in a comparison. */
static int folded(char letter) { return letter == '_' || letter == ' ' ? '-' : tolower((unsigned char)letter); }

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* How many letters must be added, taken away, replaced or changed round with their neighbour. */
static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][NEAREST_LENGTH_MAX + 1]; /* the row at hand and the two above it */
    for (size_t j = 0; j <= b_length; j++) rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3], *above_that = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            bool same = folded(a[i - 1]) == folded(b[j - 1]);
            row[j] = least(above[j - 1] + (same ? 0 : 1), least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]))
                row[j] = least(row[j], above_that[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

const char *schema_nearest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    if (length == 0 || length > NEAREST_LENGTH_MAX) return NULL;
    size_t best = least(length / 3, NEAREST_DISTANCE_MAX) + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t candidate_length = strlen(candidates[i]);
        if (candidate_length > NEAREST_LENGTH_MAX) continue;
        size_t distance = edit_distance(word, length, candidates[i], candidate_length);
        if (distance >= best) continue;
        best = distance;
        nearest = candidates[i];
    }
    return nearest;
}
