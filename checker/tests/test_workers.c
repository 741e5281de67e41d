/* The pool of workers when all is well. */
#include "workers_fixture.h"

/* --- all is well ------------------------------------------------------------------------------ */

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
	for (size_t i = 0; i < 100; i++)
		assert_string_equal(f->results[i].output, alone->results[0].output);
}

static void the_standard_streams_may_be_closed(void **state) {
	struct fixture *f = *state;
	int saved[3] = {fcntl(0, F_DUPFD, 10), fcntl(1, F_DUPFD, 10), fcntl(2, F_DUPFD, 10)};
	fflush(stdout);
	for (int i = 0; i < 3; i++) close(i);
	struct workers job = {
		.jobs = 3, .item_count = 30, .work = work_name, .done = done_note, .data = f};
	bool all_done = workers_run(&job);
	for (int i = 0; i < 3; i++) {
		dup2(saved[i], i);
		close(saved[i]);
	}
	assert_true(all_done);
	for (size_t i = 0; i < 30; i++) assert_done(f, i);
}

static void there_is_a_processor(void **state) {
	(void)state;
	assert_true(workers_cpu_count() >= 1);
}

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
		TEST(there_is_a_processor),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
