/* unit.h - what every unit test includes first: cmocka, and the headers that it needs before itself. */
#ifndef HEARTH_UNIT_H
#define HEARTH_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
