#include "link/facts.h"
#include "rules/rule.h"
#include "rules/say.h"
#include "rules/teardown.h"

enum { STORES_SHOWN = 4 };

/* Where the flag is stored to, and where the constants come from that are stored there. */
static void add_stores(const struct program *program, const struct ir_field *flag,
                       struct finding *finding, struct arena *a) {
	struct field_stores stores = facts_stores(program->facts, flag);
	for (size_t i = 0; i < stores.n && i < STORES_SHOWN; i++)
		if (stores.items[i].in)
			say_step(a, finding, say_range(stores.items[i].in, &stores.items[i].instr->loc),
			         arena_printf(a, "'%s' is stored here", flag->name));
	struct atom_list atoms = facts_of_field(program->facts, flag);
	for (size_t i = 0; i < atoms.n && i < STORES_SHOWN; i++) {
		const struct atom *atom = atoms.items[i];
		if (!atom->file || atom->kind != ATOM_CONST) continue;
		struct source_range at = {atom->file, atom->loc.line, atom->loc.column, atom->loc.end_line,
		                          atom->loc.end_column};
		say_step(a, finding, at,
		         arena_printf(a, "the value is %lld here", (long long)atom->number));
	}
}

static const char *gate_text(struct arena *a, const struct teardown *t) {
	const char *place = say_path(a, t->f->result->summary, &t->gate->left.path);
	if (t->gate->left.kind != TERM_BITS) return place;
	return arena_printf(a, "%s & %lld", place, (long long)t->gate->left.number);
}

static void report(const struct program *program, const struct teardown *t,
                   struct findings *findings) {
	struct arena *a = findings->arena;
	const char *name = program_display_name(a, t->f->f->name);
	const char *place = say_path(a, t->f->result->summary, t->place);
	const struct path *gate = &t->gate->left.path;
	struct finding finding = {
		.rule = "flag-never-set",
		.level = t->level,
		.at = say_range(t->f, &t->gate->loc),
		.function = name,
		.resource = place,
		.message = arena_printf(
			a, "'%s' never closes '%s': its close is gated by '%s', which is never set", name,
			place, gate_text(a, t)),
		.why = "The close in plain sight never runs: the number is leaked and the peer waits",
		.cure = "Set the flag where the wrapper is made to own the socket, or drop the gate",
	};
	say_sockets_of(a, &finding, program, t->field);
	add_stores(program, gate->steps[gate->step_count - 1].field, &finding, a);
	say_origin(a, &finding, t->close->origin, "the gated close is here");
	say_origin(a, &finding, t->drop->origin, "the last reference goes here");
	VEC_PUSH(a, &findings->list, finding);
}

void rule_flag_never_set(const struct program *program, const struct teardowns *teardowns,
                         struct findings *findings) {
	for (size_t i = 0; i < teardowns->list.n; i++)
		if (teardowns->list.items[i].fault == TEARDOWN_GATED)
			report(program, &teardowns->list.items[i], findings);
}
