/* base.h - what every file may use: attributes and array length. */
#ifndef HEARTH_BASE_H
#define HEARTH_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

#if defined(__GNUC__)
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_at, first_at) __attribute__((__format__(__printf__, format_at, first_at)))
#define NO_RETURN __attribute__((noreturn))
#else
#define MUST_USE
#define PRINTF_LIKE(format_at, first_at)
#define NO_RETURN
#endif

/* Exit statuses. 75 is sysexits.h EX_TEMPFAIL: the supervisor starts us again. */
enum { EXIT_OK = 0, EXIT_PROBLEMS = 1, EXIT_UNREADABLE = 2, EXIT_USAGE = 64, EXIT_RESTART = 75 };

/* Checks what only a bug can break. Says where and aborts; the supervisor restarts us. */
#define CHECK(condition) ((condition) ? (void)0 : check_failed(__FILE__, __LINE__, #condition))
/* Prints where and what, and aborts. Only CHECK() calls it. */
NO_RETURN void check_failed(const char *file, int line, const char *condition);

/* Returns the smaller value; the larger; `value` moved to the nearest of the limits if it lies outside them. */
static inline int int_min(int a, int b) { return a < b ? a : b; }
static inline int64_t int64_min(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int int_max(int a, int b) { return a > b ? a : b; }
static inline int int_clamp(int value, int low, int high) { return int_max(low, int_min(value, high)); }

/* True unless `text` is NULL or "". Of an author's file with mistakes a required text may be "": that was reported. */
static inline bool text_is_there(const char *text) { return text && text[0] != '\0'; }

#endif
