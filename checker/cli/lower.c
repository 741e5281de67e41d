#include "cli/lower.h"

#include <string.h>

#include "base/lex.h"
#include "base/trouble.h"
#include "cli/progress.h"
#include "cli/tell.h"
#include "cli/workers.h"
#include "ir/ir.h"
#include "sources_id.h"

struct lowering {
	struct arena *arena;
	const struct lower_job *job;
	struct lowered *results; /* one for each unit */
	VEC(size_t) missing;     /* units that are not in the store */
	struct progress progress;
};

/* --- the store -------------------------------------------------------------------------------- */

/* The unit's source, as it stands in the unit file. */
static const char *path_of(const struct lower_job *job, size_t item) {
	const char *path = job->units[item]->path;
	return job->shown ? root_show(job->shown, path) : path;
}

static const char *key_of(struct arena *a, const struct lower_job *job, size_t item) {
	const struct compdb_entry *unit = job->units[item];
	struct words pieces = {0};
	VEC_PUSH(a, &pieces, CLOSEWAIT_VERSION);
	VEC_PUSH(a, &pieces, SOURCES_ID_FRONT);
	VEC_PUSH(a, &pieces, job->parser->libclang.version);
	VEC_PUSH(a, &pieces, job->resource_dir);
	VEC_PUSH(a, &pieces, unit->command.directory);
	VEC_PUSH(a, &pieces, unit->command.file);
	VEC_PUSH(a, &pieces, path_of(job, item));
	VEC_PUSH(a, &pieces, unit->command.output ? unit->command.output : "");
	for (size_t i = 0; i < unit->command.arg_count; i++)
		VEC_PUSH(a, &pieces, unit->command.args[i]);
	return store_key(a, pieces.items, pieces.n);
}

const char **lower_keys(struct arena *a, const struct lower_job *job) {
	const char **keys = ARENA_ARRAY(a, const char *, job->count);
	for (size_t i = 0; i < job->count; i++) keys[i] = key_of(a, job, i);
	return keys;
}

static void look_up(struct lowering *l, size_t i) {
	struct file_text text;
	if (store_lookup(l->job->store, l->arena, l->job->keys[i], &text)) {
		l->results[i] = (struct lowered){
			.text = text.bytes, .n = text.length, .is_stored = true, .is_kept = true};
		progress_skip(&l->progress);
	} else {
		VEC_PUSH(l->arena, &l->missing, i);
	}
}

/* --- in a worker ------------------------------------------------------------------------------ */

/* A worker's answer is text, read by take_answer():
 *
 *     lost "why"
 * or
 *     read SECONDS NANOSECONDS          when the reading of the inputs began
 *     input "/home/me/src/conn.c"       for each file; none when the unit must not be stored
 *     unit 4711
 *     unit "/home/me/src/conn.c"
 *     …
 */
static bool misses_header(const struct ir_unit *unit) {
	for (size_t i = 0; i < unit->losses.n; i++)
		if (lower_is_missing_header(unit->losses.items[i].reason)) return true;
	return false;
}

static void add_unit(struct buf *out, const struct front_result *result, struct timespec since) {
	buf_printf(out, "read %lld %ld\n", (long long)since.tv_sec, since.tv_nsec);
	size_t inputs = misses_header(result->unit) ? 0 : result->input_count;
	for (size_t i = 0; i < inputs; i++) {
		buf_add(out, "input ");
		lex_add_quoted(out, result->inputs[i]);
		buf_add_char(out, '\n');
	}
	struct buf unit = BUF_IN(out->arena);
	ir_print(&unit, result->unit);
	buf_printf(out, "unit %zu\n", unit.n);
	buf_add_bytes(out, unit.s, unit.n);
}

static void lower_one(void *data, struct arena *a, size_t item, struct buf *out) {
	const struct lowering *l = data;
	size_t i = l->missing.items[item];
	struct timespec since = store_now();
	struct front_result result = l->job->parser->module->lower(
		a, intern_new(a), &l->job->units[i]->command, l->job->resource_dir, path_of(l->job, i));
	if (result.unit) {
		add_unit(out, &result, since);
	} else {
		buf_add(out, "lost ");
		lex_add_quoted(out, result.error);
	}
}

/* --- back in the run -------------------------------------------------------------------------- */

static bool take_word(struct lex *lex, const char *word) {
	if (!lex_word_is(lex_peek_word(lex), word)) return false;
	lex_word(lex);
	return true;
}

/* Reads the answer; false when it is none. The text of the unit is within it. */
static bool take_answer(struct lex *lex, struct arena *a, struct lowered *result,
                        struct store_inputs *inputs) {
	struct words paths = {0};
	if (take_word(lex, "lost")) {
		result->lost = arena_strdup(a, lex_quoted(lex));
		return !lex->error;
	}
	if (!take_word(lex, "read")) return false;
	inputs->read_since.tv_sec = (time_t)lex_number(lex);
	inputs->read_since.tv_nsec = (long)lex_number(lex);
	while (take_word(lex, "input")) VEC_PUSH(lex->arena, &paths, lex_quoted(lex));
	inputs->paths = paths.items;
	inputs->count = paths.n;
	if (!take_word(lex, "unit")) return false;
	int64_t n = lex_number(lex);
	if (lex->error || !lex_take_next(lex, '\n') || lex->end - lex->p != n) return false;
	result->text = arena_copy(a, lex->p, (size_t)n);
	result->n = (size_t)n;
	return true;
}

static void keep_answer(struct lowering *l, size_t i, const struct worker_result *answer) {
	struct arena *scratch = arena_new("an answer");
	struct lex lex =
		lex_begin(scratch, intern_new(scratch), "answer", answer->output, answer->output_n);
	struct store_inputs inputs = {0};
	struct lowered *result = &l->results[i];
	if (!take_answer(&lex, l->arena, result, &inputs))
		bug("a worker's answer about '%s'", l->job->units[i]->path);
	if (result->text && inputs.count)
		result->is_kept =
			store_save(l->job->store, l->job->keys[i], &inputs, result->text, result->n);
	arena_free(scratch);
}

/* What to do about a unit that its worker did not survive. */
static const char *advice(enum worker_status status) {
	switch (status) {
	case WORKER_TIMEOUT:
		return "give it longer with --timeout, or leave it out of the compile database";
	case WORKER_MEMORY: return "split it, or leave it out of the compile database";
	case WORKER_OK:
	case WORKER_CRASHED: break;
	}
	return "does the compiler accept it? if it does, leave it out of the compile database and report the crash";
}

static void take_result(void *data, const struct worker_result *answer) {
	struct lowering *l = data;
	size_t i = l->missing.items[answer->item];
	if (answer->status == WORKER_OK) keep_answer(l, i, answer);
	else
		l->results[i].lost =
			arena_printf(l->arena, "%s; %s", answer->reason, advice(answer->status));
	progress_step(&l->progress);
}

static void lower_missing(struct lowering *l) {
	struct workers workers = {
		.jobs = l->job->jobs,
		.item_count = l->missing.n,
		.limits = {(uint64_t)LOWER_MEMORY_MB << 20, l->job->timeout,
	               l->job->timeout * LOWER_WALL_PER_CPU_SECOND},
		.work = lower_one,
		.done = take_result,
		.data = l,
	};
	if (!workers.item_count) return;
	parser_load(l->job->parser, l->arena); /* the workers inherit it */
	if (!workers_run(&workers)) tell_fatal("interrupted");
}

const struct lowered *lower_units(struct arena *a, const struct lower_job *job) {
	struct lowering l = {
		.arena = a,
		.job = job,
		.results = ARENA_ARRAY(a, struct lowered, job->count),
		.progress = progress_begin(job->quiet, job->count),
	};
	for (size_t i = 0; i < job->count; i++) look_up(&l, i);
	lower_missing(&l);
	progress_end(&l.progress);
	return l.results;
}

/* clang's words, the same in all versions: "'zlib.h' file not found", and what it suggests behind that. */
bool lower_is_missing_header(const char *reason) {
	return reason[0] == '\'' && strstr(reason, "' file not found") != NULL;
}
