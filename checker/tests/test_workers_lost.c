/* The pool of workers: items that crash, hang, or eat all memory. */
#include "workers_fixture.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif

/* --- trouble ---------------------------------------------------------------------------------- */

static void a_crash_loses_one_item(void **state) {
	struct fixture *f = *state;
	signal(SIGSEGV, SIG_DFL); /* a sanitizer's handler would turn it into an exit */
	signal(SIGABRT, SIG_DFL);
	for (uint32_t jobs = 1; jobs <= 4; jobs += 3) {
		memset(f->told, 0, sizeof f->told);
		run(f, (struct workers){.jobs = jobs, .item_count = 60, .work = work_crash});
		for (size_t i = 0; i < 60; i++) {
			const char *odd = arena_printf(
				f->arena, "the parser crashed (signal 6): internal error: item %zu is odd", i);
			if (i % 10 == 3) assert_lost(f, i, WORKER_CRASHED, "the parser crashed (signal 11)");
			else if (i % 10 == 6) assert_lost(f, i, WORKER_CRASHED, odd);
			else if (i % 10 == 7) assert_lost(f, i, WORKER_CRASHED, "the parser gave up");
			else if (i % 10 == 8)
				assert_lost(f, i, WORKER_CRASHED, "the parser crashed (signal 9)");
			else assert_done(f, i);
		}
		assert_int_equal(f->results[3].signal, SIGSEGV);
		assert_int_equal(f->results[7].signal, 0);
	}
}

static void work_crash_when_old(void *data, struct arena *a, size_t item, struct buf *out) {
	static int done_here;
	if (done_here++ == 3) abort();
	work_name(data, a, item, out);
}

static void an_item_is_not_lost_by_those_before_it(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 2, .item_count = 40, .work = work_crash_when_old});
	for (size_t i = 0; i < 40; i++) assert_done(f, i);
}

static void work_crash_once(void *data, struct arena *a, size_t item, struct buf *out) {
	struct fixture *f = data;
	if (item == 5 && f->shared[0]++ < 1) abort();
	if (item == 6) {
		f->shared[1]++;
		abort();
	}
	work_name(data, a, item, out);
}

static void an_item_is_tried_twice_at_most(void **state) {
	struct fixture *f = *state;
	signal(SIGABRT, SIG_DFL);
	run(f, (struct workers){.jobs = 1, .item_count = 8, .work = work_crash_once});
	assert_done(f, 5);
	assert_lost(f, 6, WORKER_CRASHED, "the parser crashed (signal 6)");
	assert_int_equal(f->shared[0], 2);
	assert_int_equal(f->shared[1], 2);
	assert_done(f, 7);
}

static void work_sleep(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item % 4 == 1) pause();
	if (item % 4 == 2)
		for (volatile int forever = 1; forever;) continue;
	work_name(data, a, item, out);
}

static void an_item_that_takes_too_long_is_lost(void **state) {
	struct fixture *f = *state;
	struct worker_limits limits = {.wall_seconds =
	                                   3}; /* others may wait that long for a processor */
	run(f, (struct workers){.jobs = 4, .item_count = 8, .work = work_sleep, .limits = limits});
	for (size_t i = 0; i < 8; i++) {
		if (i % 4 == 1 || i % 4 == 2) assert_lost(f, i, WORKER_TIMEOUT, "took longer than 3 s");
		else assert_done(f, i);
	}
}

static void work_spin(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item == 1)
		for (volatile int forever = 1; forever;) continue;
	work_name(data, a, item, out);
}

static void processor_time_is_limited_too(void **state) {
	struct fixture *f = *state;
	struct worker_limits limits = {.cpu_seconds = 1, .wall_seconds = 60};
	run(f, (struct workers){.jobs = 1, .item_count = 3, .work = work_spin, .limits = limits});
	assert_done(f, 0);
	assert_lost(f, 1, WORKER_TIMEOUT, "needed more than 1 s of processor time");
	assert_done(f, 2);
}

static void limits_are_of_an_item_and_not_of_a_worker(void **state) {
	struct fixture *f = *state;
	struct worker_limits limits = {.cpu_seconds = 1, .wall_seconds = 30};
	run(f,
	    (struct workers){.jobs = 1, .item_count = 8, .work = work_half_a_second, .limits = limits});
	for (size_t i = 0; i < 8; i++) assert_done(f, i);
}

#ifndef HAS_ADDRESS_SANITIZER
static void work_eat(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item == 1)
		for (;;) arena_alloc(a, 1 << 20);
	if (item == 2) arena_alloc(a, (size_t)3 << 30);
	if (item == 3) {
		/* As libclang does where it does not look at what malloc() returned. */
		volatile char *p; /* or the compiler sees that nobody needs the memory */
		while ((p = malloc(1 << 20)))
			for (size_t k = 0; k < 1 << 20; k += 1024) p[k] = 1;
		abort();
	}
	work_name(data, a, item, out);
}
#endif

static void an_item_that_needs_too_much_memory_is_lost(void **state) {
#ifdef HAS_ADDRESS_SANITIZER
	(void)state;
	skip();
#else
	struct fixture *f = *state;
	/* Much more than what is mapped before anything is done: libclang alone is several hundred MB. */
	struct worker_limits limits = {.memory_bytes = (uint64_t)1 << 31};
	run(f, (struct workers){.jobs = 1, .item_count = 5, .work = work_eat, .limits = limits});
	assert_done(f, 0);
	for (size_t i = 1; i <= 3; i++) assert_lost(f, i, WORKER_MEMORY, "needed more than 2 GB");
	assert_done(f, 4);
	limits.memory_bytes = (uint64_t)1 << 30;
	memset(f->told, 0, sizeof f->told);
	run(f, (struct workers){.jobs = 2, .item_count = 3, .work = work_eat, .limits = limits});
	assert_lost(f, 2, WORKER_MEMORY, "needed more than 1 GB");
#endif
}

static void work_garble(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item == 2) /* what a worker with broken memory might do */
		for (int fd = 3; fd < 64; fd++) (void)!write(fd, "0123456789abcdef", 16);
	work_name(data, a, item, out);
}

static void a_garbled_answer_loses_the_item(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 1, .item_count = 4, .work = work_garble});
	assert_lost(f, 2, WORKER_CRASHED, "the parser garbled its answer");
	assert_done(f, 3);
}

static void work_last_words(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)item, (void)out;
	fprintf(stderr, "closewait: warning: first\n");
	for (int i = 0; i < 100000; i++) fprintf(stderr, "libclang: noise %d\n", i);
	fprintf(stderr, "closewait: error: the disk is made of cheese\nlibclang: more noise\n");
	exit(2);
}

static void the_last_words_are_the_reason(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 1, .item_count = 1, .work = work_last_words});
	assert_lost(f, 0, WORKER_CRASHED, "the parser gave up: error: the disk is made of cheese");
}

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(a_crash_loses_one_item),
		TEST(an_item_is_not_lost_by_those_before_it),
		TEST(an_item_is_tried_twice_at_most),
		TEST(an_item_that_takes_too_long_is_lost),
		TEST(processor_time_is_limited_too),
		TEST(limits_are_of_an_item_and_not_of_a_worker),
		TEST(an_item_that_needs_too_much_memory_is_lost),
		TEST(a_garbled_answer_loses_the_item),
		TEST(the_last_words_are_the_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
