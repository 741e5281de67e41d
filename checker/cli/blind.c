#include "cli/blind.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "link/facts.h"

/* --- what a name suggests --------------------------------------------------------------------- */

enum suggestion_kind { SUGGESTS_NOTHING, CLOSES, FREES, MAKES, SETS, LOOKS };

/* What functions do that have such a word in their name, more often than not; the first word that is there decides. */
static const struct {
	const char *word;
	enum suggestion_kind kind;
} suggesting[] = {
	{"close", CLOSES}, {"disconnect", CLOSES}, {"free", FREES},    {"destroy", FREES},
	{"delete", FREES}, {"release", FREES},     {"cleanup", FREES}, {"new", MAKES},
	{"create", MAKES}, {"fdopen", MAKES},      {"open", MAKES},    {"from", MAKES},
	{"wrap", MAKES},   {"get", LOOKS},         {"is", LOOKS},      {"has", LOOKS},
	{"read", LOOKS},   {"recv", LOOKS},        {"receive", LOOKS}, {"write", LOOKS},
	{"send", LOOKS},   {"print", LOOKS},       {"log", LOOKS},     {"check", LOOKS},
	{"set", SETS},     {"attach", SETS},       {"assign", SETS},   {"bind", SETS},
};

/* Does a word of the name end before s[0]? Words are told apart by other characters than letters, or by capitals. */
static bool is_border(const char *s, const char *name) {
	return s == name || !isalpha((unsigned char)s[-1]) || !isalpha((unsigned char)*s) ||
	       (isupper((unsigned char)*s) && islower((unsigned char)s[-1]));
}

static bool has_word(const char *name, const char *word) {
	size_t n = strlen(word);
	for (const char *s = name; *s; s++)
		if (strncasecmp(s, word, n) == 0 && is_border(s, name) && is_border(s + n, name))
			return true;
	return false;
}

static enum suggestion_kind suggestion_of(const char *name) {
	for (size_t i = 0; i < sizeof suggesting / sizeof *suggesting; i++)
		if (has_word(name, suggesting[i].word)) return suggesting[i].kind;
	return SUGGESTS_NOTHING;
}

/* --- arguments -------------------------------------------------------------------------------- */

/* A call of the function. */
struct seen_call {
	const struct program_function *f;
	const struct ir_instr *call; /* the first */
	uint32_t fewest, most;       /* arguments of any */
};

struct argument {
	const char *name;
	bool is_pointer, is_variable;
	bool is_descriptor; /* may be one that the program opens */
	bool is_holder;     /* points to an object that may hold one */
};

static const struct ir_instr *definition_of(const struct ir_function *f, uint32_t temp) {
	for (size_t i = 0; i < f->blocks.n; i++)
		for (size_t k = 0; k < f->blocks.items[i].instrs.n; k++)
			if (f->blocks.items[i].instrs.items[k].result == temp)
				return &f->blocks.items[i].instrs.items[k];
	return NULL;
}

/* The name of a variable without what tells it from others of its name. */
static const char *plain_name(struct arena *a, const char *name) {
	return arena_copy(a, name, strcspn(name, ".@"));
}

/* The last member or the variable that the place names; NULL: none. */
static const char *name_of_place(struct arena *a, const struct ir_function *f,
                                 const struct ir_place *place) {
	for (uint32_t i = place->step_count; i-- > 0;)
		if (place->steps[i].kind == IR_STEP_FIELD) return place->steps[i].field->name;
	if (place->base == IR_BASE_VAR) return plain_name(a, f->vars.items[place->var].name);
	if (place->base == IR_BASE_GLOBAL) return plain_name(a, place->global);
	return NULL;
}

/* The type of what the place holds; IR_VOID: unknown. */
static struct ir_type type_of_place(const struct program *p, const struct ir_function *f,
                                    const struct ir_place *place) {
	const struct ir_global *global;
	if (place->step_count) {
		const struct ir_step *last = &place->steps[place->step_count - 1];
		return last->kind == IR_STEP_FIELD ? last->field->type : (struct ir_type){IR_VOID, NULL};
	}
	if (place->base == IR_BASE_VAR) return f->vars.items[place->var].type;
	global = place->base == IR_BASE_GLOBAL ? program_global(p, place->global) : NULL;
	return global ? global->type : (struct ir_type){IR_VOID, NULL};
}

static bool may_be_opened(const struct program *p, const struct program_function *f,
                          uint32_t temp) {
	struct atom_list atoms = facts_of_temp(p->facts, f, temp);
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_OPENED) return true;
	return false;
}

static void look_at_temp(struct arena *a, const struct program *p, const struct program_function *f,
                         uint32_t temp, struct argument *arg) {
	const struct ir_instr *from = definition_of(f->f, temp);
	bool has_place = from && (from->op == IR_OP_load || from->op == IR_OP_addr);
	struct ir_type type = {IR_VOID, NULL};
	if (has_place) {
		const char *name = name_of_place(a, f->f, &from->place);
		type = type_of_place(p, f->f, &from->place);
		if (name && *name) arg->name = name;
	}
	arg->is_pointer =
		type.kind == IR_PTR || type.kind == IR_ARRAY || (from && from->op == IR_OP_addr);
	arg->is_holder = arg->is_pointer && type.record && facts_record_matters(p->facts, type.record);
	arg->is_descriptor = !arg->is_pointer && may_be_opened(p, f, temp);
}

static struct argument argument_of(struct arena *a, const struct program *p,
                                   const struct seen_call *seen, uint32_t number) {
	const struct ir_value *value = &seen->call->args[number];
	struct argument arg = {.name = arena_printf(a, "arg%u", (unsigned)number + 1)};
	arg.is_variable = value->kind == IR_TEMP;
	if (arg.is_variable) look_at_temp(a, p, seen->f, value->temp, &arg);
	return arg;
}

/* --- models ----------------------------------------------------------------------------------- */

struct draft {
	struct arena *arena;
	struct summary summary;
	VEC(struct argument) args;
	bool has_result;
};

static struct path param_path(uint32_t number) {
	return (struct path){.root = PATH_PARAM, .number = number};
}

/* The argument that the model is about: a descriptor, else what may hold one, else what is no constant. */
static uint32_t subject_of(const struct draft *d) {
	uint32_t holder = UINT32_MAX, variable = UINT32_MAX;
	for (uint32_t i = (uint32_t)d->args.n; i-- > 0;) {
		if (d->args.items[i].is_holder) holder = i;
		if (d->args.items[i].is_variable) variable = i;
	}
	for (uint32_t i = 0; i < d->args.n; i++)
		if (d->args.items[i].is_descriptor) return i;
	return holder != UINT32_MAX ? holder : variable;
}

/* What may be a wrapper over the subject. */
static uint32_t wrapper_of(const struct draft *d, uint32_t subject) {
	for (uint32_t i = 0; i < d->args.n; i++)
		if (i != subject && d->args.items[i].is_pointer) return i;
	return UINT32_MAX;
}

/* Sets *effect to what the function may do; false: nothing that matters. */
static bool guess(const struct draft *d, uint32_t subject, struct effect *effect) {
	bool is_descriptor = d->args.items[subject].is_descriptor;
	uint32_t wrapper = wrapper_of(d, subject);
	*effect = (struct effect){.verb = VERB_escapes, .place = param_path(subject)};
	switch (suggestion_of(d->summary.name)) {
	case SUGGESTS_NOTHING: break;
	case CLOSES: effect->verb = is_descriptor ? VERB_closes : VERB_releases; break;
	case FREES:
		effect->verb = is_descriptor                      ? VERB_closes
		               : d->args.items[subject].is_holder ? VERB_frees
		                                                  : VERB_releases;
		break;
	case MAKES:
		if (!is_descriptor || !d->has_result) break;
		*effect = (struct effect){.verb = VERB_owns,
		                          .place = {.root = PATH_RETURN},
		                          .other = param_path(subject),
		                          .value = {.kind = TERM_CONST, .number = 1}};
		break;
	case SETS:
		if (!is_descriptor || wrapper == UINT32_MAX) break;
		*effect = (struct effect){
			.verb = VERB_borrows, .place = param_path(wrapper), .other = param_path(subject)};
		break;
	case LOOKS: return false;
	}
	return true;
}

/* Two parameters of one name would be one. */
static const char *unique_name(struct draft *d, const char *name) {
	for (size_t i = 0; i < d->summary.params.n; i++)
		if (strcmp(d->summary.params.items[i], name) == 0)
			return arena_printf(d->arena, "%s%zu", name, d->summary.params.n + 1);
	return name;
}

static const char *model_of(struct arena *a, const struct program *p, const char *name,
                            const struct seen_call *seen) {
	struct draft d = {.arena = a, .summary = {.name = name}};
	struct summary_case only = {0};
	struct effect effect;
	d.has_result = seen->call->result != IR_NO_TEMP;
	for (uint32_t i = 0; i < seen->fewest; i++) {
		struct argument arg = argument_of(a, p, seen, i);
		const char *param = unique_name(&d, arg.name);
		VEC_PUSH(a, &d.args, arg);
		VEC_PUSH(a, &d.summary.params, param);
	}
	if (seen->most > seen->fewest) VEC_PUSH(a, &d.summary.params, "...");
	uint32_t subject = subject_of(&d);
	if (subject != UINT32_MAX && guess(&d, subject, &effect)) VEC_PUSH(a, &only.effects, effect);
	VEC_PUSH(a, &d.summary.cases, only);
	struct buf text = BUF_IN(a);
	summary_print(&text, &d.summary);
	return arena_copy(a, text.s, text.n - 1);
}

/* --- counting --------------------------------------------------------------------------------- */

struct counting {
	struct arena *arena;
	const struct program *program;
	struct verdict_stats *stats;
	struct map index; /* a callee's name to its place in the list, plus 1 */
	struct map calls; /* the same name to its struct seen_call */
};

static struct source_range place_of(const struct program_function *f, const struct ir_loc *loc) {
	const char *path =
		loc->file < f->unit->files.n ? f->unit->files.items[loc->file] : f->unit->source;
	return (struct source_range){path, loc->line, loc->column, loc->end_line, loc->end_column};
}

static void count_one(struct counting *c, const struct program_function *f,
                      const struct blind_spot *spot) {
	const char *key = intern(c->program->names, spot->callee);
	size_t at = (size_t)(uintptr_t)map_get(&c->index, MAP_KEY(key));
	if (!at) {
		struct blind_count first = {.callee = key, .at = place_of(f, &spot->loc)};
		VEC_PUSH(c->arena, &c->stats->blind, first);
		at = c->stats->blind.n;
		map_put(c->arena, &c->index, MAP_KEY(key), (void *)(uintptr_t)at);
	}
	c->stats->blind.items[at - 1].n++;
}

static void note_call(struct counting *c, const struct program_function *f,
                      const struct ir_instr *i) {
	if (i->op != IR_OP_call || i->callee.kind != IR_SYMBOL) return;
	if (!map_get(&c->index, MAP_KEY(i->callee.text))) return;
	struct seen_call *seen = map_get(&c->calls, MAP_KEY(i->callee.text));
	if (!seen) {
		seen = ARENA_NEW(c->arena, struct seen_call);
		*seen = (struct seen_call){f, i, i->arg_count, i->arg_count};
		map_put(c->arena, &c->calls, MAP_KEY(i->callee.text), seen);
	}
	if (i->arg_count < seen->fewest) seen->fewest = i->arg_count;
	if (i->arg_count > seen->most) seen->most = i->arg_count;
}

static void note_calls(struct counting *c, const struct program_function *f) {
	for (size_t i = 0; i < f->f->blocks.n; i++)
		for (size_t k = 0; k < f->f->blocks.items[i].instrs.n; k++)
			note_call(c, f, &f->f->blocks.items[i].instrs.items[k]);
}

/* A model does not stand in for a body, and a pointer has no name. */
static void draft_model(struct counting *c, struct blind_count *count) {
	const struct program_function *f = program_find(c->program, count->callee);
	const struct seen_call *seen = map_get(&c->calls, MAP_KEY(count->callee));
	count->has_body = f != NULL;
	if (!f && seen) count->model = model_of(c->arena, c->program, count->callee, seen);
	count->callee = program_display_name(c->arena, count->callee);
}

static int compare_counts(const void *x, const void *y) {
	const struct blind_count *a = x, *b = y;
	if (a->n != b->n) return a->n < b->n ? 1 : -1;
	return strcmp(a->callee, b->callee);
}

void blind_spots_count(struct arena *a, const struct program *p, struct verdict_stats *stats) {
	struct counting c = {.arena = a, .program = p, .stats = stats};
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *f = &p->functions.items[i];
		for (size_t k = 0; f->result && k < f->result->blind_spots.n; k++)
			count_one(&c, f, &f->result->blind_spots.items[k]);
	}
	for (size_t i = 0; i < p->functions.n; i++) note_calls(&c, &p->functions.items[i]);
	for (size_t i = 0; i < stats->blind.n; i++) draft_model(&c, &stats->blind.items[i]);
	if (stats->blind.n)
		qsort(stats->blind.items, stats->blind.n, sizeof *stats->blind.items, compare_counts);
}
