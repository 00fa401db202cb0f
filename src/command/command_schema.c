#include <stdio.h>
#include <string.h>

#include "base/fs.h"
#include "command/command.h"
#include "pack/pack.h"

typedef struct Options {
    bool is_markdown;
    const char *write_dir; /* NULL: to standard output */
} Options;

/* NULL, or what is wrong. */
static const char *options_read(Options *options, int argc, char **argv)
{
    for (int i = 1; i < argc; i += 2) {
        const char *value = i + 1 < argc ? argv[i + 1] : NULL;
        if (strcmp(argv[i], "--format") == 0) {
            if (!value || (strcmp(value, "json") != 0 && strcmp(value, "markdown") != 0))
                return "--format needs json or markdown after it";
            options->is_markdown = strcmp(value, "markdown") == 0;
        } else if (strcmp(argv[i], "--write") == 0) {
            if (!value) return "--write needs a folder after it";
            options->write_dir = value;
        } else {
            return argv[i][0] == '-' ? "there is no such option" : "it takes options only";
        }
    }
    return options->is_markdown && options->write_dir ? "--write writes JSON; leave --format out" : NULL;
}

static bool schema_write(const Schema *schema, const char *dir)
{
    Arena scratch = {0};
    char *name = arena_format(&scratch, "%s.json", schema->name);
    for (char *c = name; *c; c++)
        if (*c == ' ') *c = '-';
    const char *path = fs_join(&scratch, dir, name);
    FILE *file = fopen(path, "w");
    bool ok = file != NULL;
    if (file) {
        schema_print_json(&schema, 1, file);
        ok = ferror(file) == 0;
        ok = fclose(file) == 0 && ok;
    }
    if (!ok) perror(path);
    arena_free(&scratch);
    return ok;
}

static int schemas_write(const Schema *const *schemas, size_t count, const char *dir)
{
    if (!fs_make_dirs(dir)) {
        perror(dir);
        return EXIT_UNREADABLE;
    }
    for (size_t i = 0; i < count; i++)
        if (!schema_write(schemas[i], dir)) return EXIT_UNREADABLE;
    return EXIT_OK;
}

/* The sample as the item of a list that it is in a page. */
static void print_sample(const char *sample)
{
    const char *indent = "- ";
    while (*sample) {
        size_t length = strcspn(sample, "\n");
        printf("%s%.*s\n", length > 0 ? indent : "", (int)length, sample);
        sample += length + (sample[length] == '\n' ? 1 : 0);
        indent = "  ";
    }
}

static void print_markdown(const Schema *const *schemas, size_t count)
{
    printf("# The format of a pack\n\nMade by `make docs` from the tables that the program reads packs with: change "
           "those, "
           "not this file.\n`hearth check FOLDER` says of any pack what does not follow it.\n\n");
    schema_print_markdown(schemas, count, stdout);
    printf("## One block of each kind\n\n");
    size_t block_count;
    const BlockType *const *types = block_types(&block_count);
    for (size_t i = 0; i < block_count; i++) {
        printf("### %s\n\n%s\n\n```yaml\n", types[i]->name, types[i]->doc);
        print_sample(types[i]->sample);
        printf("```\n%s", i + 1 < block_count ? "\n" : "");
    }
}

static int schema_run(int argc, char **argv)
{
    Options options = {0};
    const char *problem = options_read(&options, argc, argv);
    if (problem) return command_usage(&command_schema, problem);
    size_t count;
    const Schema *const *schemas = pack_schemas(&count);
    if (options.write_dir) return schemas_write(schemas, count, options.write_dir);
    if (options.is_markdown)
        print_markdown(schemas, count);
    else
        schema_print_json(schemas, count, stdout);
    if (fflush(stdout) == 0 && !ferror(stdout)) return EXIT_OK;
    perror("hearth schema");
    return EXIT_UNREADABLE;
}

const Command command_schema = {
    .name = "schema",
    .arguments = "[--format json|markdown] [--write DIR]",
    .summary = "Prints the format of packs, for editors and for people",
    .help = "  --format json      JSON Schema (draft-07) of all files of a pack; this is the default\n"
            "  --format markdown  tables of every key, and a sample of every block\n"
            "  --write DIR        writes DIR/<name>.json, one for each kind of file, for an editor to refer to\n"
            "\n"
            "Exit status: 0 done, 2 could not write, 64 wrong usage.\n",
    .run = schema_run,
};
