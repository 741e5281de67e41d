/* The time that passes. Floor 0: libc only. */
#ifndef CLOSEWAIT_BASE_CLOCK_H
#define CLOSEWAIT_BASE_CLOCK_H

#include <stdint.h>

/* Nanoseconds by the monotonic clock, since some moment. */
int64_t clock_now(void);

#endif
