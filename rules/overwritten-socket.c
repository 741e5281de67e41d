#include "rules/blame.h"
#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

static void report(const struct program *program, const struct program_function *f,
                   const struct loss *loss, struct findings *findings) {
	struct arena *a = findings->arena;
	const char *what = say_resource(a, loss);
	const struct origin *blamed = blame_find(program, loss->lost);
	struct finding finding = {
		.rule = "overwritten-socket",
		.level = say_level(loss),
		.at = blamed ? say_origin_range(blamed) : say_range(f, &loss->loc),
		.function = program_display_name(a, blamed ? blamed->function : f->f->name),
		.resource = loss->resource ? loss->resource : loss->kind,
		.message =
			blamed && blamed->inner
				? arena_printf(a, "'%s' overwrites %s, which still holds an open %s",
	                           program_display_name(a, blamed->inner->function), what, loss->kind)
				: arena_printf(a, "%s is overwritten while it still holds an open %s", what,
	                           loss->kind),
		.why =
			"Nothing refers to the old connection any more: its number is leaked and its peer never told",
		.cure = arena_printf(a, "Close %s before it gets another value", what),
	};
	say_way_to_loss(a, &finding, f, loss);
	if (loss->lost) say_origin(a, &finding, loss->lost, "the last reference goes here");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_overwritten_socket(const struct program *program, const struct teardowns *teardowns,
                             struct findings *findings) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (f->f->incomplete) continue;
		for (size_t k = 0; k < f->result->losses.n; k++) {
			const struct loss *loss = f->result->losses.items[k];
			if (loss->manner == LOSS_OVERWRITTEN && !teardowns_explain(teardowns, loss))
				report(program, f, loss, findings);
		}
	}
}
