#include "command/content.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "platform/platform.h"

Date content_today(void) { return civil_time(platform_wall_s()).date; }

void content_print_problems(Diags *diags, bool all)
{
    Diags shown = {0};
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        if (diag->level == DIAG_ERROR)
            diag_error(&shown, diag->at, diag->code, diag->hint, "%s", diag->message);
        else if (all && diag->level == DIAG_WARNING)
            diag_warn(&shown, diag->at, diag->code, diag->hint, "%s", diag->message);
    }
    diags_print(&shown, stderr);
    diags_free(&shown);
}

int content_exit(Verdict verdict)
{
    if (verdict == VERDICT_INSTALLED || verdict == VERDICT_SAME || verdict_is_ready(verdict)) return EXIT_OK;
    bool environment = verdict == VERDICT_REFUSED_UNREADABLE || verdict == VERDICT_REFUSED_DISK ||
                       verdict == VERDICT_REFUSED_SPACE || verdict == VERDICT_REFUSED_BUSY;
    return environment ? EXIT_UNREADABLE : EXIT_PROBLEMS;
}

static void print_numbers(const PackDiff *diff)
{
    for (size_t i = 0; i < diff->number_count; i++) {
        const NumberChange *number = &diff->numbers[i];
        printf("number   %s: %s -> %s\n", number->label, number->before ? number->before : "(none)",
               number->after ? number->after : "(none)");
    }
    for (size_t i = 0; i < diff->kept_count; i++) printf("same     %s: %s\n", diff->kept[i].label, diff->kept[i].after);
}

void content_print_diff(const PackDiff *diff)
{
    for (size_t i = 0; i < diff->page_count; i++) {
        const PageChange *page = &diff->pages[i];
        printf("%-8s %s%s%s%s\n", change_names[page->kind], page->title, page->langs[0] ? " (" : "", page->langs,
               page->langs[0] ? ")" : "");
    }
    print_numbers(diff);
    if (diff->langs_added[0]) printf("new languages: %s\n", diff->langs_added);
    if (diff->langs_removed[0]) printf("languages gone: %s\n", diff->langs_removed);
    if (diff->structure) printf("order, sections or titles change\n");
    printf("%zu %s added, %zu changed, %zu removed; %zu pictures, %zu recordings, %zu other files differ\n",
           diff->added, diff->is_site ? "entries" : "pages", diff->changed, diff->removed, diff->pictures, diff->sounds,
           diff->other_files);
}

static bool line_read(char *out, size_t size)
{
    bool ok = fgets(out, (int)size, stdin) != NULL && strchr(out, '\n') != NULL;
    if (ok) out[strcspn(out, "\r\n")] = '\0';
    return ok;
}

bool secret_ask(const char *question, char *out, size_t size)
{
    struct termios shown;
    if (tcgetattr(STDIN_FILENO, &shown) != 0) return line_read(out, size);
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)ECHO;
    fprintf(stderr, "%s: ", question);
    bool is_hidden = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    bool ok = is_hidden && line_read(out, size);
    if (is_hidden) (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    fputc('\n', stderr);
    return ok;
}
