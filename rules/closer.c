#include "rules/closer.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "link/facts.h"
#include "rules/blame.h"
#include "rules/cases.h"

/* --- close functions -------------------------------------------------------------------------- */

/* What the end of a wrapper's life is called in C programs. Sorted. */
static const char *const ENDINGS[] = {
	"abort",    "cleanup",    "clear",   "close",      "closed",   "deinit", "delete",
	"destroy",  "destructor", "detach",  "disconnect", "dispose",  "drop",   "end",
	"finalize", "fini",       "finish",  "free",       "goodbye",  "halt",   "hangup",
	"kill",     "quit",       "release", "reset",      "shutdown", "stop",   "teardown",
	"term",     "terminate",  "uninit",  "unref",      "unwrap",
};

/* What says that it ends only some, or only sometimes: `close_idle`, `try_close`. Sorted. */
static const char *const CONDITIONS[] = {"check", "expired", "idle",     "if",  "maybe",
                                         "old",   "stale",   "timedout", "try", "unused"};

static bool is_among(const char *const *words, size_t count, const char *word, size_t n) {
	for (size_t i = 0; i < count; i++)
		if (strlen(words[i]) == n && strncasecmp(words[i], word, n) == 0) return true;
	return false;
}

#define AMONG(words, word, n) is_among(words, sizeof(words) / sizeof *(words), word, n)

bool closer_is_named(const char *name) {
	bool ends = false;
	for (const char *p = name; *p && *p != '@';) {
		const char *start = p++;
		while (*p && *p != '@' && *p != '_' &&
		       !(isupper((unsigned char)*p) && islower((unsigned char)p[-1])))
			p++;
		if (AMONG(CONDITIONS, start, (size_t)(p - start))) return false;
		ends |= AMONG(ENDINGS, start, (size_t)(p - start));
		while (*p == '_') p++;
	}
	return ends;
}

/* --- who else closes it ----------------------------------------------------------------------- */

/* Whether f closes the field of an object that its caller gave it, outside of except. */
static bool closes_given(const struct program_function *f, const struct ir_field *field,
                         const struct program_function *except) {
	const struct summary *s = f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			if (e->verb != VERB_closes || e->place.root != PATH_PARAM ||
			    place_field(&e->place) != field)
				continue;
			if (!except || !blame_passes(e->origin, except->f->name)) return true;
		}
	return false;
}

/* Whether f hands out an object with a new line in that field. */
static bool makes(const struct program_function *f, const struct ir_field *field) {
	const struct summary *s = f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++) {
			const struct effect *e = &s->cases.items[i].effects.items[k];
			bool is_new = e->value.kind == TERM_PATH && e->value.path.root == PATH_NEW;
			if (e->verb == VERB_assign && is_new && place_field(&e->place) == field) return true;
		}
	return false;
}

/* Whether somebody calls the function who is not seen: that of a library, for whoever uses it. */
static bool is_called_unseen(const struct program *p, const struct program_function *f) {
	if (!f->callers.n) return true;
	bool is_public = !f->f->is_static;
	for (size_t i = 0; i < p->functions.n && is_public; i++)
		is_public = !flow_is_main(p->functions.items[i].f);
	return is_public && closer_is_named(f->f->name);
}

static bool closes_for_others(const struct program *p, const struct program_function *f,
                              const struct ir_field *field, const struct program_function *except) {
	for (size_t k = 0; k < f->result->closes.n; k++) {
		const struct known_close *c = &f->result->closes.items[k];
		if (c->field == field && !blame_passes(c->close, except->f->name)) return true;
	}
	return closes_given(f, field, except) && is_called_unseen(p, f);
}

bool closer_is_elsewhere(const struct program *p, const struct ir_field *field,
                         const struct program_function *f) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *other = &p->functions.items[i];
		/* A construction that fails cleans up after itself. */
		if (other != f && closes_for_others(p, other, field, f) && !makes(other, field))
			return true;
	}
	return false;
}

static bool reads(const struct program_function *f, const struct ir_field *field) {
	for (size_t b = 0; b < f->f->blocks.n; b++)
		for (size_t i = 0; i < f->f->blocks.items[b].instrs.n; i++) {
			const struct ir_place *place = &f->f->blocks.items[b].instrs.items[i].place;
			for (uint32_t k = 0; k < place->step_count; k++)
				if (place->steps[k].kind == IR_STEP_FIELD && place->steps[k].field == field)
					return true;
		}
	return false;
}

static bool closes(const struct program_function *f, const struct ir_field *field) {
	const struct summary *s = f->result->summary;
	for (size_t i = 0; i < s->cases.n; i++)
		for (size_t k = 0; k < s->cases.items[i].effects.n; k++)
			if (s->cases.items[i].effects.items[k].verb == VERB_closes &&
			    place_field(&s->cases.items[i].effects.items[k].place) == field)
				return true;
	for (size_t i = 0; i < f->result->closes.n; i++)
		if (f->result->closes.items[i].field == field) return true;
	for (size_t i = 0; i < f->result->found_closes.n; i++)
		if (f->result->found_closes.items[i].field == field) return true;
	return false;
}

bool closer_is_anybody(const struct program *p, const struct ir_field *field,
                       const struct program_function *f) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *other = &p->functions.items[i];
		bool unknown = other->result->gave_up || other->result->cut || other->f->incomplete;
		if (other == f || makes(other, field)) continue;
		if (closes(other, field) || (unknown && reads(other, field))) return true;
	}
	return closer_has_another_name(p, field);
}

/* Whether the descriptor may get into one of these fields as well, and be closed there. */
static bool is_closed_among(const struct program *p, const struct atom *opened,
                            const struct ir_field *field, struct field_list others) {
	for (size_t i = 0; i < others.n; i++) {
		const struct ir_field *other = others.items[i];
		if (other == field || !facts_field_is_closed(p->facts, other)) continue;
		struct atom_list held = facts_of_field(p->facts, other);
		for (size_t k = 0; k < held.n; k++)
			if (held.items[k] == opened) return true;
	}
	return false;
}

bool closer_has_another_name(const struct program *p, const struct ir_field *field) {
	struct atom_list atoms = facts_of_field(p->facts, field);
	for (size_t i = 0; i < atoms.n; i++) {
		if (atoms.items[i]->kind != ATOM_OPENED) continue;
		if (is_closed_among(p, atoms.items[i], field, facts_all_socket_fields(p->facts)) ||
		    is_closed_among(p, atoms.items[i], field, facts_closed_mentions(p->facts)))
			return true;
	}
	return false;
}
