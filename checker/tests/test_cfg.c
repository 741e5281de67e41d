/* The graph of blocks and the liveness of temporaries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ir/cfg.h"

static int set_up(void **state) {
	*state = arena_new("test");
	return 0;
}

static int tear_down(void **state) {
	arena_free(*state);
	return 0;
}

/* The graph of the one function that text defines. */
static struct cfg *graph_of(struct arena *a, const char *text) {
	const char *error;
	const char *whole =
		arena_printf(a, "unit \"a.c\"\nfunc @f($p ptr, $n int) int {\n  var $x int\n%s}\n", text);
	struct ir_unit *unit = ir_read(a, intern_new(a), "t.ir", whole, strlen(whole), &error);
	if (!unit) fail_msg("%s", error);
	error = ir_verify(a, unit);
	if (error) fail_msg("%s", error);
	return cfg_new(a, &unit->functions.items[0]);
}

static const char *list(struct arena *a, struct cfg_blocks blocks) {
	struct buf out = BUF_IN(a);
	for (uint32_t i = 0; i < blocks.n; i++)
		buf_printf(&out, "%s%u", i ? " " : "", (unsigned)blocks.items[i]);
	return buf_text(&out);
}

/* The temporaries that are live where is_live says so. */
static const char *live(struct arena *a, const struct cfg *cfg, uint32_t block,
                        bool (*is_live)(const struct cfg *, uint32_t, uint32_t)) {
	struct buf out = BUF_IN(a);
	for (uint32_t t = 0; t < cfg->f->temp_count; t++)
		if (is_live(cfg, block, t)) buf_printf(&out, "%s%u", out.n ? " " : "", (unsigned)t);
	return buf_text(&out);
}

static const char *live_after(struct arena *a, const struct cfg *cfg, uint32_t block,
                              uint32_t instr) {
	struct buf out = BUF_IN(a);
	for (uint32_t t = 0; t < cfg->f->temp_count; t++)
		if (cfg_live_after(cfg, block, instr, t))
			buf_printf(&out, "%s%u", out.n ? " " : "", (unsigned)t);
	return buf_text(&out);
}

/* --- the graph -------------------------------------------------------------------------------- */

static void orders_a_diamond(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: br eq 1, 2, b1, b2\n"
	                                         "b1: jump b3\n"
	                                         "b2: jump b3\n"
	                                         "b3: ret 0\n");
	assert_string_equal(list(*state, cfg->preds[0]), "");
	assert_string_equal(list(*state, cfg->preds[1]), "0");
	assert_string_equal(list(*state, cfg->preds[3]), "1 2");
	assert_int_equal(cfg->order.n, 4);
	assert_int_equal(cfg->position[0], 0);
	assert_int_equal(cfg->position[3], 3);
}

static void orders_a_loop_by_its_head(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: jump b3\n"
	                                         "b1: jump b3\n"
	                                         "b2: ret 0\n"
	                                         "b3: br eq 1, 2, b1, b2\n");
	assert_string_equal(list(*state, cfg->preds[3]), "0 1");
	assert_int_equal(cfg->position[0], 0);
	assert_int_equal(cfg->position[3], 1);
	assert_true(cfg->position[1] > 1 && cfg->position[2] > 1);
}

static void knows_what_cannot_be_reached(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: jump b2\n"
	                                         "b1: jump b2\n"
	                                         "b2: ret 0\n");
	assert_string_equal(list(*state, cfg->order), "0 2");
	assert_int_equal(cfg->position[1], CFG_NONE);
	assert_string_equal(list(*state, cfg->preds[2]), "0 1");
}

static void counts_a_predecessor_once(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: switch 1 [1: b1, 2: b2, 3: b1, else: b1]\n"
	                                         "b1: br eq 1, 2, b1, b1\n"
	                                         "b2: any [b1, b2]\n");
	assert_string_equal(list(*state, cfg->preds[1]), "0 1 2");
	assert_string_equal(list(*state, cfg->preds[2]), "0 2");
}

static void walks_a_long_chain(void **state) {
	enum { BLOCKS = 100000 };
	struct buf text = BUF_IN(*state);
	buf_add(&text, "b0: %0 = load $p\njump b1\n");
	for (int b = 1; b < BLOCKS; b++) buf_printf(&text, "b%d: jump b%d\n", b, b + 1);
	buf_printf(&text, "b%d: ret %%0\n", BLOCKS);
	const struct cfg *cfg = graph_of(*state, buf_text(&text));
	assert_int_equal(cfg->order.n, BLOCKS + 1);
	assert_int_equal(cfg->order.items[BLOCKS], BLOCKS);
	assert_true(cfg_live_out(cfg, 0, 0));
	assert_true(cfg_live_in(cfg, BLOCKS, 0));
}

/* --- liveness --------------------------------------------------------------------------------- */

static void a_temp_lives_to_its_last_read(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0:\n"
	                                         "  %0 = load $p\n"      /* 0 */
	                                         "  %1 = load *%0[1]\n"  /* 1 */
	                                         "  store *%0, %1\n"     /* 2 */
	                                         "  %2 = call *%1(%2)\n" /* 3 */
	                                         "  %3 = copy 1\n"       /* 4: never read */
	                                         "  ret %2\n");          /* 5 */
	assert_int_equal(cfg->crossing_count, 1); /* %2, read before it is written */
	assert_string_equal(live(*state, cfg, 0, cfg_live_in), "2");
	assert_string_equal(live_after(*state, cfg, 0, 0), "0 2");
	assert_string_equal(live_after(*state, cfg, 0, 1), "0 1 2");
	assert_string_equal(live_after(*state, cfg, 0, 2), "1 2");
	assert_string_equal(live_after(*state, cfg, 0, 3), "2");
	assert_string_equal(live_after(*state, cfg, 0, 4), "2");
	assert_string_equal(live_after(*state, cfg, 0, 5), "");
	assert_string_equal(live(*state, cfg, 0, cfg_live_out), "");
}

static void every_kind_of_read_counts(void **state) {
	const struct cfg *cfg = graph_of(
		*state, "b0: %0 = copy 0 %1 = copy 0 %2 = copy 0 %3 = copy 0 %4 = copy 0 %5 = copy 0\n"
				"  %6 = copy 0 %7 = copy 0 jump b1\n"
				"b1: blit *%0, *%1 store *%2, %3 call *%4(1, %5) br eq %6, %7, b2, b3\n"
				"b2: %0 = copy 0 switch %0 [else: b0]\n"
				"b3: ret %1\n");
	assert_string_equal(live(*state, cfg, 1, cfg_live_in), "0 1 2 3 4 5 6 7");
	assert_string_equal(live(*state, cfg, 2, cfg_live_in), "");
	assert_string_equal(live(*state, cfg, 3, cfg_live_in), "1");
	assert_string_equal(live(*state, cfg, 1, cfg_live_out), "1");
	assert_true(cfg_live_after(cfg, 2, 0, 0));
	assert_false(cfg_live_after(cfg, 2, 1, 0));
}

static void a_temp_written_in_two_arms_lives_behind_both(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: %0 = load $n br eq %0, 0, b1, b2\n"
	                                         "b1: %1 = load $p jump b3\n"
	                                         "b2: %1 = copy 0 %2 = copy 1 jump b3\n"
	                                         "b3: store $x, %1 ret 0\n");
	assert_int_equal(cfg->crossing_count, 1);
	assert_int_equal(cfg->crossing[0], 1);
	assert_string_equal(live(*state, cfg, 0, cfg_live_out), "");
	assert_string_equal(live(*state, cfg, 1, cfg_live_out), "1");
	assert_string_equal(live(*state, cfg, 2, cfg_live_out), "1");
	assert_string_equal(live(*state, cfg, 3, cfg_live_in), "1");
	assert_true(cfg_crossing_live_in(cfg, 3, 0));
	assert_false(cfg_crossing_live_in(cfg, 1, 0));
	assert_true(cfg_crossing_live_out(cfg, 1, 0));
	assert_string_equal(live_after(*state, cfg, 2, 0), "1");
	assert_string_equal(live_after(*state, cfg, 3, 0), "");
}

static void a_temp_lives_around_a_loop(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: %0 = load $p %1 = load $n jump b1\n"
	                                         "b1: br gt %1, 0, b2, b3\n"
	                                         "b2: %2 = load *%0 %1 = sub %1, %2 jump b1\n"
	                                         "b3: ret %1\n");
	assert_string_equal(live(*state, cfg, 0, cfg_live_out), "0 1");
	assert_string_equal(live(*state, cfg, 1, cfg_live_in), "0 1");
	assert_string_equal(live(*state, cfg, 2, cfg_live_out), "0 1");
	assert_string_equal(live(*state, cfg, 3, cfg_live_in), "1");
	assert_string_equal(live_after(*state, cfg, 2, 0), "0 1 2");
	assert_string_equal(live_after(*state, cfg, 2, 1), "0 1");
}

static void a_loop_within_a_loop_needs_more_than_one_round(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: %0 = load $p jump b1\n"
	                                         "b1: br eq 1, 2, b2, b6\n"
	                                         "b2: jump b3\n"
	                                         "b3: br eq 1, 2, b4, b5\n"
	                                         "b4: jump b3\n"
	                                         "b5: br eq 1, 2, b2, b1\n"
	                                         "b6: ret %0\n"
	                                         "b7: store *%0, 1 jump b6\n");
	for (uint32_t b = 1; b <= 6; b++) assert_true(cfg_live_in(cfg, b, 0));
	assert_true(cfg_live_in(cfg, 7, 0));
	assert_true(cfg_live_out(cfg, 4, 0));
	assert_false(cfg_live_in(cfg, 0, 0));
	assert_false(cfg_live_out(cfg, 6, 0));
}

static void more_temps_cross_than_a_word_has_bits(void **state) {
	struct buf text = BUF_IN(*state);
	buf_add(&text, "b0:\n");
	for (int t = 0; t < 200; t++) buf_printf(&text, "%%%d = load $p\n", t);
	buf_add(&text, "jump b1\nb1:\n");
	for (int t = 0; t < 200; t += 2) buf_printf(&text, "store $x, %%%d\n", t);
	buf_add(&text, "ret 0\n");
	const struct cfg *cfg = graph_of(*state, buf_text(&text));
	assert_int_equal(cfg->crossing_count, 100);
	for (uint32_t t = 0; t < 200; t++) {
		assert_int_equal(cfg_live_in(cfg, 1, t), t % 2 == 0);
		assert_int_equal(cfg_live_after(cfg, 1, 50, t), t % 2 == 0 && t > 100);
	}
}

static void a_function_without_temps_has_no_live_ones(void **state) {
	const struct cfg *cfg = graph_of(*state, "b0: ret 0\n");
	assert_int_equal(cfg->crossing_count, 0);
	assert_int_equal(cfg->set_words, 0);
	assert_int_equal(cfg->order.n, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(orders_a_diamond),
		TEST(orders_a_loop_by_its_head),
		TEST(knows_what_cannot_be_reached),
		TEST(counts_a_predecessor_once),
		TEST(walks_a_long_chain),
		TEST(a_temp_lives_to_its_last_read),
		TEST(every_kind_of_read_counts),
		TEST(a_temp_written_in_two_arms_lives_behind_both),
		TEST(a_temp_lives_around_a_loop),
		TEST(a_loop_within_a_loop_needs_more_than_one_round),
		TEST(more_temps_cross_than_a_word_has_bits),
		TEST(a_function_without_temps_has_no_live_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
