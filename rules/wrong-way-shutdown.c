#include <string.h>

#include "rules/blame.h"
#include "rules/hangs.h"
#include "rules/rule.h"
#include "rules/say.h"

static const char RULE_NAME[] = "wrong-way-shutdown";

/* --- goodbyes that wait for the peer's own ---------------------------------------------------- */

/* What is looked for in models: an effect with that verb and word (or NULL), on what a session leads to. */
struct sought {
	enum verb verb;
	const char *word, *library; /* library: of that alone, or NULL */
};

static const struct summary *find_in_model(const struct summary *model,
                                           const struct sought *sought) {
	for (size_t i = 0; i < model->cases.n; i++)
		for (size_t k = 0; k < model->cases.items[i].effects.n; k++) {
			const struct effect *e = &model->cases.items[i].effects.items[k];
			if (e->verb != sought->verb || !e->place.step_count) continue;
			if (!sought->word || strcmp(e->word, sought->word) == 0) return model;
		}
	return NULL;
}

/* The first such library function that the block calls, or NULL. */
static const struct summary *find_in_block(const struct program *p, const struct ir_block *block,
                                           const struct sought *sought) {
	for (size_t i = 0; i < block->instrs.n; i++) {
		const struct ir_instr *call = &block->instrs.items[i];
		if (call->op != IR_OP_call || call->callee.kind != IR_SYMBOL ||
		    program_find(p, call->callee.text))
			continue;
		const struct summary *model = models_find(p->models, call->callee.text);
		bool is_it = model && (!sought->library || model->library == sought->library);
		if (is_it && find_in_model(model, sought)) return model;
	}
	return NULL;
}

static const struct summary *find_in(const struct program *p, const struct program_function *f,
                                     const struct sought *sought) {
	const struct summary *found = NULL;
	for (size_t b = 0; b < f->f->blocks.n && !found; b++)
		found = find_in_block(p, &f->f->blocks.items[b], sought);
	return found;
}

/* Whether the program sets limits to waits of such sessions themselves, and not of their descriptors: then the call comes
 * back with another result than one that would block. */
static bool has_limits(const struct program *p, const struct program_function *f) {
	const struct summary *goodbye =
		find_in(p, f, &(struct sought){.verb = VERB_waits, .word = GOODBYE});
	if (!goodbye) return true;
	const struct sought limit = {.verb = VERB_bounds, .library = goodbye->library};
	for (size_t i = 0; i < p->functions.n; i++)
		if (find_in(p, &p->functions.items[i], &limit)) return true;
	return false;
}

static bool comes_before(const struct goodbye *a, const struct goodbye *b) {
	const struct ir_loc *x = &a->at->loc, *y = &b->at->loc;
	return x->line != y->line ? x->line < y->line : x->column < y->column;
}

static bool is_one_release(const struct goodbye *a, const struct goodbye *b) {
	return a->released->loc.line == b->released->loc.line &&
	       a->released->loc.column == b->released->loc.column;
}

/* Whether it is the first call before that release. */
static bool is_first(const struct flow_result *r, const struct goodbye *g) {
	for (size_t i = 0; i < r->goodbyes.n; i++) {
		const struct goodbye *other = &r->goodbyes.items[i];
		if (is_one_release(other, g) && comes_before(other, g)) return false;
	}
	return true;
}

/* The call before that release which is made again whenever it would block, or NULL. */
static const struct goodbye *again(const struct flow_result *r, const struct goodbye *g) {
	for (size_t i = 0; i < r->goodbyes.n; i++)
		if (is_one_release(&r->goodbyes.items[i], g) && r->goodbyes.items[i].begins_anew)
			return &r->goodbyes.items[i];
	return NULL;
}

/* Of one call that waits, whoever releases the session behind it is told of once. */
static bool is_told(const struct findings *findings, const struct origin *at) {
	struct source_range range = say_origin_range(at);
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct finding *f = &findings->list.items[i];
		if (strcmp(f->rule, RULE_NAME) == 0 && f->at.path == range.path &&
		    f->at.line == range.line && f->at.column == range.column)
			return true;
	}
	return false;
}

static void report_goodbye(const struct goodbye *g, const struct goodbye *loop, enum level level,
                           struct findings *findings) {
	struct arena *a = findings->arena;
	const struct origin *at = blame_innermost(g->at);
	const char *session = g->resource ? arena_printf(a, "'%s'", g->resource) : "the session";
	struct finding finding = {
		.rule = RULE_NAME,
		.level = level,
		.at = say_origin_range(at),
		.function = program_display_name(a, at->function),
		.resource = g->resource ? g->resource : "session",
		.message = arena_printf(
			a, "%s is ended in both directions: this waits for the goodbye of the peer", session),
		.why = "A peer that is silent, or gone without a word, holds up the teardown for ever",
		.cure = "End it for writing only: that sends the own goodbye, and waits for none",
	};
	if (loop)
		say_origin(a, &finding, loop->at,
		           "when this would block it is called again, and nothing is asked before");
	say_origin(a, &finding, g->released,
	           "the session is released here: nothing is made of the peer's goodbye");
	VEC_PUSH(a, &findings->list, finding);
}

static void report_goodbyes_of(const struct program *p, const struct flow_result *r,
                               enum level level, struct findings *findings) {
	for (size_t k = 0; k < r->goodbyes.n; k++) {
		const struct goodbye *g = &r->goodbyes.items[k], *loop = again(r, g);
		const struct program_function *waits = program_find(p, blame_innermost(g->at)->function);
		/* Where the function does not insist, a line that does not block or has a limit lets it go on. */
		bool is_likely = loop && waits && !has_limits(p, waits);
		bool is_at_level = level == (is_likely ? LEVEL_LIKELY : LEVEL_POSSIBLE);
		if (is_at_level && is_first(r, g) && !is_told(findings, blame_innermost(g->at)))
			report_goodbye(g, loop, level, findings);
	}
}

void rule_wrong_way_shutdown(const struct program *program, const struct teardowns *teardowns,
                             struct findings *findings) {
	(void)teardowns;
	hangs_report(program, HANG_WRONG_WAY, RULE_NAME, findings);
	static const enum level levels[] = {LEVEL_LIKELY, LEVEL_POSSIBLE};
	for (size_t l = 0; l < sizeof levels / sizeof *levels; l++)
		for (size_t i = 0; i < program->functions.n; i++)
			if (program->functions.items[i].result)
				report_goodbyes_of(program, program->functions.items[i].result, levels[l],
				                   findings);
}
