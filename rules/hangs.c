#include "rules/hangs.h"

#include <string.h>

#include "link/facts.h"
#include "link/threads.h"
#include "rules/blame.h"
#include "rules/say.h"

/* --- which of them count ---------------------------------------------------------------------- */

static bool is_same_place(const struct origin *a, const struct origin *b) {
	return a->function == b->function && a->loc.line == b->loc.line &&
	       a->loc.column == b->loc.column;
}

/* Whether both are about one call that waits for a thread, and one call that this is blocked in. */
static bool is_same(const struct origin *at, const struct origin *wait,
                    const struct origin *other_at, const struct origin *other_wait) {
	return is_same_place(blame_innermost(at), blame_innermost(other_at)) &&
	       is_same_place(blame_innermost(wait), blame_innermost(other_wait));
}

/* Whether whoever says other need not be told of h: it is about the same wait, and says no less of it. */
static bool says_it(const struct hang *other, const struct hang *h) {
	if (!is_same(h->at, h->wait, other->at, other->wait)) return false;
	if (other->kind == HANG_LOCKED && h->is_sure && !other->is_sure) return false;
	if (other->kind == HANG_JOINED) return h->kind == HANG_JOINED && (other->later || other->woken);
	return other->kind == h->kind || (h->kind == HANG_JOINED && other->is_sure);
}

static bool wakes(const struct flow_result *r, const struct program_function *by,
                  const struct hang *h) {
	for (size_t k = 0; k < r->wakes.n; k++) {
		const struct wake *wake = &r->wakes.items[k];
		/* That no thread runs yet says nothing of other callers of what they both call. */
		if (wake->is_unstarted && !blame_passes(wake->at, by->f->name)) continue;
		if (wake->at->inner && is_same(h->at, h->wait, wake->at, wake->wait)) return true;
	}
	return false;
}

static bool hangs_too(const struct flow_result *r, const struct hang *h) {
	for (size_t i = 0; i < r->hangs.n; i++) {
		const struct hang *other = &r->hangs.items[i];
		/* Of a lock that may be another, or of a thread that is started later, nothing is said. */
		if (other->kind == HANG_LOCKED && !other->is_sure) continue;
		if (is_same(h->at, h->wait, other->at, other->wait)) return true;
	}
	return false;
}

/* Whether a caller always wakes the thread before. */
static bool is_met(const struct program *p, const struct program_function *by,
                   const struct hang *h) {
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *f = &p->functions.items[i];
		if (f != by && f->threads && wakes(f->threads, by, h) && !hangs_too(f->threads, h))
			return true;
	}
	return false;
}

/* Whether a callee on the way sees as much by itself, and leaves it to no caller. */
static bool is_seen_below(const struct program *p, const struct hang *h) {
	const struct program_function *f =
		h->at->inner ? program_find(p, h->at->inner->function) : NULL;
	if (!f || !f->threads) return false;
	for (size_t i = 0; i < f->threads->hangs.n; i++)
		if (says_it(&f->threads->hangs.items[i], h) && !is_met(p, f, &f->threads->hangs.items[i]))
			return true;
	return false;
}

/* Whether a caller knows more of it: which stream it is whose lock is taken. */
static bool is_known_above(const struct program *p, const struct program_function *by,
                           const struct hang *h) {
	if (h->kind != HANG_LOCKED || h->is_sure) return false;
	for (size_t i = 0; i < p->functions.n; i++) {
		const struct program_function *f = &p->functions.items[i];
		for (size_t k = 0; f != by && f->threads && k < f->threads->hangs.n; k++) {
			const struct hang *other = &f->threads->hangs.items[k];
			if (other->is_sure && is_same(h->at, h->wait, other->at, other->wait)) return true;
		}
	}
	return false;
}

static bool is_read(const struct hang *h) {
	return strcmp(h->word, "read") == 0 || strcmp(h->word, "poll") == 0;
}

static bool is_write(const struct hang *h) {
	return strcmp(h->word, "write") == 0;
}

/* Whether somebody ran the thread's code and came to its end, and nobody in the program ever wakes the others. */
static bool is_left_behind(const struct program *p, const struct hang *h) {
	bool is_found = h->handle.field || h->handle.global;
	return h->turn && !facts_is_woken(p->facts, &h->line) &&
	       !(is_found && facts_is_woken(p->facts, &h->handle));
}

static enum level level_of(const struct program *p, const struct hang *h) {
	/* To write blocks when buffers are full, and a peer that reads empties them. */
	if (!h->is_sure || is_write(h)) return LEVEL_POSSIBLE;
	switch (h->kind) {
	/* A signal that nothing handles may end the process, and with it the wait. */
	case HANG_CLOSED: return h->signal || h->closes_copy ? LEVEL_LIKELY : LEVEL_CERTAIN;
	case HANG_LOCKED: return LEVEL_LIKELY;
	/* A peer that sees our end may hang up in answer. */
	case HANG_WRONG_WAY:
		return is_read(h) && !h->peer_is_ours && !h->has_no_end ? LEVEL_POSSIBLE : LEVEL_CERTAIN;
	/* Who neither shuts nor closes later may be waiting for work to be done. */
	case HANG_JOINED:
		if (h->woken) return LEVEL_LIKELY;
		if (h->later && !h->later_closes && !h->signal) return LEVEL_CERTAIN;
		if (is_left_behind(p, h)) return LEVEL_LIKELY;
		return h->act || h->later || h->told || h->cancelled ? LEVEL_LIKELY : LEVEL_POSSIBLE;
	}
	return LEVEL_POSSIBLE;
}

/* Whether the function waits for a lock of the thread's before it comes to this. */
static bool hangs_before(const struct program_function *f, const struct hang *h) {
	for (size_t i = 0; i < f->threads->hangs.n; i++) {
		const struct hang *other = &f->threads->hangs.items[i];
		if (h->kind == HANG_LOCKED && other == h) return false;
		if (other->kind == HANG_LOCKED && other->is_sure && other->entry == h->entry) return true;
	}
	return false;
}

/* --- saying it -------------------------------------------------------------------------------- */

static const char *line_of(struct arena *a, const struct hang *h) {
	return h->resource ? arena_printf(a, "'%s'", h->resource) : "the line";
}

static const char *message_of(struct arena *a, const struct hang *h, const char *line,
                              const char *entry) {
	switch (h->kind) {
	case HANG_CLOSED:
		return arena_printf(
			a,
			"%s is closed while the thread of '%s' may be blocked on it, and closing wakes nobody",
			line, entry);
	case HANG_JOINED:
		if (h->woken)
			return arena_printf(
				a,
				"this waits for the thread of '%s', which goes on when its call on %s ends, and asks nothing before the next",
				entry, line);
		return arena_printf(
			a,
			"this waits for the thread of '%s', which may be blocked on %s and is not woken before",
			entry, line);
	case HANG_WRONG_WAY:
		return arena_printf(a, "%s is shut in the direction that does not wake the thread of '%s'",
		                    line, entry);
	case HANG_LOCKED:
		return arena_printf(
			a,
			"this waits for the lock of %s, which the thread of '%s' may hold while it is blocked",
			line, entry);
	}
	return NULL;
}

static const char *cure_of(struct arena *a, const struct hang *h, const char *line) {
	switch (h->kind) {
	case HANG_CLOSED:
		return arena_printf(a, "shutdown(%s, SHUT_RDWR) before the wait, and close it behind that",
		                    line);
	case HANG_JOINED:
		if (h->woken)
			return "Let the thread leave its loop when the call fails or finds the end of the line";
		return arena_printf(a, "shutdown(%s, SHUT_RDWR) before the wait", line);
	case HANG_WRONG_WAY: return arena_printf(a, "Shut %s with SHUT_RDWR", line);
	case HANG_LOCKED:
		return "shutdown(fileno(stream), SHUT_RDWR) and wait for the thread before this";
	}
	return NULL;
}

/* The place on the one way in the innermost function that is on both. */
static const struct origin *where_they_part(const struct origin *one, const struct origin *other) {
	const struct origin *found = one;
	for (const struct origin *o = one; o && other; o = o->inner)
		if (blame_passes(other, o->function)) found = o;
	return found;
}

/* What was done to the line, where it was something; else the wait. */
static const struct origin *wrong_place(const struct hang *h) {
	if (h->kind == HANG_CLOSED || h->kind == HANG_WRONG_WAY) return where_they_part(h->act, h->at);
	return where_they_part(h->at, h->act ? h->act : h->later);
}

static const char *act_of(const struct hang *h) {
	switch (h->kind) {
	case HANG_CLOSED: return "the line is closed here";
	case HANG_WRONG_WAY: return "the line is shut here";
	case HANG_JOINED:
	case HANG_LOCKED: return "the line is let go of here, and not shut";
	}
	return NULL;
}

static void report(const struct hang *h, const char *rule, enum level level,
                   struct findings *findings) {
	struct arena *a = findings->arena;
	const char *line = line_of(a, h), *entry = program_display_name(a, h->entry);
	struct finding finding = {
		.rule = rule,
		.level = level,
		.at = say_origin_range(wrong_place(h)),
		.function = program_display_name(a, wrong_place(h)->function),
		.resource = h->resource ? h->resource : "line",
		.message = message_of(a, h, line, entry),
		.why =
			h->woken
				? "The thread calls in vain, again and again: the wait for it never ends"
				: "The thread stays in its call until the peer does something: the wait for it may never end",
		.cure = cure_of(a, h, line),
	};
	say_origin(a, &finding, h->started,
	           arena_printf(a, "the thread is started here, in '%s'", entry));
	say_origin(
		a, &finding, h->wait,
		arena_printf(
			a,
			h->begins_anew
				? "it blocks here on %s for a while, and asks nothing before it does so again"
				: "it may block here on %s",
			line));
	if (h->act) say_origin(a, &finding, h->act, act_of(h));
	if (h->woken) say_origin(a, &finding, h->woken, "the line is shut here, which ends that call");
	if (h->told && h->kind == HANG_JOINED)
		say_origin(a, &finding, h->told, "what it looks at between its calls is set here");
	if (h->turn && h->kind == HANG_JOINED)
		say_origin(a, &finding, h->turn, "the same code is run here, and comes to its end before");
	if (h->signal)
		say_origin(a, &finding, h->signal,
		           h->signal_is_handled
		               ? "the signal here has a handler that lets the call begin anew"
		               : "nothing handles the signal here: it ends no call");
	if (h->cancelled)
		say_origin(a, &finding, h->cancelled, "it is cancelled here, but has put that off");
	say_origin(a, &finding, h->at, "the wait here does not end");
	if (h->later) say_origin(a, &finding, h->later, "what should wake it comes only here");
	VEC_PUSH(a, &findings->list, finding);
}

static bool is_told(const struct findings *findings, const char *rule, const struct hang *h) {
	struct source_range at = say_origin_range(wrong_place(h));
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct finding *f = &findings->list.items[i];
		if (strcmp(f->rule, rule) == 0 && f->at.path == at.path && f->at.line == at.line &&
		    f->at.column == at.column)
			return true;
	}
	return false;
}

static void report_of(const struct program *p, const struct program_function *f,
                      enum hang_kind kind, enum level level, const char *rule,
                      struct findings *findings) {
	for (size_t k = 0; f->threads && !f->threads->gave_up && k < f->threads->hangs.n; k++) {
		const struct hang *h = &f->threads->hangs.items[k];
		if (h->kind != kind || level_of(p, h) != level || is_seen_below(p, h) ||
		    is_known_above(p, f, h) || hangs_before(f, h) || is_met(p, f, h) ||
		    is_told(findings, rule, h))
			continue;
		if (!threads_run(p, h->entry, f->f->name)) report(h, rule, level, findings);
	}
}

void hangs_report(const struct program *p, enum hang_kind kind, const char *rule,
                  struct findings *findings) {
	/* Of those at one place the surest is told. */
	static const enum level levels[] = {LEVEL_CERTAIN, LEVEL_LIKELY, LEVEL_POSSIBLE};
	for (size_t l = 0; l < sizeof levels / sizeof *levels; l++)
		for (size_t i = 0; i < p->functions.n; i++)
			report_of(p, &p->functions.items[i], kind, levels[l], rule, findings);
}
