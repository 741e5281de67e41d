#include "rules/rule.h"
#include "rules/say.h"

static void report(const struct program_function *f, const struct loss *loss, struct findings *findings) {
	struct arena *a = findings->arena;
	const char *what = say_resource(a, loss);
	struct finding finding = {
		.rule = "borrowing-wrapper",
		.level = LEVEL_CERTAIN,
		.at = say_range(f, &loss->released->loc),
		.function = program_display_name(a, f->f->name),
		.resource = loss->resource ? loss->resource : loss->kind,
		.message = arena_printf(a, "the wrapper that is released here only borrowed %s, and nobody closes it", what),
		.why = "Releasing the wrapper closes nothing: the connection stays open and the peer waits",
		.cure = arena_printf(a, "Close %s behind the release, or let the wrapper own it", what),
	};
	say_way_to_loss(a, &finding, f, loss);
	say_origin(a, &finding, loss->released, "the wrapper is released here; it does not close");
	say_step(a, &finding, say_range(f, &loss->loc), "nothing refers to it any more from here on");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_borrowing_wrapper(const struct program *program, struct findings *findings) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete) continue;
		for (size_t k = 0; k < f->result->losses.n; k++) {
			const struct loss *loss = &f->result->losses.items[k];
			if (loss->manner == LOSS_RELEASED && loss->released) report(f, loss, findings);
		}
	}
}
