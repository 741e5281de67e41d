/* What a run says on stderr: what it could not analyse, and the last line. */
#include "base/buf.h"
#include "cli/run.h"
#include "cli/tell.h"

enum { MESSAGES_SHOWN = 10 }; /* of one kind; with -v all of them */

void run_tell_problems(const struct run *run) {
	const struct words *problems = &run->project->db->problems;
	size_t n = problems->n;
	size_t shown = run->options->verbose || n < MESSAGES_SHOWN ? n : MESSAGES_SHOWN;
	for (size_t i = 0; i < shown; i++) tell_warning("%s", problems->items[i]);
	if (shown < n) tell_warning("and %zu more such problems (-v lists them)", n - shown);
}

/* --- losses ----------------------------------------------------------------------------------- */

static const char *place_text(struct arena *a, const struct source_range *at) {
	if (!at->line) return at->path;
	return arena_printf(a, "%s:%u:%u", at->path, (unsigned)at->line, (unsigned)at->column);
}

static void tell_loss(const struct run *run, const struct report_loss *loss, size_t *headers) {
	const char *place = place_text(run->arena, &loss->at);
	if (loss->whole_unit && run_is_forgiving(run)) {
		tell_warning("%s could not be analysed: %s", place, loss->reason);
	} else if (loss->whole_unit) {
		tell_error("%s could not be analysed: %s", place, loss->reason);
	} else if (lower_is_missing_header(loss->reason)) {
		if (++*headers <= MESSAGES_SHOWN || run->options->verbose)
			tell_warning("%s: %s", place, loss->reason);
	} else if (run->options->verbose) {
		tell("%s: %s", place, loss->reason);
	}
}

/* A hook is no place to hear of files that the commit has nothing to do with. */
static bool is_told(const struct run *run, const struct report_loss *loss) {
	return !run->options->hook || project_concerns(run->project, &run->root, loss->at.path);
}

static void tell_incomplete(const struct run *run) {
	for (size_t i = 0; i < run->verdict.incomplete.n; i++) {
		const struct incomplete *f = &run->verdict.incomplete.items[i];
		tell("%s:%u:%u: '%s' was read only in part: %s", f->at.path, (unsigned)f->at.line,
		     (unsigned)f->at.column, f->function, f->reason);
	}
}

/* What the database holds that is not checked. */
static void tell_skipped(const struct run *run) {
	const struct compdb *db = run->project ? run->project->db : NULL;
	if (!db) return;
	for (size_t i = 0; i < COMMAND_KINDS; i++)
		if (db->skipped[i])
			tell("%s: %zu of %s left out", db->path, db->skipped[i],
			     command_kind_name((enum command_kind)i));
	if (db->duplicates)
		tell("%s: %zu duplicate%s left out", db->path, db->duplicates, plural(db->duplicates));
}

void run_tell_losses(const struct run *run) {
	size_t headers = 0;
	for (size_t i = 0; i < run->verdict.losses.n; i++) {
		const struct report_loss *loss = &run->verdict.losses.items[i];
		if (is_told(run, loss)) tell_loss(run, loss, &headers);
	}
	if (headers > MESSAGES_SHOWN && !run->options->verbose)
		tell_warning("and %zu more headers (-v lists them)", headers - MESSAGES_SHOWN);
	if (headers)
		tell(
			"headers that are missing hide code: build the project first if it makes them, install the packages "
			"that have them, or add their directories to the flags with -I");
	if (!run->options->verbose) return;
	tell_incomplete(run);
	tell_skipped(run);
}

/* --- the last line ---------------------------------------------------------------------------- */

static void add_findings(struct buf *b, const struct run *run) {
	size_t n = 0, at[LEVEL_CERTAIN + 1] = {0};
	for (size_t i = 0; i < run->findings.list.n; i++) {
		const struct finding *f = &run->findings.list.items[i];
		if (f->suppressed) continue;
		n++;
		at[f->level]++;
	}
	if (n) buf_printf(b, ", %zu finding%s", n, plural(n));
	else buf_add(b, ", no findings");
	if (run->scope) buf_add(b, " in what was changed");
	else if (run->project && run->project->named.n) buf_add(b, " in what was named");
	const char *separator = " (";
	for (int level = LEVEL_CERTAIN; level >= LEVEL_POSSIBLE; level--) {
		if (!at[level]) continue;
		buf_printf(b, "%s%zu %s", separator, at[level], level_name((enum level)level));
		separator = ", ";
	}
	if (n) buf_add_char(b, ')');
	if (run->counts.suppressed) buf_printf(b, ", %zu suppressed", run->counts.suppressed);
	if (run->counts.in_baseline) buf_printf(b, ", %zu in the baseline", run->counts.in_baseline);
}

static void add_part(struct buf *b, bool *any, const char *text) {
	buf_printf(b, "%s%s", *any ? ", " : "; ", text);
	*any = true;
}

static void add_losses(struct buf *b, const struct verdict *v) {
	bool any = false;
	if (v->lost)
		add_part(
			b, &any,
			arena_printf(b->arena, "%zu file%s could not be analysed", v->lost, plural(v->lost)));
	if (v->headers)
		add_part(b, &any,
		         arena_printf(b->arena, "%zu header%s missing", v->headers, plural(v->headers)));
	if (v->errors)
		add_part(
			b, &any,
			arena_printf(b->arena, "%zu error%s in the sources", v->errors, plural(v->errors)));
	if (v->incomplete.n)
		add_part(b, &any,
		         arena_printf(b->arena, "%zu function%s only in part", v->incomplete.n,
		                      plural(v->incomplete.n)));
}

void run_tell_result(const struct run *run) {
	struct buf b = BUF_IN(run->arena);
	buf_printf(&b, "checked %zu file%s", run->verdict.files, plural(run->verdict.files));
	add_findings(&b, run);
	add_losses(&b, &run->verdict);
	if (run->verdict.errors && !run->options->verbose) buf_add(&b, " (-v lists them)");
	tell("%s", buf_text(&b));
}
