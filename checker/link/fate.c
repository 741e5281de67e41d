#include "link/fate.h"

/* The losses with which f leaves count, whatever its callers do. */
static void goes_on(const struct program_function *f) {
	for (size_t i = 0; i < f->result->losses.n; i++)
		if (f->result->losses.items[i]->leaves) f->result->losses.items[i]->goes_on = true;
	for (size_t i = 0; i < f->result->passed_up.n; i++)
		f->result->passed_up.items[i]->goes_on = true;
}

/* What f knows of the losses of its callees. */
static void take_word_of(const struct program_function *f) {
	for (size_t i = 0; i < f->result->taken_up.n; i++)
		f->result->taken_up.items[i]->is_taken_up = true;
	for (size_t i = 0; i < f->result->survived.n; i++) f->result->survived.items[i]->goes_on = true;
}

/* Whether all callers were walked to their end, so that none of them can go on unseen. */
static bool are_callers_known(const struct program *p, const struct program_function *f) {
	if (f->result->cut || f->result->gave_up) return false;
	for (size_t i = 0; i < f->callers.n; i++) {
		const struct program_function *caller = &p->functions.items[f->callers.items[i]];
		if (caller->result->gave_up || caller->result->cut || caller->f->incomplete) return false;
	}
	return f->callers.n > 0;
}

static bool is_called_by_main_alone(const struct program *p, const struct program_function *f) {
	for (size_t i = 0; i < f->callers.n; i++)
		if (!flow_is_main(p->functions.items[f->callers.items[i]].f)) return false;
	return f->callers.n > 0;
}

/* Nobody knows what its callers do behind a loss. Where there is only main, it may well return. */
static void settle_unknown(const struct program *p, const struct program_function *f) {
	if (!is_called_by_main_alone(p, f)) {
		goes_on(f);
		return;
	}
	for (size_t i = 0; i < f->result->losses.n; i++) f->result->losses.items[i]->is_taken_up = true;
}

void fate_settle(struct program *program) {
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		take_word_of(f);
		/* In a recursion not all callers were asked. */
		if (f->is_recursive) goes_on(f);
		else if (!are_callers_known(program, f)) settle_unknown(program, f);
	}
	for (size_t i = 0; i < program->functions.n; i++) {
		struct flow_result *r = program->functions.items[i].result;
		size_t kept = 0;
		for (size_t k = 0; k < r->losses.n; k++)
			if (r->losses.items[k]->goes_on || !r->losses.items[k]->is_taken_up)
				r->losses.items[kept++] = r->losses.items[k];
		r->losses.n = kept;
	}
}
