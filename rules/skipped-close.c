#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

static void report(const struct program *program, const struct teardown *t,
                   struct findings *findings) {
	struct arena *a = findings->arena;
	const char *name = program_display_name(a, t->f->f->name);
	const char *place = say_path(a, t->f->result->summary, t->place);
	struct finding finding = {
		.rule = "skipped-close",
		.level = t->level,
		.at = say_range(t->f, &t->left),
		.function = name,
		.resource = place,
		.message = arena_printf(
			a, "'%s' leaves here without closing '%s', which another path through it closes", name,
			place),
		.why =
			"On this path the number is leaked, and the peer is never told that the connection is over",
		.cure = arena_printf(a, "Close '%s' on this path too", place),
	};
	say_sockets_of(a, &finding, program, t->field);
	say_origin(a, &finding, t->close->origin, "another path closes it here");
	if (t->drop)
		say_origin(a, &finding, t->drop->origin, "this path drops the last reference here");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_skipped_close(const struct program *program, const struct teardowns *teardowns,
                        struct findings *findings) {
	for (size_t i = 0; i < teardowns->list.n; i++)
		if (teardowns->list.items[i].fault == TEARDOWN_SKIPPED)
			report(program, &teardowns->list.items[i], findings);
}
