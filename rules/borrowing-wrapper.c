#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

/* Two kinds of wrapper end here: a library's, which was released while it borrowed, and a home-made one, whose release
 * in a callee let go of a descriptor that the caller kept, and then lost. */

static const struct origin *released_at(const struct loss *loss) {
	if (loss->manner == LOSS_RELEASED) return loss->released;
	bool by_callee = loss->dropped && loss->dropped->inner && loss->manner != LOSS_OVERWRITTEN;
	return by_callee ? loss->dropped : NULL;
}

static void report(const struct program_function *f, const struct loss *loss,
                   struct findings *findings) {
	struct arena *a = findings->arena;
	const struct origin *released = released_at(loss);
	const char *what = say_resource(a, loss);
	struct finding finding = {
		.rule = "borrowing-wrapper",
		.level = say_level(loss),
		.at = say_origin_range(released),
		.function = program_display_name(a, f->f->name),
		.resource = loss->resource ? loss->resource : loss->kind,
		.message = arena_printf(
			a, "the wrapper that is released here only borrowed %s, and nobody closes it", what),
		.why = "Releasing the wrapper closes nothing: the connection stays open and the peer waits",
		.cure = arena_printf(a, "Close %s behind the release, or let the wrapper own it", what),
	};
	say_way_to_loss(a, &finding, f, loss);
	say_origin(a, &finding, released, "the wrapper is released here; it does not close");
	say_step(a, &finding, say_range(f, &loss->loc), "nothing refers to it any more from here on");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_borrowing_wrapper(const struct program *program, const struct teardowns *teardowns,
                            struct findings *findings) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete) continue;
		for (size_t k = 0; k < f->result->losses.n; k++) {
			const struct loss *loss = f->result->losses.items[k];
			if (released_at(loss) && !teardowns_explain(teardowns, loss)) report(f, loss, findings);
		}
	}
}
