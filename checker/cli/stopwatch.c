#include "cli/stopwatch.h"

#include "base/clock.h"
#include "base/trouble.h"

void stopwatch_lap(struct stopwatch *watch, const char *name) {
	int64_t time = clock_now();
	if (watch->n && !watch->laps[watch->n - 1].end) watch->laps[watch->n - 1].end = time;
	if (!name) return;
	if (watch->n == STOPWATCH_LAPS) bug("more laps than the stopwatch has");
	watch->laps[watch->n++] = (struct lap){.name = name, .begin = time};
}
