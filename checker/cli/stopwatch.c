#include "cli/stopwatch.h"

#include <time.h>

#include "base/trouble.h"

static int64_t now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void stopwatch_lap(struct stopwatch *watch, const char *name) {
	int64_t time = now();
	if (watch->n && !watch->laps[watch->n - 1].end) watch->laps[watch->n - 1].end = time;
	if (!name) return;
	if (watch->n == STOPWATCH_LAPS) bug("more laps than the stopwatch has");
	watch->laps[watch->n++] = (struct lap){.name = name, .begin = time};
}
