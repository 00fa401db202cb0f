#include "store/state/crash.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/disk/lines.h"
#include "store/disk/tree.h"
#include "store/state/state.h"

enum { STARTS_BYTES_MAX = 4096 };
static const char starts_name[] = "starts";

typedef struct Starts {
    int64_t up_s[CRASH_STARTS_MAX];
    size_t count; /* within the window that ends now */
} Starts;

static void starts_load(Arena *arena, int state, const char *boot_id, int64_t now_s, Starts *out)
{
    Bytes bytes;
    *out = (Starts){0};
    if (read_beneath(arena, state, starts_name, STARTS_BYTES_MAX, &bytes) != FS_OK) return; /* none that counts */
    Lines lines = {bytes, 0, 0};
    char *line;
    while (out->count < CRASH_STARTS_MAX && (line = lines_next(&lines, arena)) != NULL) {
        uint64_t up_s;
        bool same_boot = strcmp(line_word(&line), boot_id) == 0;
        if (!same_boot || !line_number(line, INT32_MAX, &up_s)) continue;
        if ((int64_t)up_s <= now_s && now_s - (int64_t)up_s < CRASH_WINDOW_S) out->up_s[out->count++] = (int64_t)up_s;
    }
}

static bool starts_save(int state, const char *boot_id, const Starts *starts)
{
    LineWriter writer = {0};
    for (size_t i = 0; i < starts->count; i++) line_put(&writer, "%s %lld\n", boot_id, (long long)starts->up_s[i]);
    bool ok = durable_replace(state, starts_name, line_bytes(&writer), 0644);
    line_free(&writer);
    return ok;
}

/* The pack that was changed last, whether or not it has a previous version. */
static bool changed_last(const Store *store, Arena *arena, StorePack *out)
{
    StorePack *packs;
    size_t count, last = 0;
    store_list(store, arena, &packs, &count);
    for (size_t i = 1; i < count; i++)
        if (packs[i].slots.switch_order > packs[last].slots.switch_order) last = i;
    if (count > 0) *out = packs[last];
    return count > 0;
}

CrashVerdict crash_note_start(Store *store, Arena *arena, const char *boot_id, int64_t up_s, Date today,
                              RollbackResult *out, Diags *diags)
{
    Starts starts;
    StorePack pack;
    *out = (RollbackResult){0};
    starts_load(arena, store->fd, boot_id, up_s, &starts);
    if (starts.count < CRASH_STARTS_MAX) {
        starts.up_s[starts.count++] = up_s;
        if (!starts_save(store->fd, boot_id, &starts)) disk_problem(diags, errno, "Noting the start");
        return CRASH_FINE;
    }
    if (!changed_last(store, arena, &pack) || !store_take_back(store, arena, pack.id, today, out, diags)) {
        out->sentence =
            "The screen stopped three times in five minutes, so it rests on the emergency card for a while. "
            "Ask whoever looks after the kiosk.";
        return CRASH_SAFE_MODE;
    }
    starts = (Starts){.up_s = {up_s}, .count = 1}; /* the older version starts with a clean slate */
    if (!starts_save(store->fd, boot_id, &starts)) disk_problem(diags, errno, "Noting the start");
    out->sentence = arena_format(arena,
                                 "Version %s of “%s” stopped the screen three times, so the kiosk went back to version "
                                 "%s by itself. Tell whoever made the pack.",
                                 out->from, pack.title, out->to);
    return CRASH_TOOK_BACK;
}

void crash_note_fine(const char *state_dir)
{
    int fd = state_open(state_dir);
    if (fd < 0) return;
    (void)unlinkat(fd, starts_name, 0); /* not synced: if it comes back, its boot is over */
    close(fd);
}

const char *crash_boot_id(Arena *arena)
{
    char bytes[64] = "";
    FILE *file = fopen("/proc/sys/kernel/random/boot_id", "re"); /* which says that it has no bytes */
    bool is_read = file && fgets(bytes, sizeof(bytes), file);
    if (file) fclose(file);
    Lines lines = {{bytes, is_read ? strlen(bytes) : 0}, 0, 0};
    const char *line = lines_next(&lines, arena);
    return line && line[0] && !strchr(line, ' ') ? line : "-";
}
