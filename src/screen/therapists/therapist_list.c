#include "screen/therapists/therapist_list.h"

#include <string.h>

#include "base/utf8.h"

const Directory *view_directory(const View *view)
{
    const Directory *directory = view->site->directory;
    return directory && directory->count > 0 && view->site->features.find_a_therapist ? directory : NULL;
}

Word choice_word(const View *view, DirectoryGroup group, int choice)
{
    const Choice *item = &view->site->directory->choices[group].items[choice];
    if (item->name.count == 0) return (Word){view->lang, word(view->words, directory_group_words[group])};
    return words_in(&item->name, view->lang);
}

/* A choice as it is said: a language by the name that it has in the reader's own, which their voice can say. */
static const char *choice_spoken(const View *view, DirectoryGroup group, int choice)
{
    const char *code = view->site->directory->choices[group].items[choice].id, *name = NULL;
    if (group == GROUP_LANGUAGES) name = text_language_name(view->arena, code, view->lang);
    return name ? name : choice_word(view, group, choice).text;
}

const char *person_choices_spoken(const View *view, const Therapist *person, DirectoryGroup group)
{
    const char *text = "", *comma = word(view->words, "list-comma");
    for (size_t i = 0; i < person->chosen[group].count; i++) {
        const char *name = choice_spoken(view, group, person->chosen[group].items[i]);
        text = arena_format(view->arena, "%s%s%s", text, text[0] ? comma : "", name ? name : "");
    }
    return text;
}

const char *person_choices(const View *view, const Look *look, TypeStyle style, const Therapist *person,
                           DirectoryGroup group, int width)
{
    const char *text = "", *comma = word(view->words, "list-comma");
    for (size_t i = 0; i < person->chosen[group].count; i++) {
        const char *name = choice_word(view, group, person->chosen[group].items[i]).text;
        const char *longer = arena_format(view->arena, "%s%s%s", text, text[0] ? comma : "", name ? name : "");
        if (width > 0 && text[0] && text_width(look, style, longer) > width) break;
        text = longer;
    }
    return text;
}

Word person_profession(const View *view, const Therapist *person)
{
    Word profession = person->profession ? words_in(&person->profession->name, view->lang) : (Word){view->lang, NULL};
    if (!profession.text) profession.text = "";
    return profession;
}

const char *tenths_text(const View *view, int tenths)
{
    if (tenths % 10 == 0) return arena_format(view->arena, "%d", tenths / 10);
    return arena_format(view->arena, "%d%s%d", tenths / 10, word(view->words, "decimal-point"), tenths % 10);
}

const char *people_count_text(const View *view, size_t count)
{
    if (count == 0) return word(view->words, "therapists-count-none");
    return word_count(view->words, view->arena, "therapists-count", (long)count);
}

static Look look_in(const Look *look, const char *lang)
{
    Look own = *look;
    own.lang = lang;
    return own;
}

static Chip person_chip(const View *view, DirectoryGroup group, int choice, int count)
{
    const Choice *item = &view->site->directory->choices[group].items[choice];
    const char *name = choice_word(view, group, choice).text, *said = choice_spoken(view, group, choice);
    return (Chip){
        .id = arena_format(view->arena, "%s.%s", directory_group_keys[group], item->id),
        .label = count < 0 ? name : arena_format(view->arena, "%s  %d", name, count),
        .spoken = count < 0 ? said
                            : arena_format(view->arena, "%s%s%s", said, word(view->words, "list-comma"),
                                           word_count(view->words, view->arena, "people-count", count)),
        .on = view->session->people.on[group] >> choice & 1,
        .check = true,
        .said = true,
        .action = {.kind = ACTION_PEOPLE_CHOOSE, .value = (int)group, .id = item->id},
    };
}

int person_chip_width(const View *view, const Look *look, DirectoryGroup group, int choice, int count)
{
    Chip chip = person_chip(view, group, choice, count);
    Look own = look_in(look, choice_word(view, group, choice).lang);
    return chip_width(&own, &chip);
}

int draw_person_chip(const View *view, const Look *look, DirectoryGroup group, int choice, int count, int x, int y)
{
    Chip chip = person_chip(view, group, choice, count);
    Look own = look_in(look, choice_word(view, group, choice).lang);
    return draw_chip(&own, &chip, x, y);
}

/* All that is chosen in a group: "In person, Online". */
static Word chosen_words(const View *view, DirectoryGroup group)
{
    Word all = {view->lang, ""};
    int count = 0;
    for (int choice = 0; choice < DIRECTORY_CHOICES_MAX; choice++) {
        if (!(view->session->people.on[group] >> choice & 1)) continue;
        Word one = choice_word(view, group, choice);
        all.text =
            arena_format(view->arena, "%s%s%s", all.text, count > 0 ? word(view->words, "list-comma") : "", one.text);
        if (count++ == 0) all.lang = one.lang;
    }
    return all;
}

enum { PILL_U = 64, PILL_PAD_U = 26, PILL_ICON_U = 28, PILL_GAP_U = 12 };

int drop_pill_width(const View *view, const Look *look, DirectoryGroup group)
{
    Word words = chosen_words(view, group);
    Look own = look_in(look, words.lang);
    return 2 * px(look, PILL_PAD_U) + text_width(&own, TYPE_CHIP, words.text) + px(look, PILL_GAP_U) +
           px(look, PILL_ICON_U);
}

int draw_drop_pill(const View *view, const Look *look, DirectoryGroup group, const char *id, int x, int y,
                   int width_max)
{
    const Theme *theme = view->theme;
    Word words = chosen_words(view, group);
    Look own = look_in(look, words.lang);
    Rect box = {x, y, int_min(drop_pill_width(view, look, group), width_max), px(look, PILL_U)};
    bool pressed = false;
    if (id) {
        int node = scene_node(look->scene, (SceneNode){
                                               .role = NODE_CHIP,
                                               .id = id,
                                               .label = arena_format(view->arena, "%s. %s", words.text,
                                                                     word(view->words, "none-leave-out")),
                                               .lang = words.lang,
                                               .aloud = words.text,
                                               .area = {x, y - px(look, SPACE_3XS_U), box.w, px(look, BUTTON_U)},
                                               .shape = box,
                                               .radius_px = box.h / 2,
                                               .action = {.kind = ACTION_PEOPLE_DROP, .value = (int)group},
                                               .selected = true,
                                           });
        pressed = look->scene->nodes[node].pressed;
    }
    scene_box(look->scene, box, pressed ? theme->primary_pressed : theme->primary, box.h / 2);
    int pad = px(look, PILL_PAD_U), icon = px(look, PILL_ICON_U), text = box.w - 2 * pad - icon - px(look, PILL_GAP_U);
    draw_text_middle(&own, TYPE_CHIP, words.text, (Rect){x + pad, y, text, box.h}, theme->on_primary);
    scene_icon(look->scene, (Rect){x + box.w - pad - icon, y + (box.h - icon) / 2, icon, icon}, "x", theme->on_primary);
    if (id) scene_node_end(look->scene);
    return box.w;
}

/* The first letters of the first and the last name; a title such as "Dr." does not count. */
static const char *initials_of(const View *view, const char *name)
{
    uint32_t character;
    const char *dot = strstr(name, ". ");
    if (dot && dot - name <= 4) name = dot + 2;
    const char *last = strrchr(name, ' ');
    size_t first_bytes = utf8_decode(name, strlen(name), &character);
    char *first = arena_copy_bytes(view->arena, name, first_bytes);
    if (!last || !last[1]) return first;
    return arena_format(view->arena, "%s%.*s", first, (int)utf8_decode(last + 1, strlen(last + 1), &character),
                        last + 1);
}

void draw_initials(const View *view, const Look *look, Rect disc, const Therapist *person)
{
    static const Family families[] = {FAMILY_ATTACHMENT, FAMILY_TREATMENT, FAMILY_GROWTH, FAMILY_SYMPTOMS,
                                      FAMILY_LIBRARY};
    const Theme *theme = view->theme;
    size_t number = (size_t)(person - view->site->directory->people);
    const FamilyColors *colors = &theme->family[families[number % ARRAY_LEN(families)]];
    scene_framed_box(look->scene, disc, colors->tint, disc.w / 2, theme->high_contrast ? colors->deep : colors->tint,
                     px(look, theme->hair_u));
    TextSpan span = {initials_of(view, person->name), FACE_HEAD_SEMIBOLD, disc.w * 3 / 8};
    TextStyle how = {.line_px = disc.h};
    const TextLayout *layout = text_layout(look->text, look->lang, &span, 1, &how);
    draw_layout(look, layout, disc.x + (disc.w - layout->width_px) / 2, disc.y, theme->ink);
}

int draw_example_mark(const View *view, const Look *look, int x, int y, int height, bool draw)
{
    const char *label = word(view->words, "example");
    int pad = px(look, 14), width = text_width(look, TYPE_META, label) + 2 * pad;
    if (!draw) return width;
    Rect box = {x, y, width, height};
    scene_framed_box(look->scene, box, view->theme->sunk, px(look, 10), view->theme->line,
                     px(look, view->theme->hair_u));
    draw_text_centred(look, TYPE_META, label, box, view->theme->ink);
    return width;
}

const char *people_list_age(const View *view, bool in_clinic_words)
{
    const Directory *directory = view_directory(view);
    const CivilTime *wall = &view->wall;
    if (wall->known && date_compare(directory->review_by, wall->date) < 0)
        return word(view->words, "therapists-overdue");
    const char *date = text_date(view->arena, view->lang, directory->updated);
    const char *call = in_clinic_words && words_have(&directory->always, view->lang)
                           ? words_in(&directory->always, view->lang).text
                           : word(view->words, "therapists-confirm");
    return arena_format(view->arena, "%s %s", word_with(view->words, view->arena, "therapists-updated", "date", date),
                        call);
}
