#include "store/trust/identity.h"

#include <string.h>

#include "pack/pack_load.h"

static const char *text_of(const YNode *map, const char *key)
{
    const YNode *node = ynode_get(map, key);
    return node && node->kind == Y_TEXT && node->text[0] ? node->text : NULL;
}

static Mark mark_of(const YNode *map, const char *key, const char *file)
{
    const YNode *node = ynode_get(map, key);
    return node ? node->at : (Mark){file, 0, 0};
}

static bool id_check(const YNode *root, const Identity *identity, const char *file, Diags *diags)
{
    Mark at = mark_of(root, "id", file);
    if (!identity->id)
        return diag_error(diags, at, "no-id", "add a line such as: id: relationships", "this pack has no id");
    if (!pack_id_is_valid(identity->id))
        return diag_error(diags, at, "bad-id", "use small letters a to z, digits and hyphens, 64 at most",
                          "\"%s\" cannot be an id", identity->id);
    bool is_called_site = strcmp(identity->id, SITE_ID) == 0;
    if (is_called_site == identity->is_site) return true;
    return diag_error(diags, at, "id-clash", identity->is_site ? "write: id: site" : "give it another id",
                      identity->is_site ? "the clinic's own pack must be called site"
                                        : "only the clinic's own pack may be called site");
}

static bool version_check(const YNode *root, const Identity *identity, const char *file, Diags *diags)
{
    Mark at = mark_of(root, "version", file);
    if (!identity->version)
        return diag_error(diags, at, "no-version", "add a line such as: version: 1.0.0", "this pack has no version");
    if (version_is_valid(identity->version)) return true;
    return diag_error(diags, at, "bad-version", "use letters, digits, dots and hyphens, 20 at most: 1.2.0",
                      "\"%s\" cannot be a version", identity->version);
}

/* The first language's title, wherever this kind of pack keeps it. */
static const char *title_read(Arena *arena, const char *dir, const YNode *root, const Identity *identity)
{
    const YNode *languages = ynode_get(root, "languages");
    const YNode *first = languages && languages->kind == Y_LIST ? languages->first : NULL;
    const char *lang = first && first->kind == Y_TEXT && pack_lang_is_valid(first->text) ? first->text : NULL;
    const char *title = NULL;
    Diags unheard = {0}; /* the check of the pack reports them */
    if (identity->is_site) {
        const YNode *clinic = ynode_get(root, "clinic");
        const YNode *name = clinic && clinic->kind == Y_MAP ? ynode_get(clinic, "name") : NULL;
        if (name && name->kind == Y_TEXT)
            title = name->text;
        else if (name && name->kind == Y_MAP && lang)
            title = text_of(name, lang);
    } else if (lang) {
        const char *path = arena_format(arena, "%s/%s/pack.yaml", dir, lang);
        const YNode *words = yaml_read(arena, path, "pack.yaml", &unheard);
        if (words && words->kind == Y_MAP) title = text_of(words, "title");
    }
    diags_free(&unheard);
    return title && title[0] ? title : identity->id;
}

bool identity_read(Arena *arena, const char *dir, const char *name, Identity *out, Diags *diags)
{
    *out = (Identity){0};
    bool has_pack = fs_is_file(fs_join(arena, dir, "pack.yaml")),
         has_site = fs_is_file(fs_join(arena, dir, "site.yaml"));
    if (has_pack == has_site)
        return diag_error(diags, (Mark){name, 0, 0}, "no-pack-file", "copy the whole folder of the pack",
                          has_pack ? "there is both a pack.yaml and a site.yaml here; a pack has one of them"
                                   : "there is no pack.yaml here, so this is no pack");
    const char *file = has_site ? "site.yaml" : "pack.yaml";
    const YNode *root = yaml_read(arena, fs_join(arena, dir, file), fs_join(arena, name, file), diags);
    if (!root) return false;
    const char *reported = fs_join(arena, name, file);
    if (root->kind != Y_MAP)
        return diag_error(diags, root->at, "not-a-map", "start from a working one: hearth new FOLDER", "this is no %s",
                          file);
    *out = (Identity){.id = text_of(root, "id"), .version = text_of(root, "version"), .is_site = has_site};
    const char *kind = text_of(root, "kind");
    bool says_site = kind && strcmp(kind, "site") == 0;
    if (says_site != has_site)
        return diag_error(diags, mark_of(root, "kind", reported), "id-clash",
                          has_site ? "add the line: kind: site" : "take the line out, or name the file site.yaml",
                          "only a site.yaml has \"kind: site\", and each has it");
    if (!id_check(root, out, reported, diags) || !version_check(root, out, reported, diags)) return false;
    out->title = title_read(arena, dir, root, out);
    return true;
}
