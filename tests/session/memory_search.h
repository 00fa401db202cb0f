/* memory_search.h - what another process has in its memory: heap, stacks of all threads, and registers.
 *
 * It looks for words that all begin alike, followed by a code of their own, and for numbers, written in units of one,
 * two or four bytes (UTF-8, UTF-16, UTF-32). */
#ifndef HEARTH_MEMORY_SEARCH_H
#define HEARTH_MEMORY_SEARCH_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base.h"

enum { WIDTHS = 3, CODES = 128, CODE_LETTERS = 7, NUMBERS = 2, NUMBER_DIGITS = 8, THREADS_MAX = 32 };

/* As they are, these stand in no memory that is searched: all letters and digits are one further on. */
static const char word_start_shifted[] = "rvbsusjohf";
static const char numbers_shifted[NUMBERS][NUMBER_DIGITS + 1] = {"84:25793", "84:93725"};

/* Letter `i` of a code: six digits of three letters, and one that makes every two codes differ in two letters or more,
 * since a search forgives one. '\0' behind the end. */
static inline char code_letter(int code, size_t i)
{
    int letters[CODE_LETTERS], check = 0;
    if (i >= CODE_LETTERS) return '\0';
    for (size_t at = CODE_LETTERS - 1; at-- > 0; code /= 3) letters[at] = code % 3;
    for (size_t at = 0; at < CODE_LETTERS - 1; at++) check += letters[at] * (at % 2 == 0 ? 1 : 2);
    letters[CODE_LETTERS - 1] = check % 3;
    return (char)('a' + letters[i]);
}

/* Letter `i` of the word with this code; '\0' behind its end. */
static inline char word_letter(int code, size_t i)
{
    size_t start = sizeof(word_start_shifted) - 1;
    return i < start ? (char)(word_start_shifted[i] - 1) : code_letter(code, i - start);
}

static inline void word_of(int code, char out[32])
{
    size_t i = 0;
    do out[i] = word_letter(code, i);
    while (out[i++]);
}

typedef struct Finds {
    int words[WIDTHS][CODES], numbers[WIDTHS][NUMBERS];
    int threads;
    size_t bytes;
} Finds;

static inline uint32_t unit_at(const unsigned char *at, size_t width)
{
    uint32_t whole = 0;
    uint16_t half = 0;
    if (width == 1) return *at;
    memcpy(&half, at, sizeof(half));
    if (width == 2) return half;
    memcpy(&whole, at, sizeof(whole));
    return whole;
}

/* The code of the word that stands at `at`; -1: none does. */
static inline int code_at(const unsigned char *at, size_t width)
{
    size_t start = sizeof(word_start_shifted) - 1;
    for (size_t i = 0; i < start; i++)
        if (unit_at(at + i * width, width) + 1 != (uint32_t)word_start_shifted[i]) return -1;
    int code = 0;
    for (size_t i = start; i < start + CODE_LETTERS - 1; i++) {
        uint32_t digit = unit_at(at + i * width, width) - 'a';
        if (digit > 2) return -1;
        code = code * 3 + (int)digit;
    }
    return code < CODES ? code : -1; /* whatever the last letter is */
}

static inline bool number_at(const unsigned char *at, size_t width, const char *shifted)
{
    for (size_t i = 0; i < NUMBER_DIGITS; i++)
        if (unit_at(at + i * width, width) + 1 != (uint32_t)shifted[i]) return false;
    return true;
}

enum { LONGEST = 4 * 20 }; /* bytes that a word takes at most */

/* Looks at `from` up to `count` bytes; LONGEST more can be read behind them. */
static inline void bytes_search(const unsigned char *from, size_t count, Finds *finds)
{
    for (const unsigned char *at = from; at < from + count; at++) {
        bool word = *at + 1 == word_start_shifted[0], number = *at + 1 == numbers_shifted[0][0];
        if (!word && !number) continue;
        for (size_t w = 0; w < WIDTHS; w++) {
            size_t width = (size_t)1 << w;
            int code = word ? code_at(at, width) : -1;
            if (code >= 0) finds->words[w][code]++;
            for (size_t i = 0; i < NUMBERS; i++)
                finds->numbers[w][i] += number && number_at(at, width, numbers_shifted[i]);
        }
    }
    finds->bytes += count;
}

static inline void area_search(int memory, uintptr_t from, uintptr_t to, Finds *finds)
{
    enum { CHUNK = 1 << 20 };
    static unsigned char chunk[CHUNK + LONGEST];
    for (uintptr_t at = from; at < to; at += CHUNK) {
        memset(chunk, 0, sizeof(chunk));
        size_t wanted = to - at < sizeof(chunk) ? to - at : sizeof(chunk);
        ssize_t got = pread(memory, chunk, wanted, (off_t)at);
        if (got > 0) bytes_search(chunk, (size_t)got < CHUNK ? (size_t)got : CHUNK, finds);
    }
}

/* All that can be written, and what has no file behind it. */
static inline bool maps_search(pid_t process, Finds *finds)
{
    char name[64], line[1024], rights[8], path[512];
    unsigned long from, to;
    snprintf(name, sizeof(name), "/proc/%d/mem", (int)process);
    int memory = open(name, O_RDONLY | O_CLOEXEC);
    snprintf(name, sizeof(name), "/proc/%d/maps", (int)process);
    FILE *maps = fopen(name, "r");
    if (memory < 0 || !maps) return false;
    while (fgets(line, sizeof(line), maps)) {
        path[0] = '\0';
        if (sscanf(line, "%lx-%lx %7s %*s %*s %*s %511s", &from, &to, rights, path) < 3 || rights[0] != 'r') continue;
        if (rights[1] == 'w' || path[0] == '\0') area_search(memory, from, to, finds);
    }
    fclose(maps);
    close(memory);
    return finds->bytes > 0;
}

/* Of a thread that stands still under ptrace: general, floating point and vector registers. */
static inline void registers_search(pid_t thread, Finds *finds)
{
    static const unsigned long sets[] = {1 /* NT_PRSTATUS */, 2 /* NT_PRFPREG */, 0x202 /* NT_X86_XSTATE */};
    static unsigned char registers[65536 + LONGEST];
    for (size_t i = 0; i < ARRAY_LEN(sets); i++) {
        struct iovec all = {registers, sizeof(registers) - LONGEST};
        memset(registers, 0, sizeof(registers));
        if (ptrace(PTRACE_GETREGSET, thread, sets[i], &all) == 0) bytes_search(registers, all.iov_len, finds);
    }
}

static inline int threads_of(pid_t process, pid_t out[THREADS_MAX])
{
    char name[64];
    int count = 0;
    snprintf(name, sizeof(name), "/proc/%d/task", (int)process);
    DIR *tasks = opendir(name);
    for (struct dirent *task; tasks && (task = readdir(tasks)) != NULL && count < THREADS_MAX;)
        if (task->d_name[0] != '.') out[count++] = (pid_t)atoi(task->d_name);
    if (tasks) closedir(tasks);
    return count;
}

/* Searches a process that has stopped itself. False if this machine does not let a parent look into its child. */
static inline bool process_search(pid_t process, Finds *finds)
{
    pid_t threads[THREADS_MAX];
    *finds = (Finds){.threads = threads_of(process, threads)};
    for (int i = 0; i < finds->threads; i++) {
        if (ptrace(PTRACE_SEIZE, threads[i], NULL, NULL) != 0) return false;
        ptrace(PTRACE_INTERRUPT, threads[i], NULL, NULL);
        while (waitpid(threads[i], NULL, __WALL) < 0 && errno == EINTR) continue;
        registers_search(threads[i], finds);
    }
    bool searched = maps_search(process, finds);
    for (int i = 0; i < finds->threads; i++) ptrace(PTRACE_DETACH, threads[i], NULL, NULL);
    return searched;
}

#endif
