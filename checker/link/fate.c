#include "link/fate.h"

void fate_goes_on(const struct program_function *f) {
	for (size_t i = 0; i < f->result->losses.n; i++)
		if (f->result->losses.items[i]->leaves) f->result->losses.items[i]->goes_on = true;
	for (size_t i = 0; i < f->result->passed_up.n; i++)
		f->result->passed_up.items[i]->goes_on = true;
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
		fate_goes_on(f);
		return;
	}
	for (size_t i = 0; i < f->result->losses.n; i++) f->result->losses.items[i]->is_taken_up = true;
}

void fate_settle(struct program *program) {
	for (size_t i = 0; i < program->functions.n; i++)
		if (!are_callers_known(program, &program->functions.items[i]))
			settle_unknown(program, &program->functions.items[i]);
	for (size_t i = 0; i < program->functions.n; i++) {
		struct flow_result *r = program->functions.items[i].result;
		size_t kept = 0;
		for (size_t k = 0; k < r->losses.n; k++)
			if (r->losses.items[k]->goes_on || !r->losses.items[k]->is_taken_up)
				r->losses.items[kept++] = r->losses.items[k];
		r->losses.n = kept;
	}
}
