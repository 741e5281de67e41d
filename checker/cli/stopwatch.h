/* How long each step of a run takes. The top: sees all. */
#ifndef CLOSEWAIT_CLI_STOPWATCH_H
#define CLOSEWAIT_CLI_STOPWATCH_H

#include <stddef.h>
#include <stdint.h>

enum { STOPWATCH_LAPS = 16 }; /* steps of the longest pipeline, and some */

struct lap {
	const char *name;
	int64_t begin, end; /* nanoseconds by the monotonic clock; end 0: it goes on */
};

/* A zeroed stopwatch has no laps. */
struct stopwatch {
	struct lap laps[STOPWATCH_LAPS];
	size_t n;
};

/* Ends the lap that goes on, and begins one with the name; NULL: none. */
void stopwatch_lap(struct stopwatch *watch, const char *name);

#endif
