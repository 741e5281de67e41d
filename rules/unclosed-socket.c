#include "rules/callee.h"
#include "rules/failure.h"
#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

/* Losses of a line whose last reference went with a return, a scope, a result or an object. */

static const char *message_of(struct arena *a, const struct loss *loss) {
	const char *what = say_resource(a, loss);
	switch (loss->manner) {
	case LOSS_RETURN:
		return arena_printf(
			a, "%s is still open when the function returns, and nothing refers to it any more",
			what);
	case LOSS_SCOPE:
		return arena_printf(a, "%s is still open when its variable goes out of scope", what);
	case LOSS_UNUSED:
		return arena_printf(
			a, "the %s that is opened here is never stored, so nothing can close it", loss->kind);
	case LOSS_FREED:
		return arena_printf(a, "%s is still open when '%s' frees the object that holds it", what,
		                    loss->via ? program_display_name(a, loss->via) : "free");
	case LOSS_OVERWRITTEN:
	case LOSS_RELEASED: break;
	}
	return NULL;
}

/* A callee released a wrapper that held it too, and closed nothing: that is what went wrong. */
static bool had_a_wrapper(const struct loss *loss) {
	return loss->dropped && loss->dropped->inner;
}

/* A callee had taken it over, had it not failed, or whatever it was: where, so that one can see why. */
static void say_untaken(struct arena *a, struct finding *finding, const struct program *program,
                        const struct loss *loss) {
	const struct callee_case *u = &loss->untaken;
	const struct program_function *callee = u->by ? program_find(program, u->by->name) : NULL;
	if (!callee || !u->in->left.line) return;
	say_step(a, finding, say_range(callee, &u->in->left),
	         arena_printf(a,
	                      "'%s' leaves here and neither keeps nor closes it, as it does otherwise",
	                      program_display_name(a, u->by->name)));
}

static void report(const struct program *program, const struct program_function *f,
                   const struct loss *loss, struct findings *findings) {
	struct arena *a = findings->arena;
	const char *message = message_of(a, loss);
	if (!message || had_a_wrapper(loss)) return;
	struct finding finding = {
		.rule = "unclosed-socket",
		.level = say_level(loss),
		.at = say_range(f, &loss->loc),
		.function = program_display_name(a, f->f->name),
		.resource = loss->resource ? loss->resource : loss->kind,
		.message = message,
		.why = "The number is leaked, and the peer is never told that the connection is over",
		.cure = arena_printf(a, "Close %s before this point, or hand it to somebody who does",
	                         say_resource(a, loss)),
	};
	say_way_to_loss(a, &finding, f, loss);
	say_untaken(a, &finding, program, loss);
	if (loss->lost) say_origin(a, &finding, loss->lost, "the last reference goes here");
	VEC_PUSH(a, &findings->list, finding);
}

/* --- of a callee ------------------------------------------------------------------------------ */

static const char *callee_message(struct arena *a, const struct callee_fault *fault,
                                  const char *name, const char *place) {
	switch (fault->mistake) {
	case CALLEE_HALF_MADE:
		return arena_printf(a, "'%s' fails here and leaves '%s' open, and no caller closes it",
		                    name, place);
	case CALLEE_UNTAKEN:
		return arena_printf(
			a, "'%s' leaves here with '%s' still open, which other paths through it take over",
			name, place);
	}
	return NULL;
}

static void report_callee(const struct program_function *f, const struct loss *loss,
                          const struct callee_fault *fault, struct findings *findings) {
	struct arena *a = findings->arena;
	const char *name = program_display_name(a, fault->f->f->name);
	const char *place = say_path(a, fault->f->result->summary, &fault->place);
	struct finding finding = {
		.rule = "unclosed-socket",
		.level = say_level(loss),
		.at = say_range(fault->f, &fault->in->left),
		.function = name,
		.resource = place,
		.message = callee_message(a, fault, name, place),
		.why = "The number is leaked, and the peer is never told that the connection is over",
		.cure = arena_printf(a, "Close '%s' before this point", place),
	};
	say_way_to_loss(a, &finding, f, loss);
	say_step(a, &finding, say_range(f, &loss->loc), "nothing refers to it any more behind this");
	VEC_PUSH(a, &findings->list, finding);
}

struct faults {
	VEC(struct callee_fault) list;
};

/* Several callers, or paths of one, may suffer by the same mistake. */
static bool is_known(const struct faults *known, const struct callee_fault *fault) {
	for (size_t i = 0; i < known->list.n; i++) {
		const struct callee_fault *k = &known->list.items[i];
		const struct ir_loc *x = &k->in->left, *y = &fault->in->left;
		if (k->f == fault->f && x->line == y->line && x->column == y->column &&
		    path_equal(&k->place, &fault->place))
			return true;
	}
	return false;
}

static void judge(const struct program *program, const struct program_function *f,
                  const struct loss *loss, struct faults *known, struct findings *findings) {
	struct callee_fault fault;
	if (!callee_is_to_blame(program, loss, &fault)) {
		report(program, f, loss, findings);
	} else if (!is_known(known, &fault)) {
		VEC_PUSH(findings->arena, &known->list, fault);
		report_callee(f, loss, &fault, findings);
	}
}

/* --- of a function that nobody is seen to call -------------------------------------------------- */

static void report_failure(const struct failure *failure, struct findings *findings) {
	struct arena *a = findings->arena;
	const char *name = program_display_name(a, failure->f->f->name);
	const char *place = say_path(a, failure->f->result->summary, failure->place);
	struct finding finding = {
		.rule = "unclosed-socket",
		.level = LEVEL_LIKELY,
		.at = say_range(failure->f, &failure->in->left),
		.function = name,
		.resource = place,
		.message = arena_printf(
			a, "'%s' fails here and leaves '%s' open, which it closes where it fails otherwise",
			name, place),
		.why = "By the result nobody can tell whether there is something to close",
		.cure = arena_printf(a, "Close '%s' before this point", place),
	};
	say_origin(a, &finding, failure->opens->origin,
	           arena_printf(a, "the %s is opened here", failure->opens->word));
	say_origin(a, &finding, failure->closes, "another failure closes it here");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_unclosed_socket(const struct program *program, const struct teardowns *teardowns,
                          struct findings *findings) {
	struct faults known = {{0}};
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete) continue;
		for (size_t k = 0; k < f->result->losses.n; k++)
			if (!teardowns_explain(teardowns, f->result->losses.items[k]))
				judge(program, f, f->result->losses.items[k], &known, findings);
	}
	struct failures failures = failures_find(findings->arena, program);
	for (size_t i = 0; i < failures.list.n; i++) report_failure(&failures.list.items[i], findings);
}
