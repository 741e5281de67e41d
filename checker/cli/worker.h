/* One worker process, as workers.c sees it. Private to workers.c, worker.c and worker_child.c.
 *
 * The two sides speak over a pair of connected sockets: down goes an item's number, up comes the
 * number again with the length of the output, and the output.
 */
#ifndef CLOSEWAIT_CLI_WORKER_H
#define CLOSEWAIT_CLI_WORKER_H

#include <signal.h>
#include <sys/types.h>

#include "cli/workers.h"

/* Of what a worker prints on stderr, the end is kept: there it says why it ends. */
enum { WORKER_TAIL_BYTES = 2048 };

/* Before each output. */
struct worker_header {
	uint64_t item, length;
};

struct worker {
	pid_t pid;   /* 0: there is none */
	int channel; /* our end of the pair; reading does not block */
	int errors;  /* our end of its stderr; reading does not block */
	size_t done; /* items that it has done */

	bool is_busy;
	size_t item;
	int64_t deadline; /* by the caller's clock */

	struct arena *arena; /* for the output */
	struct worker_header header;
	size_t header_n; /* bytes of it that are there */
	char *output;
	size_t output_n;

	char tail[WORKER_TAIL_BYTES];
	size_t tail_n;
};

/* How a worker ended. */
struct worker_end {
	int wait_status;      /* of wait(2); -1 when it is not known */
	uint64_t most_memory; /* bytes that were in use at once */
};

/* Starts a process in worker; the others are there for it to close their channels. mask is the
 * signal mask that it runs with. False with errno set when the system has none left. */
bool worker_start(struct worker *worker, const struct workers *job, const struct worker *others,
                  size_t other_count, const sigset_t *mask);
/* Tells the worker which item to do. False when it is no longer there. */
bool worker_give(struct worker *worker, size_t item);

enum worker_answer { WORKER_UNFINISHED, WORKER_ANSWERED, WORKER_GONE, WORKER_GARBLED };
/* Takes what the worker has sent. WORKER_ANSWERED: output and output_n are that of the item. */
enum worker_answer worker_receive(struct worker *worker);
/* Takes what the worker has printed. */
void worker_hear(struct worker *worker);
/* Kills the worker, if it still lives, and waits for its end. */
struct worker_end worker_stop(struct worker *worker);

/* What a worker does: items from channel until it is closed. */
_Noreturn void worker_child(const struct workers *job, int channel, int errors);

#endif
