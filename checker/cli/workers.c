#include "cli/workers.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <sched.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/trouble.h"
#include "cli/worker.h"

enum {
	/* How long a Ctrl-C may wait. */
	TICK_MS = 100,
	/* A round that takes longer means that this process was stopped or starved: that is not the
	 * workers' time. */
	LONG_ROUND_MS = 1000,
};

struct pool {
	const struct workers *job;
	struct arena *arena;
	struct worker *workers;
	size_t worker_count;
	struct pollfd *fds; /* two for each worker: its channel, its stderr */
	size_t next_item, ended_items;
	int64_t last_round;
	sigset_t stoppers; /* signals that end the run, blocked while it goes on */
	sigset_t old_mask;
	struct sigaction old_child_action;
};

static int64_t now_ms(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- signals ---------------------------------------------------------------------------------- */

/* The stoppers stay pending until the workers are gone: no handler, no global state. One that is
 * ignored (by nohup) stays without effect. */
static void block_signals(struct pool *pool) {
	static const int stoppers[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action;
	sigemptyset(&pool->stoppers);
	for (size_t i = 0; i < sizeof stoppers / sizeof stoppers[0]; i++)
		if (sigaction(stoppers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(&pool->stoppers, stoppers[i]);
	sigprocmask(SIG_BLOCK, &pool->stoppers, &pool->old_mask);
	/* Where SIGCHLD is ignored, the system forgets how a child ended. */
	sigaction(SIGCHLD, &(struct sigaction){.sa_handler = SIG_DFL}, &pool->old_child_action);
}

static void unblock_signals(struct pool *pool) {
	sigaction(SIGCHLD, &pool->old_child_action, NULL);
	sigprocmask(SIG_SETMASK, &pool->old_mask, NULL); /* what is pending happens here */
}

static bool is_interrupted(const struct pool *pool) {
	sigset_t pending;
	sigpending(&pending);
	for (int s = 1; s < NSIG; s++)
		if (sigismember(&pending, s) == 1 && sigismember(&pool->stoppers, s) == 1) return true;
	return false;
}

/* --- why an item is lost ---------------------------------------------------------------------- */

static const char *size_text(struct arena *a, uint64_t bytes) {
	const uint64_t mega = 1 << 20, giga = 1 << 30;
	if (bytes % giga == 0) return arena_printf(a, "%" PRIu64 " GB", bytes / giga);
	return arena_printf(a, "%" PRIu64 " MB", (bytes + mega - 1) / mega);
}

static bool tail_has(const struct worker *worker, const char *text) {
	return memmem(worker->tail, worker->tail_n, text, strlen(text)) != NULL;
}

/* Says who died of the limit: arena.c, the C++ library or LLVM; or it was near it. */
static bool ran_out_of_memory(const struct worker *worker, const struct worker_end *end,
                              uint64_t limit) {
	return tail_has(worker, "out of memory") || tail_has(worker, "bad_alloc") ||
	       tail_has(worker, "Cannot allocate memory") ||
	       (limit && end->most_memory >= limit / 4 * 3);
}

/* The last message of our own that the worker printed, with ": " before it; else "". */
static const char *last_words(struct arena *a, const struct worker *worker) {
	static const char mark[] = "closewait: ";
	const char *tail = arena_copy(a, worker->tail, worker->tail_n), *message = NULL;
	for (const char *p = tail; (p = strstr(p, mark)); p = message) message = p + sizeof mark - 1;
	return message ? arena_printf(a, ": %.*s", (int)strcspn(message, "\n"), message) : "";
}

static void explain_end(struct arena *a, const struct worker *worker, const struct worker_end *end,
                        const struct worker_limits *limits, struct worker_result *result) {
	bool by_signal = end->wait_status != -1 && WIFSIGNALED(end->wait_status);
	int number = by_signal ? WTERMSIG(end->wait_status) : 0;
	if (number == SIGXCPU) {
		result->status = WORKER_TIMEOUT;
		result->reason = arena_printf(a, "needed more than %" PRIu32 " s of processor time",
		                              limits->cpu_seconds);
	} else if (ran_out_of_memory(worker, end, limits->memory_bytes)) {
		result->status = WORKER_MEMORY;
		result->reason = "needed more memory than there is";
		if (limits->memory_bytes)
			result->reason =
				arena_printf(a, "needed more than %s", size_text(a, limits->memory_bytes));
	} else if (by_signal) {
		result->status = WORKER_CRASHED;
		result->signal = number;
		result->reason =
			arena_printf(a, "the parser crashed (signal %d)%s", number, last_words(a, worker));
	} else {
		result->status = WORKER_CRASHED;
		result->reason = arena_printf(a, "the parser gave up%s", last_words(a, worker));
	}
}

/* --- items ------------------------------------------------------------------------------------ */

static void start_worker(struct pool *pool, struct worker *worker) {
	if (worker_start(worker, pool->job, pool->workers, pool->worker_count, &pool->old_mask)) return;
	for (size_t i = 0; i < pool->worker_count; i++)
		if (pool->workers[i].pid) return; /* the others do the rest */
	fatal("cannot start a worker process: %s", strerror(errno));
}

static void give(struct pool *pool, struct worker *worker, size_t item);

static void report_lost(struct pool *pool, struct worker_result *result) {
	pool->ended_items++;
	pool->job->done(pool->job->data, result);
}

/* The worker is gone, or must go, without having done its item; reason NULL: it is to be found
 * out. */
static void lose(struct pool *pool, struct worker *worker, enum worker_status status,
                 const char *reason) {
	struct arena_mark mark = arena_mark(pool->arena);
	struct worker_result result = {.item = worker->item, .status = status, .reason = reason};
	bool was_busy = worker->is_busy, is_fresh = worker->done == 0;
	struct worker_end end = worker_stop(worker);
	worker->is_busy = false;
	if (!reason) explain_end(pool->arena, worker, &end, &pool->job->limits, &result);
	bool may_retry = was_busy && !is_fresh && result.status != WORKER_TIMEOUT;
	if (may_retry) start_worker(pool, worker);
	if (may_retry && worker->pid) give(pool, worker, result.item);
	else if (was_busy) report_lost(pool, &result);
	arena_reset(pool->arena, mark);
}

static void give(struct pool *pool, struct worker *worker, size_t item) {
	uint32_t seconds = pool->job->limits.wall_seconds;
	worker->deadline = seconds ? now_ms() + (int64_t)seconds * 1000 : INT64_MAX;
	if (!worker_give(worker, item)) lose(pool, worker, WORKER_CRASHED, NULL);
}

static void finish(struct pool *pool, struct worker *worker) {
	struct worker_result result = {
		.item = worker->item,
		.status = WORKER_OK,
		.output = worker->output,
		.output_n = worker->output_n,
	};
	worker->is_busy = false;
	worker->done++;
	pool->ended_items++;
	pool->job->done(pool->job->data, &result);
	arena_reset(worker->arena, (struct arena_mark){0});
}

/* Gives every idle worker an item, starting those that are missing. */
static void give_items(struct pool *pool) {
	for (size_t i = 0; i < pool->worker_count; i++) {
		struct worker *worker = &pool->workers[i];
		if (worker->is_busy || pool->next_item == pool->job->item_count) continue;
		if (!worker->pid) start_worker(pool, worker);
		if (worker->pid) give(pool, worker, pool->next_item++);
	}
}

/* --- the loop --------------------------------------------------------------------------------- */

/* How long nothing can become due. */
static int patience(const struct pool *pool, int64_t now) {
	int64_t wait = TICK_MS;
	for (size_t i = 0; i < pool->worker_count; i++) {
		const struct worker *worker = &pool->workers[i];
		if (worker->is_busy && worker->deadline - now < wait) wait = worker->deadline - now;
	}
	return wait > 0 ? (int)wait : 0;
}

static void wait_for_workers(struct pool *pool) {
	for (size_t i = 0; i < pool->worker_count; i++) {
		const struct worker *worker = &pool->workers[i];
		/* poll() passes over negative descriptors. */
		pool->fds[2 * i] =
			(struct pollfd){.fd = worker->pid ? worker->channel : -1, .events = POLLIN};
		pool->fds[2 * i + 1] =
			(struct pollfd){.fd = worker->pid ? worker->errors : -1, .events = POLLIN};
	}
	int ready = poll(pool->fds, 2 * pool->worker_count, patience(pool, now_ms()));
	if (ready < 0 && errno != EINTR) fatal("cannot wait for the workers: %s", strerror(errno));
	if (ready > 0) return;
	for (size_t i = 0; i < 2 * pool->worker_count; i++) pool->fds[i].revents = 0;
}

static void attend(struct pool *pool, struct worker *worker, const struct pollfd *channel,
                   const struct pollfd *errors) {
	if (errors->revents) worker_hear(worker);
	if (!channel->revents) return;
	switch (worker_receive(worker)) {
	case WORKER_UNFINISHED: break;
	case WORKER_ANSWERED: finish(pool, worker); break;
	case WORKER_GONE: lose(pool, worker, WORKER_CRASHED, NULL); break;
	case WORKER_GARBLED: lose(pool, worker, WORKER_CRASHED, "the parser garbled its answer"); break;
	}
}

static void end_overdue(struct pool *pool, int64_t now) {
	if (now - pool->last_round > LONG_ROUND_MS)
		for (size_t i = 0; i < pool->worker_count; i++)
			if (pool->workers[i].deadline != INT64_MAX)
				pool->workers[i].deadline += now - pool->last_round;
	pool->last_round = now;
	for (size_t i = 0; i < pool->worker_count; i++) {
		struct worker *worker = &pool->workers[i];
		if (!worker->is_busy || worker->deadline > now) continue;
		struct arena_mark mark = arena_mark(pool->arena);
		lose(pool, worker, WORKER_TIMEOUT,
		     arena_printf(pool->arena, "took longer than %" PRIu32 " s",
		                  pool->job->limits.wall_seconds));
		arena_reset(pool->arena, mark);
	}
}

/* Returns whether all items were done. */
static bool run(struct pool *pool) {
	pool->last_round = now_ms();
	while (pool->ended_items < pool->job->item_count) {
		if (is_interrupted(pool)) return false;
		give_items(pool);
		wait_for_workers(pool);
		if (is_interrupted(pool)) return false; /* before anybody's end is taken for a crash */
		for (size_t i = 0; i < pool->worker_count; i++)
			if (pool->fds[2 * i].fd >= 0)
				attend(pool, &pool->workers[i], &pool->fds[2 * i], &pool->fds[2 * i + 1]);
		end_overdue(pool, now_ms());
	}
	return true;
}

bool workers_run(const struct workers *job) {
	if (!job->jobs) bug("items without workers");
	size_t count = job->jobs < job->item_count ? job->jobs : job->item_count;
	struct arena *a = arena_new("the workers");
	struct pool pool = {
		.job = job,
		.arena = a,
		.workers = ARENA_ARRAY(a, struct worker, count),
		.worker_count = count,
		.fds = ARENA_ARRAY(a, struct pollfd, 2 * count),
	};
	block_signals(&pool);
	bool all_done = run(&pool);
	for (size_t i = 0; i < count; i++)
		if (pool.workers[i].pid) worker_stop(&pool.workers[i]);
	arena_free(a);
	unblock_signals(&pool);
	return all_done;
}

uint32_t workers_cpu_count(void) {
#ifdef __linux__
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0)
		return (uint32_t)CPU_COUNT(&set);
#endif
	long online = sysconf(_SC_NPROCESSORS_ONLN);
	return online > 0 ? (uint32_t)online : 1;
}
