#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

#include <string.h>

static const char *how_it_goes(const struct teardown *t) {
	if (t->shut) return "the peer is told here, but the number stays open";
	if (t->release) return "the wrapper that is released here only borrows it";
	if (strcmp(t->drop->word, "freed") == 0) return "the object that holds it is freed here";
	if (strcmp(t->drop->word, "unlinked") == 0) return "the pointer to it is forgotten here";
	return "the last reference is overwritten here";
}

static void report(const struct program *program, const struct teardown *t,
                   struct findings *findings) {
	struct arena *a = findings->arena;
	const char *name = program_display_name(a, t->f->f->name);
	const char *place = say_path(a, t->f->result->summary, t->place);
	struct finding finding = {
		.rule = "hollow-close",
		.level = t->level,
		.at = say_range(t->f, &t->f->f->loc),
		.function = name,
		.resource = place,
		.message = arena_printf(a, "'%s' never closes '%s': no path through it reaches close", name,
	                            place),
		.why =
			"Everybody who calls it believes the connection closed, but the number is leaked and the peer waits",
		.cure = arena_printf(a, "Close '%s' before the reference to it goes", place),
	};
	finding.at.end_line = 0;
	say_sockets_of(a, &finding, program, t->field);
	const struct effect *last = t->shut ? t->shut : t->release ? t->release : t->drop;
	say_origin(a, &finding, last->origin, how_it_goes(t));
	VEC_PUSH(a, &findings->list, finding);
}

void rule_hollow_close(const struct program *program, const struct teardowns *teardowns,
                       struct findings *findings) {
	for (size_t i = 0; i < teardowns->list.n; i++)
		if (teardowns->list.items[i].fault == TEARDOWN_HOLLOW)
			report(program, &teardowns->list.items[i], findings);
}
