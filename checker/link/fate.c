#include "link/fate.h"

#include "ir/cfg.h"

struct fate {
	const struct program *program;
	struct arena *scratch;
	/* What is in the end known of a loss, by key_of(): in a recursion, callers may have been asked about the loss that an
	 * earlier round found in the same place. */
	struct map losses;
	struct map taken; /* key_of() a loss, mixed with the id of a function that was told of it */
	/* By component: somebody outside it calls into it. */
	bool *is_called;
};

static uint64_t key_of_place(uint64_t key, const struct ir_loc *loc) {
	return hash_mix(hash_mix(hash_mix(key, loc->file), loc->line), loc->column);
}

static uint64_t key_of(const struct loss *l) {
	return key_of_place(key_of_place(MAP_KEY(l->function), &l->loc), &l->opened->loc);
}

static void index_losses(struct fate *fate) {
	const struct program *p = fate->program;
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct flow_result *r = p->functions.items[i].result;
		for (size_t k = 0; k < r->losses.n; k++)
			map_put(fate->scratch, &fate->losses, key_of(r->losses.items[k]), r->losses.items[k]);
	}
}

static void note_called(struct fate *fate) {
	const struct program *p = fate->program;
	fate->is_called = ARENA_ARRAY(fate->scratch, bool, p->functions.n + 1);
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *f = &p->functions.items[i];
		for (size_t k = 0; k < f->callers.n; k++)
			if (p->functions.items[f->callers.items[k]].component != f->component)
				fate->is_called[f->component] = true;
	}
}

static void set_goes_on(const struct fate *fate, const struct loss_list *losses) {
	for (size_t i = 0; i < losses->n; i++) {
		struct loss *l = map_get(&fate->losses, key_of(losses->items[i]));
		if (l) l->goes_on = true;
	}
}

/* The losses with which f leaves count, whatever its callers do. */
static void goes_on(const struct fate *fate, const struct program_function *f) {
	for (size_t i = 0; i < f->result->losses.n; i++)
		if (f->result->losses.items[i]->leaves) f->result->losses.items[i]->goes_on = true;
	set_goes_on(fate, &f->result->passed_up);
}

static void take_up(struct fate *fate, const struct program_function *f,
                    const struct loss_list *losses) {
	for (size_t i = 0; i < losses->n; i++) {
		uint64_t key = key_of(losses->items[i]);
		struct loss *l = map_get(&fate->losses, key);
		if (!l) continue;
		l->is_taken_up = true;
		map_put(fate->scratch, &fate->taken, hash_mix(key, f->id), l);
	}
}

/* Nothing goes on in f behind what never returns to it. */
static void take_up_dead_end(struct fate *fate, const struct program_function *f, uint32_t callee) {
	const struct flow_result *r = fate->program->functions.items[callee].result;
	take_up(fate, f, &r->losses);
	take_up(fate, f, &r->passed_up);
}

/* What f knows of the losses of its callees. */
static void take_word_of(struct fate *fate, const struct program_function *f) {
	take_up(fate, f, &f->result->taken_up);
	set_goes_on(fate, &f->result->survived);
	for (size_t i = 0; i < f->dead_ends.n; i++) take_up_dead_end(fate, f, f->dead_ends.items[i]);
}

/* Whether some caller of f was told of the loss that f passes up: who calls by a pointer of many targets was not. */
static bool is_told(const struct fate *fate, const struct program_function *f, uint64_t key) {
	for (size_t i = 0; i < f->callers.n; i++)
		if (map_get(&fate->taken, hash_mix(key, f->callers.items[i]))) return true;
	return false;
}

static void settle_untold(const struct fate *fate, const struct program_function *f) {
	for (size_t i = 0; i < f->result->passed_up.n; i++) {
		uint64_t key = key_of(f->result->passed_up.items[i]);
		struct loss *l = map_get(&fate->losses, key);
		if (l && !is_told(fate, f, key)) l->goes_on = true;
	}
}

/* Whether all callers were told of the losses and walked to their end, so that none of them can go on unseen. */
static bool are_callers_known(const struct fate *fate, const struct program_function *f) {
	if (f->result->lacks_cases || f->result->gave_up) return false;
	for (size_t i = 0; i < f->callers.n; i++) {
		const struct program_function *caller =
			&fate->program->functions.items[f->callers.items[i]];
		if (caller->result->gave_up || caller->f->incomplete) return false;
	}
	return fate->is_called[f->component];
}

static bool is_called_by_main_alone(const struct program *p, const struct program_function *f) {
	for (size_t i = 0; i < f->callers.n; i++)
		if (!flow_is_main(p->functions.items[f->callers.items[i]].f)) return false;
	return f->callers.n > 0;
}

/* Whether every way on from the block ends the process: none returns, and none goes round. */
static bool ends(const struct fate *fate, const struct ir_function *f, uint32_t block) {
	const struct cfg *cfg = cfg_new(fate->scratch, f);
	bool *is_on_way = ARENA_ARRAY(fate->scratch, bool, f->blocks.n);
	if (cfg->position[block] == CFG_NONE) return true;
	is_on_way[block] = true;
	for (uint32_t i = cfg->position[block]; i < cfg->order.n; i++) {
		const struct ir_exit *exit = &f->blocks.items[cfg->order.items[i]].exit;
		if (!is_on_way[cfg->order.items[i]]) continue;
		if (exit->kind == IR_RETURN) return false;
		for (uint32_t k = 0; k < exit->target_count; k++) {
			if (cfg->position[exit->targets[k]] <= i) return false;
			is_on_way[exit->targets[k]] = true;
		}
	}
	return true;
}

static bool calls(const struct ir_block *b, const char *callee) {
	for (size_t i = 0; i < b->instrs.n; i++) {
		const struct ir_instr *instr = &b->instrs.items[i];
		if (instr->op == IR_OP_call && instr->callee.kind == IR_SYMBOL &&
		    instr->callee.text == callee)
			return true;
	}
	return false;
}

/* Whether the caller calls it by its name, and always ends the process behind that: `_exit(child_main())`. */
static bool ends_behind(const struct fate *fate, const struct ir_function *caller,
                        const char *callee) {
	bool is_called = false;
	for (uint32_t i = 0; i < caller->blocks.n; i++) {
		if (!calls(&caller->blocks.items[i], callee)) continue;
		is_called = true;
		if (!ends(fate, caller, i)) return false;
	}
	return is_called;
}

static bool end_behind_it(const struct fate *fate, const struct program_function *f) {
	for (size_t i = 0; i < f->callers.n; i++) {
		const struct ir_function *caller = fate->program->functions.items[f->callers.items[i]].f;
		if (!ends_behind(fate, caller, f->f->name)) return false;
	}
	return f->callers.n > 0;
}

/* Nobody knows what its callers do behind a loss, but that they end the process; and where there is only main, it may well
 * return. */
static void settle_unknown(const struct fate *fate, const struct program_function *f) {
	if (!is_called_by_main_alone(fate->program, f) && !end_behind_it(fate, f)) {
		goes_on(fate, f);
		return;
	}
	for (size_t i = 0; i < f->result->losses.n; i++) f->result->losses.items[i]->is_taken_up = true;
}

static void drop_moot(struct flow_result *r) {
	size_t kept = 0;
	for (size_t k = 0; k < r->losses.n; k++)
		if (r->losses.items[k]->goes_on || !r->losses.items[k]->is_taken_up)
			r->losses.items[kept++] = r->losses.items[k];
	r->losses.n = kept;
}

void fate_settle(struct program *program) {
	struct fate fate = {.program = program, .scratch = arena_new("fate")};
	index_losses(&fate);
	note_called(&fate);
	for (size_t i = 0; i < program->functions.n; i++)
		take_word_of(&fate, &program->functions.items[i]);
	for (size_t i = 0; i < program->functions.n; i++) {
		const struct program_function *f = &program->functions.items[i];
		if (are_callers_known(&fate, f)) settle_untold(&fate, f);
		else settle_unknown(&fate, f);
	}
	for (size_t i = 0; i < program->functions.n; i++) drop_moot(program->functions.items[i].result);
	arena_free(fate.scratch);
}
