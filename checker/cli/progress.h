/* What a run is doing, on a terminal: a line that is written over and leaves nothing behind. The top: sees all. */
#ifndef CLOSEWAIT_CLI_PROGRESS_H
#define CLOSEWAIT_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Before that, nobody knows how long it will take. */
enum { PROGRESS_ESTIMATES_AFTER_SECONDS = 2 };

struct progress {
	bool is_on;
	size_t done, skipped, total;
	int64_t begin; /* nanoseconds by the monotonic clock */
};

/* quiet: no progress in any case. There is none but on a terminal that can clear a line, nor under CI. */
struct progress progress_begin(bool quiet, size_t total);
/* One of the files is done; by work, or since there was nothing to do. */
void progress_step(struct progress *progress);
void progress_skip(struct progress *progress);
/* Says what is being done: "linking". Until progress_end(). */
void progress_say(const struct progress *progress, const char *what);
void progress_end(struct progress *progress);

/* Adds what is shown: "12 of 300 files, about 4 min left". now is by the clock of begin. */
void progress_add_text(struct buf *out, const struct progress *progress, int64_t now);

#endif
