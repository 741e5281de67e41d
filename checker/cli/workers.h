/* A pool of worker processes that take many items each. The top: sees all.
 *
 * Parsing may crash, hang, or eat all memory (libclang's or ours): then one item is lost, with its
 * reason, and the run goes on. A worker is a fork of this process, so it sees all that was there
 * when the pool was started. It reads from /dev/null, and what it prints goes nowhere.
 *
 * An item that kills a worker is tried once more in a fresh one if that worker had done others
 * before, so that what is lost does not depend on who did what before it.
 */
#ifndef CLOSEWAIT_CLI_WORKERS_H
#define CLOSEWAIT_CLI_WORKERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* 0: no limit. */
struct worker_limits {
	uint64_t memory_bytes; /* address space of a worker; not kept in builds with AddressSanitizer */
	uint32_t cpu_seconds;  /* of one item */
	uint32_t wall_seconds; /* of one item */
};

enum worker_status {
	WORKER_OK,
	WORKER_CRASHED, /* or ended without an answer */
	WORKER_TIMEOUT,
	WORKER_MEMORY
};

struct worker_result {
	size_t item;
	enum worker_status status;
	int signal;         /* WORKER_CRASHED: which one, or 0 */
	const char *reason; /* why it is lost: "took longer than 60 s"; NULL when it is not */
	const char *output; /* WORKER_OK: what work added to its buffer */
	size_t output_n;
};

struct workers {
	uint32_t jobs; /* how many processes at once; at least 1 */
	size_t item_count;
	struct worker_limits limits;
	/* Does one item, in a worker. a is released when the item is done; out is in it. */
	void (*work)(void *data, struct arena *a, size_t item, struct buf *out);
	/* Told of each item once, in this process and in any order. The result is gone when it
	 * returns. */
	void (*done)(void *data, const struct worker_result *result);
	void *data;
};

/* Does all the items, and leaves no process behind. A SIGINT, SIGTERM or SIGHUP ends the workers,
 * and then does here what it always does; should this process survive that, the items are not all
 * done and the result is false. */
bool workers_run(const struct workers *job);

/* How many processors this process may use: a good number of jobs. */
uint32_t workers_cpu_count(void);

#endif
