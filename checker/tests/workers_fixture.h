/* A pool of workers and what became of its items, for the tests. */
#ifndef CLOSEWAIT_TESTS_WORKERS_FIXTURE_H
#define CLOSEWAIT_TESTS_WORKERS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/trouble.h"
#include "cli/workers.h"

enum { MOST_ITEMS = 2000 };

/* What the callbacks of a test share. */
struct fixture {
	struct arena *arena;
	struct worker_result results[MOST_ITEMS]; /* by item; texts copied to the arena */
	int told[MOST_ITEMS];                     /* how often done() was told of the item */
	size_t output_size;
	int *shared; /* memory that the workers share with us */
};

static inline void work_name(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a;
	buf_printf(out, "item %zu", item);
}

/* Of ten items four are lost, each in a way of its own. */
static inline void work_crash(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item % 10 == 3) raise(SIGSEGV);
	if (item % 10 == 6) bug("item %zu is odd", item);
	if (item % 10 == 7) _exit(0);
	if (item % 10 == 8) raise(SIGKILL);
	work_name(data, a, item, out);
}

static inline void work_half_a_second(void *data, struct arena *a, size_t item, struct buf *out) {
	clock_t until = clock() + CLOCKS_PER_SEC / 2;
	while (clock() < until) continue;
	work_name(data, a, item, out);
}

static inline void done_note(void *data, const struct worker_result *result) {
	struct fixture *f = data;
	struct worker_result *copy = &f->results[result->item];
	f->told[result->item]++;
	*copy = *result;
	copy->reason = result->reason ? arena_strdup(f->arena, result->reason) : NULL;
	copy->output = arena_copy(f->arena, result->output ? result->output : "", result->output_n);
}

static inline int open_descriptors(void) {
	int n = 0;
	DIR *fds = opendir("/proc/self/fd");
	while (fds && readdir(fds)) n++;
	if (fds) closedir(fds);
	return n;
}

/* Runs the job, and checks what always holds. */
static inline void run(struct fixture *f, struct workers job) {
	int descriptors = open_descriptors();
	job.data = f;
	job.done = done_note;
	assert_true(workers_run(&job));
	for (size_t i = 0; i < job.item_count; i++) assert_int_equal(f->told[i], 1);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
	assert_int_equal(open_descriptors(), descriptors);
}

static inline void assert_done(const struct fixture *f, size_t item) {
	assert_int_equal(f->results[item].status, WORKER_OK);
	assert_null(f->results[item].reason);
}

static inline void assert_lost(const struct fixture *f, size_t item, enum worker_status status,
                               const char *reason) {
	assert_string_equal(f->results[item].reason, reason);
	assert_int_equal(f->results[item].status, status);
}

static inline int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	f->arena = a;
	f->shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*state = f;
	return 0;
}

static inline int tear_down(void **state) {
	struct fixture *f = *state;
	munmap(f->shared, 4096);
	arena_free(f->arena);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
