#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/tell.h"

enum { SECOND = 1000 * 1000 * 1000, MINUTE = 60 };

struct progress progress_begin(bool quiet, size_t total) {
	const char *terminal = getenv("TERM");
	bool is_plain = !terminal || strcmp(terminal, "dumb") == 0;
	return (struct progress){
		.is_on = !quiet && !is_under_ci() && !is_plain && isatty(STDERR_FILENO),
		.total = total,
		.begin = clock_now(),
	};
}

/* What is left takes as long as what was done, in proportion; what was skipped took no time. */
static void add_time_left(struct buf *out, const struct progress *p, int64_t now) {
	size_t left = p->total - p->done, worked = p->done - p->skipped;
	if (!left || !worked || now - p->begin < (int64_t)PROGRESS_ESTIMATES_AFTER_SECONDS * SECOND)
		return;
	double seconds = (double)(now - p->begin) / SECOND * (double)left / (double)worked;
	if (seconds < 1.5 * MINUTE) buf_printf(out, ", about %.0f s left", seconds < 1 ? 1 : seconds);
	else buf_printf(out, ", about %.0f min left", seconds / MINUTE);
}

void progress_add_text(struct buf *out, const struct progress *p, int64_t now) {
	buf_printf(out, "%zu of %zu file%s", p->done, p->total, plural(p->total));
	add_time_left(out, p, now);
}

/* The cursor goes back to the start, so that a warning in between overwrites the line. */
void progress_say(const struct progress *progress, const char *what) {
	if (progress->is_on) fprintf(stderr, "closewait: %s\033[K\r", what);
}

static void show(const struct progress *progress) {
	if (!progress->is_on) return;
	struct arena *a = arena_new("the progress");
	struct buf text = BUF_IN(a);
	progress_add_text(&text, progress, clock_now());
	progress_say(progress, buf_text(&text));
	arena_free(a);
}

void progress_step(struct progress *progress) {
	progress->done++;
	show(progress);
}

void progress_skip(struct progress *progress) {
	progress->skipped++;
	progress_step(progress);
}

void progress_end(struct progress *progress) {
	if (progress->is_on) fputs("\033[K", stderr);
	progress->is_on = false;
}
