/* The pool of workers under signals: what ends it, and that nothing is left behind. */
#include "workers_fixture.h"

/* --- signals ---------------------------------------------------------------------------------- */

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
		struct workers job = {
			.jobs = 2, .item_count = 4, .work = work_forever, .done = done_note, .data = f};
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

static void catch (int signal_number) {
	caught = signal_number;
}

static void work_stop_us(void *data, struct arena *a, size_t item, struct buf *out) {
	(void)data, (void)a, (void)out;
	if (item == 0) kill(getppid(), SIGTERM);
	for (;;) pause();
}

static void a_caller_that_survives_is_told(void **state) {
	struct fixture *f = *state;
	struct workers job = {
		.jobs = 2, .item_count = 4, .work = work_stop_us, .done = done_note, .data = f};
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
		struct worker_limits limits = {.wall_seconds = 6};
		struct workers job = {
			.jobs = 1, .item_count = 2, .work = work_half_a_second, .limits = limits};
		setpgid(0, 0);
		job.done = done_note;
		job.data = f;
		f->shared[0] = 1;
		workers_run(&job);
		_exit(f->results[0].status == WORKER_OK && f->results[1].status == WORKER_OK ? 0 : 1);
	}
	wait_until(&f->shared[0]);
	struct timespec a_bit = {.tv_nsec = 150 * 1000 * 1000}, long_enough = {.tv_sec = 7};
	nanosleep(&a_bit, NULL);
	kill(-pid, SIGSTOP);
	nanosleep(&long_enough, NULL);
	kill(-pid, SIGCONT);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(a_signal_ends_the_workers),
		TEST(an_ignored_signal_ends_nothing),
		TEST(a_caller_that_survives_is_told),
		TEST(ended_children_may_be_ignored),
		TEST(a_stop_of_the_whole_run_is_not_the_items_time),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
