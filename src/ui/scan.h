/* scan.h - switch scanning: a ring walks over groups of what can be touched; a press goes in, another one chooses.
 *
 * Pure: a place and a scene give the next place. Where the ring is, is kept as the id of a node, so that a scene that
 * is built anew, or has changed, still has it. The first group is Hide and the crisis line; under an overlay the
 * overlay comes first. */
#ifndef HEARTH_SCAN_H
#define HEARTH_SCAN_H

#include "gfx/scene.h"

enum {
    SCAN_GROUP_MAX = 6, /* what is more in one row is two groups: nobody waits through more than this */
    SCAN_ID_MAX = 96,
};

typedef enum ScanLevel { SCAN_RESTS, SCAN_GROUPS, SCAN_ITEMS } ScanLevel;

/* Where the ring is. Zero: there is none, until a switch is pressed. */
typedef struct ScanPlace {
    ScanLevel level;
    bool out;             /* the stop after the last of a group: a press there goes back to the groups */
    char id[SCAN_ID_MAX]; /* of the item, or of the first in the group; "": the beginning */
} ScanPlace;

typedef struct ScanGroup {
    const int *nodes; /* of the scene, in the order in which they are met */
    int count;
    Rect box; /* round all that is seen of them */
} ScanGroup;

typedef struct ScanGroups {
    ScanGroup *items;
    int count;
} ScanGroups;

/* The groups of a scene, in reading order. `arena` must outlive them. */
ScanGroups scan_groups(const Scene *scene, Arena *arena);

/* Which group and which item of it `place` is on; false if it is on none of these. */
bool scan_find(const Scene *scene, const ScanGroups *groups, const ScanPlace *place, int *group, int *item);
/* `place` as it is on this scene: at the beginning if what it was on has gone. */
ScanPlace scan_settle(const Scene *scene, const ScanGroups *groups, const ScanPlace *place);
/* One stop further; after the last one comes the first. */
ScanPlace scan_next(const Scene *scene, const ScanGroups *groups, const ScanPlace *place);
/* What a press means at `place`, which must be settled: the node to act on, or -1 when it has only gone in or out. */
int scan_choose(const Scene *scene, const ScanGroups *groups, ScanPlace *place);

/* The place after what it is on has acted and is still there: on it, also where it is not alone in its row any more. */
ScanPlace scan_stay(const Scene *scene, const ScanGroups *groups, const ScanPlace *place);

/* Draws the ring: round the group, and round the item in it. Last of all, before mirroring. */
void scan_draw(Scene *scene, const ScanPlace *place, Color color, int item_px, int group_px, int gap_px);

/* How long the ring stays at a stop: `steps` slower (or, negative, faster) than base_ms. */
int scan_pace_ms(int base_ms, int steps);

/* One switch: what comes from it until it counts as a press. */
typedef struct ScanSwitch {
    bool down;
    bool used;       /* it has been pressed before */
    int64_t last_ms; /* when it last moved */
} ScanSwitch;
/* True if this is a press: contacts that bounce and hands that tremble are not, within settle_ms of the last movement;
 * a switch that is held down is one press. */
bool scan_switch_down(ScanSwitch *state, int64_t now_ms, int settle_ms);
/* Takes that the switch was let go. */
void scan_switch_up(ScanSwitch *state, int64_t now_ms);

#endif
