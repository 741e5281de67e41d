/* The flow engine, driven by IR text: each testdata/flow/NAME.ir is one program, and NAME.summary says what is
 * found out of its functions: the summary as text, and as comments behind it what is lost, met and not seen.
 * UPDATE_GOLDEN=1 rewrites the summaries.
 *
 * Locations are the lines of the .ir file itself. After inserting lines:
 *
 *     awk '{ sub(/!0:[0-9]+:1/, "!0:" NR ":1") } 1' x.ir
 *
 * `# wrong: why` behind the head of a function says that the engine does not get it right yet. What stands in
 * the .summary is then what it should find out, written by hand, which UPDATE_GOLDEN keeps. One that heals fails
 * the test until its mark is taken away.
 */
#include <dirent.h>
#include <stdio.h>

#include "flow_fixture.h"

/* --- results as text -------------------------------------------------------------------------- */

static const char *manner_name(enum loss_manner manner) {
	switch (manner) {
	case LOSS_RETURN: return "by return";
	case LOSS_SCOPE: return "at the end of its scope";
	case LOSS_UNUSED: return "unused";
	case LOSS_OVERWRITTEN: return "overwritten";
	case LOSS_FREED: return "freed";
	case LOSS_RELEASED: return "with its wrapper";
	}
	return "?";
}

/* Adds the line unless it is there: a call is walked once for each state. */
static void add_once(struct buf *out, const char *line) {
	if (!strstr(buf_text(out), line)) buf_add(out, line);
}

static void print_loss(struct buf *out, const struct loss *loss) {
	buf_printf(out, "# line %u loses %s (%s of line %u) %s", (unsigned)loss->loc.line,
	           loss->resource ? loss->resource : "a result", loss->kind,
	           (unsigned)loss->opened->loc.line, manner_name(loss->manner));
	if (loss->via) buf_printf(out, ", in %s", loss->via);
	buf_add_char(out, '\n');
	for (size_t i = 0; i < loss->steps.n; i++)
		buf_printf(out, "#   line %u: %s\n", (unsigned)loss->steps.items[i].loc.line,
		           loss->steps.items[i].text);
}

static void print_notes(struct buf *out, const struct flow_result *r) {
	for (size_t i = 0; i < r->losses.n; i++) print_loss(out, r->losses.items[i]);
	for (size_t i = 0; i < r->met.n; i++)
		add_once(out, arena_printf(out->arena, "# meets the drop of line %u\n",
		                           (unsigned)r->met.items[i].drop->loc.line));
	for (size_t i = 0; i < r->closes.n; i++) {
		const struct known_close *known = &r->closes.items[i];
		add_once(out, arena_printf(out->arena, "# line %u closes what %s:%s held\n",
		                           (unsigned)known->close->loc.line, known->field->record,
		                           known->field->name));
	}
	for (size_t i = 0; i < r->found_closes.n; i++) {
		const struct found_close *c = &r->found_closes.items[i];
		add_once(out, arena_printf(out->arena, "# line %u closes what it finds in %s:%s\n",
		                           (unsigned)c->close->loc.line, c->field->record, c->field->name));
	}
	for (size_t i = 0; i < r->handovers.n; i++) {
		const struct handover *h = r->handovers.items[i];
		add_once(out, arena_printf(out->arena, "# line %u hands %s:%s to a thread of %s%s\n",
		                           (unsigned)h->origin->loc.line, h->field->record, h->field->name,
		                           h->entry, h->is_taken_back ? ", and takes it back" : ""));
	}
	for (size_t i = 0; i < r->blind_spots.n; i++) {
		const struct blind_spot *spot = &r->blind_spots.items[i];
		add_once(out,
		         arena_printf(out->arena, "# line %u cannot see %s\n", (unsigned)spot->loc.line,
		                      spot->callee ? spot->callee : "the callee"));
	}
	if (r->gave_up) buf_add(out, "# gave up\n");
	if (r->cut) buf_add(out, "# cut\n");
}

static const char *found(struct arena *a, const struct program_function *f) {
	struct buf out = BUF_IN(a);
	summary_print(&out, f->result->summary);
	print_notes(&out, f->result);
	return buf_text(&out);
}

/* --- parts of text files ---------------------------------------------------------------------- */

static const char *next_line(const char *line) {
	const char *end = strchr(line, '\n');
	return end ? end + 1 : line + strlen(line);
}

static bool begins(const char *text, const char *with) {
	return strncmp(text, with, strlen(with)) == 0;
}

/* Whether line, behind word, names the function. */
static bool names_function(const char *line, const char *word, const char *name) {
	size_t n = strlen(name);
	if (!begins(line, word)) return false;
	line += strlen(word);
	return strncmp(line, name, n) == 0 && (line[n] == '(' || line[n] == '\n');
}

/* The function's part of a .summary: its head and the lines behind it that are indented or comments. NULL: none. */
static const char *part_of(struct arena *a, const char *summaries, const char *name) {
	for (const char *line = summaries; *line; line = next_line(line)) {
		if (!names_function(line, "", name) && !names_function(line, "nothing ", name)) continue;
		const char *end = next_line(line);
		while (*end == ' ' || *end == '#') end = next_line(end);
		return arena_copy(a, line, (size_t)(end - line));
	}
	return NULL;
}

/* Whether the head of the function in the IR says that it comes out wrong. */
static bool is_marked(const char *ir, const char *name) {
	for (const char *line = ir; *line; line = next_line(line)) {
		if (!names_function(line, "func @", name)) continue;
		const char *mark = strstr(line, " # wrong: ");
		return mark && mark < next_line(line);
	}
	return false;
}

/* --- golden pairs ----------------------------------------------------------------------------- */

struct pair {
	struct arena *arena;
	const char *name, *ir, *summaries; /* summaries: "" when there is no file yet */
	struct program *program;
	size_t wrong, failed;
};

static const char *pair_path(struct pair *pair, const char *ending) {
	return arena_printf(pair->arena, "%s/flow/%s%s", TESTDATA_DIR, pair->name, ending);
}

static struct pair open_pair(struct arena *a, const char *name) {
	struct pair pair = {.arena = a, .name = name, .summaries = ""};
	struct file_text ir = read_file(a, pair_path(&pair, ".ir"));
	pair.ir = ir.bytes;
	if (path_is_file(pair_path(&pair, ".summary")))
		pair.summaries = read_file(a, pair_path(&pair, ".summary")).bytes;
	pair.program = new_program(a);
	program_add(pair.program, read_unit(pair.program, name, ir.bytes, ir.length));
	join_and_link(pair.program);
	return pair;
}

static void complain(struct pair *pair, const char *function, const char *what, const char *wanted,
                     const char *got) {
	print_message("%s.ir: %s: %s\n--- wanted\n%s--- got\n%s", pair->name, function, what, wanted,
	              got);
	pair->failed++;
}

static void check_function(struct pair *pair, const struct program_function *f) {
	const char *name = program_display_name(pair->arena, f->f->name);
	const char *got = found(pair->arena, f), *wanted = part_of(pair->arena, pair->summaries, name);
	bool marked = is_marked(pair->ir, name), same = wanted && strcmp(got, wanted) == 0;
	pair->wrong += marked;
	if (!wanted) complain(pair, name, "no part of the .summary, run with UPDATE_GOLDEN=1", "", got);
	else if (marked && same) complain(pair, name, "healed: take away its '# wrong'", wanted, got);
	else if (!marked && !same) complain(pair, name, "another result", wanted, got);
}

static void update(struct pair *pair) {
	struct buf out = BUF_IN(pair->arena);
	const char *error;
	for (size_t i = 0; i < pair->program->functions.n; i++) {
		const struct program_function *f = &pair->program->functions.items[i];
		const char *name = program_display_name(pair->arena, f->f->name);
		const char *kept =
			is_marked(pair->ir, name) ? part_of(pair->arena, pair->summaries, name) : NULL;
		buf_add(&out, kept ? kept : found(pair->arena, f));
	}
	if (!file_write(pair->arena, pair_path(pair, ".summary"), out.s, out.n, &error))
		fail_msg("%s", error);
}

/* Runs as the test of the pair whose name is the test's initial state. */
static void test_pair(void **state) {
	struct arena *a = arena_new("pair");
	struct pair pair = open_pair(a, *state);
	if (getenv("UPDATE_GOLDEN")) update(&pair);
	else
		for (size_t i = 0; i < pair.program->functions.n; i++)
			check_function(&pair, &pair.program->functions.items[i]);
	size_t wrong = pair.wrong, failed = pair.failed;
	if (wrong) print_message("%s.ir: %zu known to be wrong\n", pair.name, wrong);
	arena_free(a);
	if (failed) fail_msg("%zu functions", failed);
}

/* --- properties of all of them ---------------------------------------------------------------- */

static const char *printed(struct arena *a, const struct ir_unit *unit) {
	struct buf out = BUF_IN(a);
	ir_print(&out, unit);
	return buf_text(&out);
}

/* The IR reads, prints and reads again. */
static void test_print_and_read(void **state) {
	struct arena *a = arena_new("pair");
	struct program *p = new_program(a);
	const char *path = arena_printf(a, "%s/flow/%s.ir", TESTDATA_DIR, (const char *)*state);
	struct file_text text = read_file(a, path);
	const char *once = printed(a, read_unit(p, path, text.bytes, text.length));
	assert_string_equal(printed(a, read_unit(p, path, once, strlen(once))), once);
	arena_free(a);
}

/* What is inferred reads as a model, and prints as itself. */
static void test_summaries_are_models(void **state) {
	struct arena *a = arena_new("pair");
	struct pair pair = open_pair(a, *state);
	struct models *models = models_new(a, intern_new(a));
	for (size_t i = 0; i < pair.program->functions.n; i++) {
		const struct program_function *f = &pair.program->functions.items[i];
		const char *text = summary_of(pair.program, f->f->name);
		const char *error = models_read(models, pair.name, text, strlen(text));
		if (error) fail_msg("%s\n%s", error, text);
		struct buf again = BUF_IN(a);
		summary_print(&again, models_find(models, intern(models->names, f->f->name)));
		assert_string_equal(buf_text(&again), text);
	}
	arena_free(a);
}

static int by_name(const void *x, const void *y) {
	const struct CMUnitTest *a = x, *b = y;
	return strcmp(a->name, b->name);
}

struct tests {
	struct CMUnitTest *items;
	size_t n, cap;
};

static void add_pair(struct arena *a, struct tests *tests, const char *name) {
	struct {
		CMUnitTestFunction run;
		const char *what;
	} of[] = {{test_pair, "finds out"},
	          {test_print_and_read, "prints"},
	          {test_summaries_are_models, "reads"}};
	for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
		struct CMUnitTest test = {.name = arena_printf(a, "%s: %s", name, of[i].what),
		                          .test_func = of[i].run};
		test.initial_state = (void *)name;
		VEC_PUSH(a, tests, test);
	}
}

static struct tests all_pairs(struct arena *a) {
	struct tests tests = {0};
	DIR *directory = opendir(TESTDATA_DIR "/flow");
	for (struct dirent *entry; directory && (entry = readdir(directory));)
		if (strcmp(path_ending(entry->d_name), ".ir") == 0)
			add_pair(a, &tests,
			         arena_copy(a, entry->d_name, strlen(entry->d_name) - strlen(".ir")));
	if (directory) closedir(directory);
	if (tests.n) qsort(tests.items, tests.n, sizeof *tests.items, by_name);
	return tests;
}

int main(void) {
	struct arena *a = arena_new("tests");
	struct tests tests = all_pairs(a);
	int failed = tests.n ? _cmocka_run_group_tests("flow", tests.items, tests.n, NULL, NULL) : 1;
	arena_free(a);
	return failed;
}
