#include "link/flow_env.h"

#include "flow/bounds.h"
#include "link/facts.h"
#include "link/follow.h"
#include "link/threads.h"

static const struct program *note(void *data, struct question question) {
	const struct asker *asker = data;
	if (asker->asked) questions_add(asker->asked, question);
	return asker->program;
}

/* --- summaries -------------------------------------------------------------------------------- */

/* A function that is being worked out for the first time: it does not return, as far as we know yet. */
static const struct summary UNKNOWN_YET = {.name = ""};

static const struct summary *first_summary(const struct program *p,
                                           const struct program_function *f,
                                           const struct ir_unit *from, const char *name) {
	if (!f) return models_find(p->models, name);
	if (!f->result) return &UNKNOWN_YET;
	if (f->result->gave_up || f->f->incomplete) return NULL;
	return f->unit == from ? f->result->summary : f->outside;
}

/* What the walk does not follow is to it as if nobody had seen it, whether or not it is worked out by now; or never
 * returns, which a summary without cases says. Returns whether it is so. */
static bool is_cut_off(const struct asker *asker, const struct program_function *f,
                       const struct summary **summary) {
	static const struct summary NEVER_RETURNS = {0};
	if (!f || is_followed(asker->walked, f->id)) return false;
	*summary = is_dead_end(asker->walked, f->id) ? &NEVER_RETURNS : NULL;
	return true;
}

static const struct summary *find_summary(void *data, const struct ir_unit *from,
                                          const char *name) {
	const struct asker *asker = data;
	const struct program_function *f = program_find(asker->program, name);
	note(data, (struct question){ASKED_SUMMARY, .name = name, .number = f && f->unit == from});
	const struct summary *cut_off;
	return is_cut_off(asker, f, &cut_off) ? cut_off : first_summary(asker->program, f, from, name);
}

static const struct summary *second_summary(void *data, const struct ir_unit *from,
                                            const char *name) {
	const struct asker *asker = data;
	const struct program_function *f = program_find(asker->program, name);
	note(data,
	     (struct question){ASKED_SECOND_SUMMARY, .name = name, .number = f && f->unit == from});
	const struct summary *cut_off;
	if (is_cut_off(asker, f, &cut_off)) return cut_off;
	if (!f || !f->threads) return first_summary(asker->program, f, from, name);
	return f->threads->gave_up || f->f->incomplete ? NULL : f->threads->summary;
}

/* All are worked out when threads are looked at. */
static const struct summary *entry_summary(void *data, const struct ir_unit *from,
                                           const char *name) {
	const struct asker *asker = data;
	const struct program_function *f = program_find(asker->program, name);
	note(data, (struct question){ASKED_ENTRY, .name = name, .number = f && f->unit == from});
	return first_summary(asker->program, f, from, name);
}

static const struct ir_global *find_global(void *data, const char *name) {
	return program_global(note(data, (struct question){ASKED_GLOBAL, .name = name}), name);
}

static size_t find_targets(void *data, const struct ir_function *f, uint32_t temp, const char **out,
                           size_t max, bool *all) {
	struct asker *asker = data;
	const struct program *p =
		note(data, (struct question){ASKED_TARGETS, .name = f->name, .number = temp});
	struct atom_list atoms = facts_of_temp(p->facts, program_find(p, f->name), temp);
	size_t n = 0;
	bool cut = false;
	*all = follow_knows(&atoms);
	for (size_t i = 0; i < atoms.n; i++) {
		const struct atom *a = atoms.items[i];
		if (a->kind != ATOM_FUNCTION) continue;
		if (n < max) out[n++] = a->text;
		else cut = true;
	}
	asker->cut_calls += cut;
	return n;
}

/* --- records, members, globals ---------------------------------------------------------------- */

static size_t find_socket_fields(void *data, const char *record, const struct ir_field **out,
                                 size_t max) {
	const struct program *p =
		note(data, (struct question){ASKED_SOCKET_FIELDS, .name = record, .number = (uint32_t)max});
	return facts_socket_fields(p->facts, record, out, max);
}

static size_t find_members(void *data, const char *record, const struct ir_field **out,
                           size_t max) {
	const struct program *p =
		note(data, (struct question){ASKED_MEMBERS, .name = record, .number = (uint32_t)max});
	return facts_members(p->facts, record, out, max);
}

static const struct ir_field *find_derived(void *data, const char *record) {
	const struct program *p = note(data, (struct question){ASKED_DERIVED, .name = record});
	return facts_derived(p->facts, record);
}

static bool record_matters(void *data, const char *record) {
	const struct program *p = note(data, (struct question){ASKED_MATTERS, .name = record});
	return facts_record_matters(p->facts, record);
}

static bool may_hold_line(void *data, const struct ir_function *f, uint32_t param) {
	const struct program *p =
		note(data, (struct question){ASKED_MAY_HOLD_LINE, .name = f->name, .number = param});
	const struct ir_type *type = &f->vars.items[param].type;
	if (type->record) return facts_record_matters(p->facts, type->record);
	if (type->kind != IR_INT) return true;
	struct atom_list atoms = facts_of_var(p->facts, program_find(p, f->name), param);
	for (size_t i = 0; i < atoms.n; i++)
		if (facts_is_connection(atoms.items[i])) return true;
	return false;
}

static bool global_holds_socket(void *data, const char *name) {
	const struct program *p =
		note(data, (struct question){ASKED_GLOBAL_HOLDS_SOCKET, .name = name});
	const struct ir_global *g = program_global(p, name);
	return g && facts_global_holds_socket(p->facts, g);
}

static bool field_may_hold_file(void *data, const struct ir_field *field) {
	const struct program *p =
		note(data, (struct question){ASKED_FIELD_MAY_HOLD_FILE, .field = field});
	struct atom_list atoms = facts_of_field(p->facts, field);
	for (size_t i = 0; i < atoms.n; i++)
		if (atoms.items[i]->kind == ATOM_OPENED && !facts_is_connection(atoms.items[i]))
			return true;
	return false;
}

static bool is_method(void *data, const struct ir_field *field) {
	const struct program *p = note(data, (struct question){ASKED_IS_METHOD, .field = field});
	return facts_is_method(p->facts, field);
}

static bool is_kind(void *data, const struct ir_field *field) {
	const struct program *p = note(data, (struct question){ASKED_IS_KIND, .field = field});
	return facts_is_kind(p->facts, field);
}

static bool share_table(void *data, const struct ir_field *a, const char *in_a,
                        const struct ir_field *b, const char *in_b) {
	const struct program *p = note(data, (struct question){ASKED_SHARE_TABLE, .name = in_a,
	                                                       .entry = in_b, .field = a, .other = b});
	return facts_share_table(p->facts, a, in_a, b, in_b);
}

static bool is_fixed(void *data, const char *global, const struct ir_field *field) {
	const struct program *p =
		note(data, (struct question){ASKED_IS_FIXED, .name = global, .field = field});
	return facts_is_method(p->facts, field) && !facts_is_copied_over(p->facts, global);
}

/* A pointer may be to a node within an object that matters. */
static bool field_may_hold_line(void *data, const struct ir_field *field) {
	const struct program *p =
		note(data, (struct question){ASKED_FIELD_MAY_HOLD_LINE, .field = field});
	enum ir_type_kind kind = field->type.kind;
	if (kind == IR_INT)
		return facts_field_holds_socket(p->facts, field) || facts_field_is_closed(p->facts, field);
	return kind != IR_FLOAT && kind != IR_FUNC;
}

/* --- threads ---------------------------------------------------------------------------------- */

static const struct thread_start *const *find_starts(void *data, const struct ir_field *field,
                                                     const char *global, size_t *n) {
	const struct program *p =
		note(data, (struct question){ASKED_STARTS, .field = field, .name = global});
	return threads_by_handle(p->threads, field, global, n);
}

static const struct thread_start *const *find_lockers(void *data, const struct home *home,
                                                      size_t *n) {
	const struct program *p =
		note(data, (struct question){ASKED_LOCKERS, .field = home->field, .name = home->global});
	return threads_by_lock(p->threads, home, n);
}

static bool is_bounded(void *data, const struct home *home) {
	const struct program *p =
		note(data, (struct question){ASKED_IS_BOUNDED, .field = home->field, .name = home->global});
	return threads_is_bounded(p->threads, home);
}

static bool is_handled(void *data, int64_t signal, bool despite_restart) {
	uint32_t number = (uint32_t)signal << 1 | despite_restart;
	const struct program *p = note(data, (struct question){ASKED_IS_HANDLED, .number = number});
	return threads_handle(p->threads, signal, despite_restart);
}

static bool is_way_back(void *data, const struct ir_field *link, const struct ir_field *back) {
	const struct program *p =
		note(data, (struct question){ASKED_IS_WAY_BACK, .field = link, .other = back});
	return threads_lead_back(p->threads, link, back);
}

static bool is_asked(void *data, const char *entry, const struct home *home) {
	const struct program *p =
		note(data, (struct question){ASKED_IS_ASKED, .entry = entry, .field = home->field,
	                                 .name = home->global});
	return threads_ask(p->threads, entry, home);
}

static bool may_wake(void *data, const char *entry, bool or_close) {
	const struct program *p =
		note(data, (struct question){ASKED_MAY_WAKE, .entry = entry, .number = or_close});
	return threads_may_wake(p->threads, entry, or_close);
}

static bool may_share_line(void *data, const struct ir_field *a, const struct ir_field *b) {
	const struct program *p =
		note(data, (struct question){ASKED_MAY_SHARE_LINE, .field = a, .other = b});
	return facts_share_line(p->facts, a, b);
}

static bool is_end_of_pair(void *data, const struct ir_field *field) {
	const struct program *p = note(data, (struct question){ASKED_IS_END_OF_PAIR, .field = field});
	return facts_is_end_of_pair(p->facts, field);
}

/* --- all of it -------------------------------------------------------------------------------- */

struct flow_env ask_env(struct asker *asker, enum flow_threads look) {
	struct program *p = asker->program;
	const char *none = intern(p->names, "");
	return (struct flow_env){
		.data = asker,
		.summary = look < THREADS_START ? find_summary : second_summary,
		.entry = entry_summary,
		.global = find_global,
		.targets = find_targets,
		.socket_fields = find_socket_fields,
		.members = find_members,
		.derived = find_derived,
		.matters = record_matters,
		.may_hold_line = may_hold_line,
		.field_may_hold_line = field_may_hold_line,
		.field_may_hold_file = field_may_hold_file,
		.global_holds_socket = global_holds_socket,
		.threads = look,
		.starts = find_starts,
		.lockers = find_lockers,
		.is_bounded = is_bounded,
		.is_handled = is_handled,
		.is_way_back = is_way_back,
		.is_asked = is_asked,
		.may_wake = may_wake,
		.may_share_line = may_share_line,
		.is_end_of_pair = is_end_of_pair,
		.is_method = is_method,
		.is_kind = is_kind,
		.is_fixed = is_fixed,
		.share_table = share_table,
		.fd = models_field(p->models, none, intern(p->names, "fd")),
		.owns = models_field(p->models, none, intern(p->names, "owns")),
		.fds = models_field(p->models, none, intern(p->names, "fds")),
	};
}
