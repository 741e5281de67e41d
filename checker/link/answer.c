#include "link/answer.h"

#include <string.h>

#include "flow/bounds.h"
#include "ir/fingerprint.h"
#include "link/follow.h"

/* None of these is the hash of a summary but by the rarest chance. */
enum { ANSWER_NONE = 1, ANSWER_GIVEN_UP, ANSWER_UNKNOWN_YET, ANSWER_MODEL, ANSWER_DEAD_END };

void answers_begin(struct answers *answers, struct arena *a, struct program *program,
                   struct packer *packer) {
	*answers = (struct answers){.arena = a, .packer = packer, .asker = {.program = program}};
	answers->env = ask_env(&answers->asker, THREADS_NONE);
}

/* --- summaries -------------------------------------------------------------------------------- */

static uint64_t fields_of_path(uint64_t hash, const struct path *path) {
	for (uint32_t i = 0; i < path->step_count; i++)
		if (path->steps[i].field) hash = hash_mix(hash, ir_field_fingerprint(path->steps[i].field));
	return hash;
}

/* The text of a model is the same in every run; what is known of the members that it names may change. */
static uint64_t model_print(const struct summary *model) {
	uint64_t hash = ANSWER_MODEL;
	for (size_t c = 0; c < model->cases.n; c++) {
		const struct summary_case *in = &model->cases.items[c];
		for (size_t g = 0; g < in->guards.n; g++) {
			hash = fields_of_path(hash, &in->guards.items[g].left.path);
			hash = fields_of_path(hash, &in->guards.items[g].right.path);
		}
		for (size_t e = 0; e < in->effects.n; e++) {
			hash = fields_of_path(hash, &in->effects.items[e].place);
			hash = fields_of_path(hash, &in->effects.items[e].other);
			hash = fields_of_path(hash, &in->effects.items[e].value.path);
		}
	}
	return hash;
}

static uint64_t summary_print_of(const struct answers *a, const struct question *q,
                                 const struct program_function *asker) {
	const struct program *p = a->asker.program;
	const struct program_function *f = program_find(p, q->name);
	if (!f) {
		const struct summary *model = models_find(p->models, q->name);
		return model ? model_print(model) : ANSWER_NONE;
	}
	if (q->kind != ASKED_ENTRY && !is_followed(asker, f->id))
		return is_dead_end(asker, f->id) ? ANSWER_DEAD_END : ANSWER_NONE;
	if (!f->result) return f->component == asker->component ? ANSWER_UNKNOWN_YET : ANSWER_UNSURE;
	if (f->result->gave_up || f->f->incomplete) return ANSWER_GIVEN_UP;
	return q->number ? f->summary_print : f->outside_print;
}

static uint64_t second_print_of(const struct answers *a, const struct question *q,
                                const struct program_function *asker) {
	const struct program_function *f = program_find(a->asker.program, q->name);
	if (!f || !f->threads || !is_followed(asker, f->id)) return summary_print_of(a, q, asker);
	return f->threads->gave_up || f->f->incomplete ? ANSWER_GIVEN_UP : f->second_print;
}

/* --- facts ------------------------------------------------------------------------------------ */

static uint64_t fields_print(const struct ir_field *const *fields, size_t n) {
	uint64_t hash = n;
	for (size_t i = 0; i < n; i++) hash = hash_mix(hash, ir_field_fingerprint(fields[i]));
	return hash;
}

static uint64_t targets_print(struct answers *a, const struct question *q) {
	const struct program_function *f = program_find(a->asker.program, q->name);
	const char *targets[BOUND_CALL_TARGETS];
	bool all = false;
	size_t n = a->env.targets(&a->asker, f->f, q->number, targets, BOUND_CALL_TARGETS, &all);
	uint64_t hash = all;
	for (size_t i = 0; i < n; i++)
		hash = hash_mix(hash, hash_bytes(targets[i], strlen(targets[i])));
	return hash;
}

static uint64_t fields_of_record(struct answers *a, const struct question *q) {
	struct arena *scratch = arena_new("fields");
	const struct ir_field **fields = ARENA_ARRAY(scratch, const struct ir_field *, q->number);
	size_t n = q->kind == ASKED_MEMBERS
	               ? a->env.members(&a->asker, q->name, fields, q->number)
	               : a->env.socket_fields(&a->asker, q->name, fields, q->number);
	uint64_t hash = fields_print(fields, n);
	arena_free(scratch);
	return hash;
}

/* Equal starts are one when they come out of the pool, and may be two when they were found anew. */
static bool is_known_start(struct answers *a, const struct thread_start *const *starts, size_t i) {
	for (size_t k = 0; k < i; k++)
		if (pack_start(a->packer, starts[k]) == pack_start(a->packer, starts[i])) return true;
	return false;
}

static uint64_t starts_print(struct answers *a, const struct question *q) {
	size_t n;
	const struct home home = {.field = q->field, .global = q->name};
	const struct thread_start *const *starts = q->kind == ASKED_STARTS
	                                               ? a->env.starts(&a->asker, q->field, q->name, &n)
	                                               : a->env.lockers(&a->asker, &home, &n);
	uint64_t hash = 0;
	for (size_t i = 0; i < n; i++) {
		if (is_known_start(a, starts, i)) continue;
		uint32_t number = pack_start(a->packer, starts[i]);
		hash = hash_mix(hash, pool_get(a->packer->pool, number)->hash);
	}
	return hash;
}

/* Of any other question. */
static uint64_t work_out(struct answers *a, const struct question *q) {
	const struct flow_env *env = &a->env;
	void *data = &a->asker;
	switch (q->kind) {
	case ASKED_SUMMARY:
	case ASKED_SECOND_SUMMARY:
	case ASKED_ENTRY: break;
	case ASKED_GLOBAL: {
		const struct ir_global *global = env->global(data, q->name);
		return global ? ir_global_fingerprint(global) : 0;
	}
	case ASKED_TARGETS: return targets_print(a, q);
	case ASKED_SOCKET_FIELDS:
	case ASKED_MEMBERS: return fields_of_record(a, q);
	case ASKED_DERIVED: {
		const struct ir_field *field = env->derived(data, q->name);
		return field ? ir_field_fingerprint(field) : 0;
	}
	case ASKED_MATTERS: return env->matters(data, q->name);
	case ASKED_MAY_HOLD_LINE: {
		const struct program_function *f = program_find(a->asker.program, q->name);
		return env->may_hold_line(data, f->f, q->number);
	}
	case ASKED_FIELD_MAY_HOLD_LINE: return env->field_may_hold_line(data, q->field);
	case ASKED_FIELD_MAY_HOLD_FILE: return env->field_may_hold_file(data, q->field);
	case ASKED_GLOBAL_HOLDS_SOCKET: return env->global_holds_socket(data, q->name);
	case ASKED_IS_METHOD: return env->is_method(data, q->field);
	case ASKED_IS_KIND: return env->is_kind(data, q->field);
	case ASKED_SHARE_TABLE: return env->share_table(data, q->field, q->name, q->other, q->entry);
	case ASKED_IS_FIXED: return env->is_fixed(data, q->name, q->field);
	case ASKED_STARTS:
	case ASKED_LOCKERS: return starts_print(a, q);
	case ASKED_IS_BOUNDED:
		return env->is_bounded(data, &(struct home){.field = q->field, .global = q->name});
	case ASKED_IS_HANDLED: return env->is_handled(data, (int32_t)q->number >> 1, q->number & 1);
	case ASKED_IS_WAY_BACK: return env->is_way_back(data, q->field, q->other);
	case ASKED_IS_ASKED:
		return env->is_asked(data, q->entry, &(struct home){.field = q->field, .global = q->name});
	case ASKED_MAY_WAKE: return env->may_wake(data, q->entry, q->number);
	case ASKED_IS_END_OF_PAIR: return env->is_end_of_pair(data, q->field);
	case ASKED_MAY_SHARE_LINE: return env->may_share_line(data, q->field, q->other);
	case QUESTION_KINDS: break;
	}
	return 0;
}

/* Facts do not change while a program is linked; what is known of threads grows. */
static bool is_fact(enum question_kind kind) {
	return kind < ASKED_STARTS || kind > ASKED_MAY_WAKE;
}

static uint64_t not_zero(uint64_t answer) {
	return answer ? answer : UINT64_MAX;
}

uint64_t answers_find(struct answers *a, const struct question *q,
                      const struct program_function *asker) {
	if (q->kind == ASKED_SUMMARY || q->kind == ASKED_ENTRY) return summary_print_of(a, q, asker);
	if (q->kind == ASKED_SECOND_SUMMARY) return second_print_of(a, q, asker);
	if (!is_fact(q->kind)) return not_zero(work_out(a, q));
	uint64_t key = question_key(q);
	void *known = map_get(&a->known, key);
	if (known) return (uint64_t)(uintptr_t)known;
	uint64_t answer = not_zero(work_out(a, q));
	map_put(a->arena, &a->known, key, (void *)(uintptr_t)answer);
	return answer;
}
