#include "link/outside.h"

#include <string.h>

#include "flow/guards.h"

struct outside {
	struct arena *arena, *out;
	struct map owners; /* global -> the one unit that names it, or SHARED */
	struct map prints; /* unit -> outside_private_print() */
};

static const char SHARED[] = "";

/* --- whose a global is ------------------------------------------------------------------------ */

static void name_in(struct outside *o, const char *global, const struct ir_unit *unit) {
	void *owner = map_get(&o->owners, MAP_KEY(global));
	map_put(o->arena, &o->owners, MAP_KEY(global),
	        !owner || owner == unit ? (void *)unit : (void *)SHARED);
}

static void share(struct outside *o, const char *global) {
	map_put(o->arena, &o->owners, MAP_KEY(global), (void *)SHARED);
}

static void name_place(struct outside *o, const struct ir_place *place,
                       const struct ir_unit *unit) {
	if (place->base == IR_BASE_GLOBAL && place->global) name_in(o, place->global, unit);
}

/* What is at hand while one function is looked at: the global whose address a temporary holds. */
struct addresses {
	const char **of_temp;
};

static void hand_on(struct outside *o, const struct addresses *addresses,
                    const struct ir_value *v) {
	const char *global = v->kind == IR_SYMBOL ? v->text
	                     : v->kind == IR_TEMP ? addresses->of_temp[v->temp]
	                                          : NULL;
	if (global) share(o, global);
}

static void look_at_instr(struct outside *o, const struct addresses *addresses,
                          const struct ir_instr *i, const struct ir_unit *unit) {
	name_place(o, &i->place, unit);
	name_place(o, &i->source, unit);
	if (i->op == IR_OP_addr && i->place.base == IR_BASE_GLOBAL)
		addresses->of_temp[i->result] = i->place.global;
	for (uint32_t k = 0; k < i->arg_count; k++) {
		if (i->op == IR_OP_store || i->op == IR_OP_copy || i->op == IR_OP_escape)
			hand_on(o, addresses, &i->args[k]);
		else if (i->args[k].kind == IR_SYMBOL) name_in(o, i->args[k].text, unit);
	}
}

static void look_at(struct outside *o, const struct program_function *f) {
	struct addresses addresses = {ARENA_ARRAY(o->arena, const char *, f->f->temp_count + 1)};
	for (size_t b = 0; b < f->f->blocks.n; b++) {
		const struct ir_block *block = &f->f->blocks.items[b];
		for (size_t i = 0; i < block->instrs.n; i++)
			look_at_instr(o, &addresses, &block->instrs.items[i], f->unit);
		if (block->exit.kind == IR_RETURN) hand_on(o, &addresses, &block->exit.left);
	}
}

static void note_prints(struct outside *o) {
	for (size_t i = 0; i < o->owners.n; i++) {
		const struct map_entry *e = &o->owners.entries[i];
		if (e->value == SHARED) continue;
		const char *name = (const char *)(uintptr_t)e->key;
		uint64_t print = (uint64_t)(uintptr_t)map_get(&o->prints, MAP_KEY(e->value));
		print += hash_bytes(name, strlen(name)); /* in any order */
		map_put(o->arena, &o->prints, MAP_KEY(e->value), (void *)(uintptr_t)print);
	}
}

struct outside *outside_new(struct arena *a, const struct program *program) {
	struct outside *o = ARENA_NEW(a, struct outside);
	o->arena = a;
	for (size_t u = 0; u < program->units.n; u++)
		for (size_t g = 0; g < program->units.items[u]->globals.n; g++) {
			const struct ir_global *global = &program->units.items[u]->globals.items[g];
			for (size_t i = 0; i < global->inits.n; i++)
				if (global->inits.items[i].value.kind == IR_SYMBOL)
					share(o, global->inits.items[i].value.text);
		}
	for (size_t i = 0; i < program->functions.n; i++) look_at(o, &program->functions.items[i]);
	note_prints(o);
	return o;
}

uint64_t outside_private_print(const struct outside *o, const struct ir_unit *unit) {
	return (uint64_t)(uintptr_t)map_get(&o->prints, MAP_KEY(unit));
}

static bool is_private(const struct outside *o, const struct path *p) {
	if (p->root != PATH_GLOBAL) return false;
	const void *owner = map_get(&o->owners, MAP_KEY(p->global));
	return owner && owner != SHARED;
}

/* --- leaving out ------------------------------------------------------------------------------ */

/* One case in the making: which of its new things callers still see, and which went into a private place. */
struct view {
	const struct outside *o;
	const struct summary_case *from;
	VEC(uint32_t) seen, hidden;
};

static bool has_path(const struct term *t) {
	return t->kind != TERM_UNKNOWN && t->kind != TERM_CONST && t->kind != TERM_RANGE &&
	       t->kind != TERM_SYMBOL;
}

static bool is_about_private(const struct outside *o, const struct term *t) {
	return has_path(t) && is_private(o, &t->path);
}

static bool says_private(const struct outside *o, const struct effect *e) {
	return is_private(o, &e->place) || is_private(o, &e->other);
}

static bool mentions_private(const struct outside *o, const struct summary *s) {
	for (size_t i = 0; i < s->cases.n; i++) {
		const struct summary_case *c = &s->cases.items[i];
		for (size_t k = 0; k < c->guards.n; k++)
			if (is_about_private(o, &c->guards.items[k].left)) return true;
		for (size_t k = 0; k < c->effects.n; k++)
			if (says_private(o, &c->effects.items[k]) ||
			    is_about_private(o, &c->effects.items[k].value))
				return true;
	}
	return false;
}

static bool is_seen(const struct view *v, const struct path *p) {
	if (p->root != PATH_NEW) return true;
	for (size_t i = 0; i < v->seen.n; i++)
		if (v->seen.items[i] == p->number) return true;
	return false;
}

static bool makes(enum verb verb) {
	return verb == VERB_opens || verb == VERB_allocs || verb == VERB_pairs || verb == VERB_dups;
}

/* Who only says something of a thing does not hold it. */
static bool only_says(enum verb verb) {
	return verb == VERB_bounds || verb == VERB_watches;
}

/* The new things that something kept refers to, and what these refer to. */
static void find_seen(struct view *v) {
	for (size_t before = SIZE_MAX; before != v->seen.n;) {
		before = v->seen.n;
		for (size_t i = 0; i < v->from->effects.n; i++) {
			const struct effect *e = &v->from->effects.items[i];
			const struct path *p =
				e->verb == VERB_assign && has_path(&e->value) ? &e->value.path : &e->place;
			if ((makes(e->verb) && !e->place.step_count) || only_says(e->verb)) continue;
			if (says_private(v->o, e) || p->root != PATH_NEW || is_seen(v, p)) continue;
			if (e->verb != VERB_assign || is_seen(v, &e->place))
				VEC_PUSH(v->o->arena, &v->seen, p->number);
		}
	}
}

static void keep_effect(struct view *v, struct summary_case *out, struct effect e) {
	if (!is_seen(v, &e.place)) return;
	if (is_about_private(v->o, &e.value)) {
		if (e.verb == VERB_assign && e.place.root == PATH_RETURN && !e.place.step_count) return;
		e.value = (struct term){.kind = TERM_UNKNOWN};
	}
	VEC_PUSH(v->o->out, &out->effects, e);
}

/* What went into a private place, or into a new object that only such a place leads to, is out of the callers' sight. */
static void hide_value(struct view *v, struct summary_case *out, const struct effect *e) {
	bool hidden = is_private(v->o, &e->place) || !is_seen(v, &e->place);
	if (e->verb != VERB_assign || !hidden || !has_path(&e->value)) return;
	if (is_private(v->o, &e->value.path) || !is_seen(v, &e->value.path)) return;
	struct effect escape = {.verb = VERB_escapes, .place = e->value.path, .origin = e->origin};
	VEC_PUSH(v->o->out, &out->effects, escape);
}

static struct summary_case case_view(const struct outside *o, const struct summary_case *c) {
	struct summary_case out = {
		.left = c->left, .no_memory = c->no_memory, .asks_changed = c->asks_changed};
	for (size_t i = 0; i < c->lost.n; i++) VEC_PUSH(o->out, &out.lost, c->lost.items[i]);
	struct view v = {.o = o, .from = c};
	find_seen(&v);
	for (size_t i = 0; i < c->guards.n; i++)
		if (!is_about_private(o, &c->guards.items[i].left))
			VEC_PUSH(o->out, &out.guards, c->guards.items[i]);
	for (size_t i = 0; i < c->effects.n; i++)
		if (!says_private(o, &c->effects.items[i])) keep_effect(&v, &out, c->effects.items[i]);
	for (size_t i = 0; i < c->effects.n; i++) hide_value(&v, &out, &c->effects.items[i]);
	return out;
}

/* --- joining ---------------------------------------------------------------------------------- */

/* What callers can tell from the outside: effects, and what is known of the result. */
static const char *behaviour(const struct outside *o, const struct summary *names,
                             const struct summary_case *c) {
	struct buf b = BUF_IN(o->arena);
	for (size_t i = 0; i < c->effects.n; i++) {
		effect_print(&b, &c->effects.items[i], names);
		buf_add(&b, "\n");
	}
	for (size_t i = 0; i < c->guards.n; i++)
		if (guard_is_about_result(&c->guards.items[i])) guard_print(&b, &c->guards.items[i], names);
	return buf_text(&b);
}

const struct summary *outside_view(const struct outside *shared, struct arena *scratch,
                                   struct arena *result, const struct summary *summary) {
	const struct outside own = {.arena = scratch, .out = result, .owners = shared->owners},
						 *o = &own;
	if (!mentions_private(o, summary)) return summary;
	struct summary *out = ARENA_NEW(o->out, struct summary);
	*out = *summary;
	out->cases.items = NULL;
	out->cases.n = out->cases.cap = 0;
	VEC(const char *) behaviours = {0};
	for (size_t i = 0; i < summary->cases.n; i++) {
		struct summary_case c = case_view(o, &summary->cases.items[i]);
		const char *does = behaviour(o, summary, &c);
		size_t same = 0;
		while (same < behaviours.n && strcmp(behaviours.items[same], does) != 0) same++;
		if (same < behaviours.n) {
			guards_join(o->out, &out->cases.items[same], &c);
			continue;
		}
		VEC_PUSH(o->arena, &behaviours, does);
		VEC_PUSH(o->out, &out->cases, c);
	}
	return out;
}
