/* The pool of workers: items that crash, hang, or eat all memory, and what must not be left behind. */
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

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif

enum { MOST_ITEMS = 2000 };

/* What the callbacks of a test share. */
struct fixture {
	struct arena *arena;
	struct worker_result results[MOST_ITEMS]; /* by item; texts copied to the arena */
	int told[MOST_ITEMS];                     /* how often done() was told of the item */
	size_t output_size;
	int *shared; /* memory that the workers share with us */
};

static void work_name(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a;
	buf_printf(out, "item %zu", item);
}

static void done_note(void *data, const struct worker_result *result) {
	struct fixture *f = data;
	struct worker_result *copy = &f->results[result->item];
	f->told[result->item]++;
	*copy = *result;
	copy->reason = result->reason ? arena_strdup(f->arena, result->reason) : NULL;
	copy->output = arena_copy(f->arena, result->output ? result->output : "", result->output_n);
}

static int open_descriptors(void) {
	int n = 0;
	DIR *fds = opendir("/proc/self/fd");
	while (fds && readdir(fds)) n++;
	if (fds) closedir(fds);
	return n;
}

/* Runs the job, and checks what always holds. */
static void run(struct fixture *f, struct workers job) {
	int descriptors = open_descriptors();
	job.data = f;
	job.done = done_note;
	assert_true(workers_run(&job));
	for (size_t i = 0; i < job.item_count; i++) assert_int_equal(f->told[i], 1);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
	assert_int_equal(open_descriptors(), descriptors);
}

static void assert_done(const struct fixture *f, size_t item) {
	assert_int_equal(f->results[item].status, WORKER_OK);
	assert_null(f->results[item].reason);
}

static void assert_lost(const struct fixture *f, size_t item, enum worker_status status, const char *reason) {
	assert_string_equal(f->results[item].reason, reason);
	assert_int_equal(f->results[item].status, status);
}

static int set_up(void **state) {
	struct arena *a = arena_new("test");
	struct fixture *f = ARENA_NEW(a, struct fixture);
	f->arena = a;
	f->shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*state = f;
	return 0;
}

static int tear_down(void **state) {
	struct fixture *f = *state;
	munmap(f->shared, 4096);
	arena_free(f->arena);
	return 0;
}

/* --- all is well ------------------------------------------------------------------------------------ */

static void every_item_is_done_once(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 4, .item_count = MOST_ITEMS, .work = work_name});
	for (size_t i = 0; i < MOST_ITEMS; i++) {
		assert_done(f, i);
		assert_string_equal(f->results[i].output, arena_printf(f->arena, "item %zu", i));
	}
}

static void there_may_be_more_jobs_than_items(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 64, .item_count = 3, .work = work_name});
	for (size_t i = 0; i < 3; i++) assert_done(f, i);
	run(f, (struct workers){.jobs = 64, .item_count = 0, .work = work_name});
}

static void work_count_process(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)item;
	buf_printf(out, "%ld", (long)getpid());
}

static void a_worker_takes_many_items(void **state) {
	struct fixture *f = *state;
	run(f, (struct workers){.jobs = 1, .item_count = 50, .work = work_count_process});
	for (size_t i = 1; i < 50; i++) assert_string_equal(f->results[i].output, f->results[0].output);
	assert_true(atol(f->results[0].output) != (long)getpid());
}

static void work_large(void *data, struct arena *a, size_t item, struct buf *out) {
	struct fixture *f = data;
	size_t n = item == 2 ? 0 : f->output_size + item;
	char *bytes = arena_alloc(a, n);
	for (size_t i = 0; i < n; i++) bytes[i] = (char)(i * 7 + item);
	buf_add_bytes(out, bytes, n);
}

static void outputs_may_be_large_or_empty(void **state) {
	struct fixture *f = *state;
	f->output_size = 5 << 20;
	run(f, (struct workers){.jobs = 3, .item_count = 9, .work = work_large});
	for (size_t i = 0; i < 9; i++) {
		assert_done(f, i);
		assert_int_equal(f->results[i].output_n, i == 2 ? 0 : f->output_size + i);
		for (size_t at = 0; at < f->results[i].output_n; at += 1000)
			assert_int_equal(f->results[i].output[at], (char)(at * 7 + i));
	}
}

static void work_noise(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a;
	char c;
	for (int i = 0; i < 20000; i++) {
		printf("noise on stdout\n");
		fprintf(stderr, "noise on stderr\n");
	}
	buf_printf(out, "%zu %zd", item, read(STDIN_FILENO, &c, 1));
}

static void what_workers_print_goes_nowhere(void **state) {
	struct fixture *f = *state;
	int saved_out = dup(1), saved_err = dup(2), saved_in = dup(0), pair[2];
	assert_int_equal(pipe(pair), 0);
	fflush(stdout);
	dup2(pair[1], 1);
	dup2(pair[1], 2);
	dup2(pair[0], 0);
	run(f, (struct workers){.jobs = 2, .item_count = 8, .work = work_noise});
	dup2(saved_out, 1);
	dup2(saved_err, 2);
	dup2(saved_in, 0);
	close(pair[1]);
	char c;
	assert_int_equal(read(pair[0], &c, 1), 0);
	close(pair[0]);
	close(saved_out), close(saved_err), close(saved_in);
	assert_string_equal(f->results[7].output, "7 0");
}

static void work_buffered(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)out;
	if (item % 2) fatal("no luck");
}

static void what_the_parent_has_buffered_is_written_once(void **state) {
	struct fixture *f = *state;
	FILE *file = tmpfile();
	fputs("once", file);
	run(f, (struct workers){.jobs = 2, .item_count = 6, .work = work_buffered});
	assert_lost(f, 1, WORKER_CRASHED, "the parser gave up: error: no luck");
	fflush(file);
	assert_int_equal(ftell(file), 4);
	fseek(file, 0, SEEK_END);
	assert_int_equal(ftell(file), 4);
	fclose(file);
}

static void work_descriptors(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)item;
	buf_printf(out, "%d", open_descriptors());
}

static void workers_do_not_hold_the_channels_of_others(void **state) {
	struct fixture *f = *state;
	struct fixture *alone = ARENA_NEW(f->arena, struct fixture);
	alone->arena = f->arena;
	run(alone, (struct workers){.jobs = 1, .item_count = 1, .work = work_descriptors});
	run(f, (struct workers){.jobs = 8, .item_count = 100, .work = work_descriptors});
	for (size_t i = 0; i < 100; i++) assert_string_equal(f->results[i].output, alone->results[0].output);
}

static void the_standard_streams_may_be_closed(void **state) {
	struct fixture *f = *state;
	int saved[3] = {fcntl(0, F_DUPFD, 10), fcntl(1, F_DUPFD, 10), fcntl(2, F_DUPFD, 10)};
	fflush(stdout);
	for (int i = 0; i < 3; i++) close(i);
	struct workers job = {.jobs = 3, .item_count = 30, .work = work_name, .done = done_note, .data = f};
	bool all_done = workers_run(&job);
	for (int i = 0; i < 3; i++) {
		dup2(saved[i], i);
		close(saved[i]);
	}
	assert_true(all_done);
	for (size_t i = 0; i < 30; i++) assert_done(f, i);
}

/* --- trouble ---------------------------------------------------------------------------------------- */

static void work_crash(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item % 10 == 3) raise(SIGSEGV);
	if (item % 10 == 6) bug("item %zu is odd", item);
	if (item % 10 == 7) _exit(0);
	if (item % 10 == 8) raise(SIGKILL);
	work_name(data, a, item, out);
}

static void a_crash_loses_one_item(void **state) {
	struct fixture *f = *state;
	signal(SIGSEGV, SIG_DFL); /* a sanitizer's handler would turn it into an exit */
	signal(SIGABRT, SIG_DFL);
	for (uint32_t jobs = 1; jobs <= 4; jobs += 3) {
		memset(f->told, 0, sizeof f->told);
		run(f, (struct workers){.jobs = jobs, .item_count = 60, .work = work_crash});
		for (size_t i = 0; i < 60; i++) {
			const char *odd = arena_printf(f->arena, "the parser crashed (signal 6): internal error: item %zu is odd", i);
			if (i % 10 == 3) assert_lost(f, i, WORKER_CRASHED, "the parser crashed (signal 11)");
			else if (i % 10 == 6) assert_lost(f, i, WORKER_CRASHED, odd);
			else if (i % 10 == 7) assert_lost(f, i, WORKER_CRASHED, "the parser gave up");
			else if (i % 10 == 8) assert_lost(f, i, WORKER_CRASHED, "the parser crashed (signal 9)");
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
	struct worker_limits limits = {.wall_seconds = 1};
	run(f, (struct workers){.jobs = 4, .item_count = 8, .work = work_sleep, .limits = limits});
	for (size_t i = 0; i < 8; i++) {
		if (i % 4 == 1 || i % 4 == 2) assert_lost(f, i, WORKER_TIMEOUT, "took longer than 1 s");
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

static void work_half_a_second(void *data, struct arena *a, size_t item, struct buf *out) {
	clock_t until = clock() + CLOCKS_PER_SEC / 2;
	while (clock() < until) continue;
	work_name(data, a, item, out);
}

static void limits_are_of_an_item_and_not_of_a_worker(void **state) {
	struct fixture *f = *state;
	struct worker_limits limits = {.cpu_seconds = 1, .wall_seconds = 3};
	run(f, (struct workers){.jobs = 1, .item_count = 8, .work = work_half_a_second, .limits = limits});
	for (size_t i = 0; i < 8; i++) assert_done(f, i);
}

#ifndef HAS_ADDRESS_SANITIZER
static void work_eat(void *data, struct arena *a, size_t item, struct buf *out) {
	if (item == 1)
		for (;;) arena_alloc(a, 1 << 20);
	if (item == 2) arena_alloc(a, (size_t)3 << 30);
	if (item == 3) {
		/* As libclang does where it does not look at what malloc() returned. */
		void *p;
		while ((p = malloc(1 << 20))) memset(p, 1, 1 << 20);
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
	struct worker_limits limits = {.memory_bytes = (uint64_t)1 << 29};
	run(f, (struct workers){.jobs = 1, .item_count = 5, .work = work_eat, .limits = limits});
	assert_done(f, 0);
	for (size_t i = 1; i <= 3; i++) assert_lost(f, i, WORKER_MEMORY, "needed more than 512 MB");
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

/* --- signals ---------------------------------------------------------------------------------------- */

/* Tells its process's number, then never ends. */
static void work_forever(void *data, struct arena *a, size_t item, struct buf *out) {
	struct fixture *f = data;
	(void)a, (void)out;
	f->shared[item] = (int)getpid();
	for (;;) pause();
}

static void wait_until(volatile int *flag) {
	struct timespec pause = {.tv_nsec = 5 * 1000 * 1000};
	while (!*flag) nanosleep(&pause, NULL);
}

/* Waits until the process is gone; a zombie counts as gone. */
static bool ends_soon(pid_t pid) {
	struct timespec pause = {.tv_nsec = 10 * 1000 * 1000};
	for (int i = 0; i < 500; i++) {
		char path[64], line[256] = "";
		snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
		FILE *stat = fopen(path, "r");
		if (!stat) return true;
		(void)!fgets(line, sizeof line, stat);
		fclose(stat);
		if (strstr(line, ") Z ")) return true;
		nanosleep(&pause, NULL);
	}
	return false;
}

/* A process with a pool of two workers, both at work; the workers' numbers are in f->shared. */
static pid_t start_run(struct fixture *f) {
	pid_t pid = fork();
	if (pid == 0) {
		struct workers job = {.jobs = 2, .item_count = 4, .work = work_forever, .done = done_note, .data = f};
		setpgid(0, 0);
		workers_run(&job);
		_exit(77);
	}
	wait_until(&f->shared[0]);
	wait_until(&f->shared[1]);
	return pid;
}

static void check_stopped_by(struct fixture *f, int signal_number, bool whole_group) {
	int status;
	f->shared[0] = f->shared[1] = 0;
	pid_t pid = start_run(f);
	assert_int_equal(kill(whole_group ? -pid : pid, signal_number), 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), signal_number);
	assert_true(ends_soon(f->shared[0]));
	assert_true(ends_soon(f->shared[1]));
	assert_int_equal(f->shared[2], 0); /* no worker was started anew */
}

static void a_signal_ends_the_workers(void **state) {
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGKILL};
	for (int i = 0; i < 4; i++) {
		check_stopped_by(*state, signals[i], false);
		check_stopped_by(*state, signals[i], true);
	}
}

static void an_ignored_signal_ends_nothing(void **state) {
	struct fixture *f = *state;
	signal(SIGHUP, SIG_IGN);
	pid_t pid = start_run(f);
	signal(SIGHUP, SIG_DFL);
	kill(-pid, SIGHUP);
	struct timespec while_it_polls = {.tv_nsec = 400 * 1000 * 1000};
	nanosleep(&while_it_polls, NULL);
	assert_int_equal(waitpid(pid, NULL, WNOHANG), 0);
	assert_int_equal(kill(f->shared[0], 0), 0);
	kill(pid, SIGTERM);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
	assert_true(ends_soon(f->shared[0]));
}

static volatile sig_atomic_t caught;

static void catch(int signal_number) {
	caught = signal_number;
}

static void work_stop_us(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)out;
	if (item == 0) kill(getppid(), SIGTERM);
	for (;;) pause();
}

static void a_caller_that_survives_is_told(void **state) {
	struct fixture *f = *state;
	struct workers job = {.jobs = 2, .item_count = 4, .work = work_stop_us, .done = done_note, .data = f};
	signal(SIGTERM, catch);
	assert_false(workers_run(&job));
	signal(SIGTERM, SIG_DFL);
	assert_int_equal(caught, SIGTERM);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	for (size_t i = 0; i < 4; i++) assert_int_equal(f->told[i], 0);
}

static void ended_children_may_be_ignored(void **state) {
	struct fixture *f = *state;
	signal(SIGCHLD, SIG_IGN);
	signal(SIGSEGV, SIG_DFL);
	run(f, (struct workers){.jobs = 2, .item_count = 10, .work = work_crash});
	signal(SIGCHLD, SIG_DFL);
	assert_lost(f, 3, WORKER_CRASHED, "the parser crashed (signal 11)");
}

static void a_stop_of_the_whole_run_is_not_the_items_time(void **state) {
	struct fixture *f = *state;
	int status;
	pid_t pid = fork();
	if (pid == 0) {
		struct worker_limits limits = {.wall_seconds = 2};
		struct workers job = {.jobs = 1, .item_count = 2, .work = work_half_a_second, .limits = limits};
		setpgid(0, 0);
		job.done = done_note;
		job.data = f;
		f->shared[0] = 1;
		workers_run(&job);
		_exit(f->results[0].status == WORKER_OK && f->results[1].status == WORKER_OK ? 0 : 1);
	}
	wait_until(&f->shared[0]);
	struct timespec a_bit = {.tv_nsec = 150 * 1000 * 1000}, long_enough = {.tv_sec = 3};
	nanosleep(&a_bit, NULL);
	kill(-pid, SIGSTOP);
	nanosleep(&long_enough, NULL);
	kill(-pid, SIGCONT);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void there_is_a_processor(void **state) {
	(void)state;
	assert_true(workers_cpu_count() >= 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(every_item_is_done_once),
		TEST(there_may_be_more_jobs_than_items),
		TEST(a_worker_takes_many_items),
		TEST(outputs_may_be_large_or_empty),
		TEST(what_workers_print_goes_nowhere),
		TEST(what_the_parent_has_buffered_is_written_once),
		TEST(workers_do_not_hold_the_channels_of_others),
		TEST(the_standard_streams_may_be_closed),
		TEST(a_crash_loses_one_item),
		TEST(an_item_is_not_lost_by_those_before_it),
		TEST(an_item_is_tried_twice_at_most),
		TEST(an_item_that_takes_too_long_is_lost),
		TEST(processor_time_is_limited_too),
		TEST(limits_are_of_an_item_and_not_of_a_worker),
		TEST(an_item_that_needs_too_much_memory_is_lost),
		TEST(a_garbled_answer_loses_the_item),
		TEST(the_last_words_are_the_reason),
		TEST(a_signal_ends_the_workers),
		TEST(an_ignored_signal_ends_nothing),
		TEST(a_caller_that_survives_is_told),
		TEST(ended_children_may_be_ignored),
		TEST(a_stop_of_the_whole_run_is_not_the_items_time),
		TEST(there_is_a_processor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
