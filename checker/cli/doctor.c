/* The command doctor: what a check works with, what it could not do, and what helps. On stdout. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/trouble.h"
#include "cli/parser.h"
#include "cli/run.h"
#include "cli/store.h"
#include "cli/tell.h"
#include "embedded.h"
#include "front/resource.h"
#include "report/display.h"

enum { LINES_SHOWN = 20 }; /* of one kind; with -v all of them */

struct doctor {
	struct run *run;
	struct arena *arena;
	const char *no_project; /* why there are no units, or NULL */
	const char *no_resources;
	const char *bad_config, *bad_baseline; /* what is wrong with them, or NULL */
};

/* --- printing --------------------------------------------------------------------------------- */

__attribute__((format(printf, 2, 3))) static void line(const struct doctor *d, const char *format,
                                                       ...) {
	va_list args;
	struct buf shown = BUF_IN(d->arena);
	va_start(args, format);
	display_add(&shown, arena_vprintf(d->arena, format, args));
	va_end(args);
	puts(buf_text(&shown));
}

static size_t shown_of(const struct doctor *d, size_t n) {
	return d->run->options->verbose || n < LINES_SHOWN ? n : LINES_SHOWN;
}

static void and_more(const struct doctor *d, size_t n) {
	if (shown_of(d, n) < n) line(d, "  and %zu more (-v lists them)", n - shown_of(d, n));
}

static const char *place_text(const struct doctor *d, const struct source_range *at) {
	if (!at->line) return at->path;
	return arena_printf(d->arena, "%s:%u:%u", at->path, (unsigned)at->line, (unsigned)at->column);
}

/* --- what a check works with ------------------------------------------------------------------ */

static void show_programs(struct doctor *d) {
	const char *error;
	struct libclang libclang = parser_find(d->arena, NULL).libclang;
	const char *resources =
		resource_find(d->arena, &libclang, d->run->options->resource_dir, &error);
	d->no_resources = resources ? NULL : error;
	line(d, "closewait: %s", CLOSEWAIT_VERSION);
	line(d, "libclang: %s, %s", libclang.version, libclang.library);
	line(d, "resource directory: %s", resources ? resources : "not found");
	if (!resources) line(d, "  %s", error);
}

static const char *how_found(const struct doctor *d) {
	const struct options *o = d->run->options;
	if (o->build) return "named by -p";
	const char *start =
		o->operands.n && path_real(d->arena, o->operands.items[0]) ? o->operands.items[0] : ".";
	return arena_printf(d->arena, "searched for in '%s' and the directories above it",
	                    path_absolute(d->arena, start));
}

static void show_database(const struct doctor *d) {
	const struct project *p = d->run->project;
	if (d->run->options->has_flags && p) {
		line(d, "compile database: none, the flags stand behind `--`; %zu file%s", p->units.n,
		     plural(p->units.n));
	} else {
		line(d, "compile database: %s", p ? p->db->path : "none");
		if (p) line(d, "  %s; %zu unit%s", how_found(d), p->units.n, plural(p->units.n));
	}
	if (d->no_project) line(d, "  %s", d->no_project);
	if (!p) return;
	for (size_t i = 0; i < COMMAND_KINDS; i++)
		if (p->db->skipped[i])
			line(d, "  left out: %zu of %s", p->db->skipped[i],
			     command_kind_name((enum command_kind)i));
	if (p->db->duplicates) line(d, "  left out: %zu that are there twice", p->db->duplicates);
	for (size_t i = 0; i < shown_of(d, p->db->problems.n); i++)
		line(d, "  %s", p->db->problems.items[i]);
	and_more(d, p->db->problems.n);
}

static void show_config(struct doctor *d) {
	const struct config *c = &d->run->config;
	const struct options *o = d->run->options;
	const char *error = run_configure(d->run);
	line(d, "configuration: %s%s", c->files.n ? c->files.items[0] : "none",
	     o->isolated ? " (--isolated)" : "");
	if (o->config) line(d, "  named by --config");
	else if (c->start) line(d, "  searched for in '%s' and the directories above it", c->start);
	for (size_t i = 1; i < c->files.n; i++) line(d, "  inherits from %s", c->files.items[i]);
	struct words lines = config_lines(d->arena, c);
	for (size_t i = 0; !error && i < lines.n; i++) line(d, "  %s", lines.items[i]);
	for (size_t i = 0; i < d->run->config_problems.n; i++)
		line(d, "  extra-args: %s", d->run->config_problems.items[i]);
	if (error) line(d, "  %s", error);
	d->bad_config = error;
}

static void show_baseline(struct doctor *d) {
	const struct baseline *b = &d->run->baseline;
	d->bad_baseline = run_open_baseline(d->run);
	line(d, "baseline: %s", b->path ? b->path : "none");
	if (d->bad_baseline) line(d, "  %s", d->bad_baseline);
	else if (b->path) line(d, "  %zu known finding%s", b->entries.n, plural(b->entries.n));
}

static void show_cache(const struct doctor *d) {
	const char *directory = run_cache_directory(d->arena, d->run->options);
	if (!directory) {
		line(d, "cache: none%s",
		     d->run->options->no_cache ? " (--no-cache)"
		                               : "; set XDG_CACHE_HOME, or name one with --cache-dir");
		return;
	}
	struct store_size size = store_measure(d->arena, directory);
	line(d, "cache: %s", directory);
	if (size.error) line(d, "  %s; remove it, or name another one with --cache-dir", size.error);
	else if (!path_is_directory(directory)) line(d, "  not there yet: the first check makes it");
	else line(d, "  %zu entries, %zu KB", size.entries, (size.bytes + 1023) / 1024);
	if (size.temporary)
		line(d, "  %zu file%s of runs that were killed, which may be removed: *.tmp",
		     size.temporary, plural(size.temporary));
}

static void show_models(struct doctor *d) {
	struct run *run = d->run;
	if (!run->models->by_name.n) run_load_models(run);
	line(d, "models: of %zu functions, in %zu files that come with closewait and %zu of your own",
	     run->models->by_name.n, embedded_model_count, run->options->models.n);
}

/* --- what it could not do --------------------------------------------------------------------- */

static void show_lost(const struct doctor *d) {
	const struct verdict *v = &d->run->verdict;
	size_t seen = 0;
	if (!v->lost) return;
	line(d, "files that could not be analysed: %zu", v->lost);
	for (size_t i = 0; i < v->losses.n; i++) {
		const struct report_loss *loss = &v->losses.items[i];
		if (loss->whole_unit && seen++ < shown_of(d, v->lost))
			line(d, "  %s: %s", loss->at.path, loss->reason);
	}
	and_more(d, v->lost);
}

/* Losses within units: of headers, or all others. */
static void show_losses(const struct doctor *d, const char *what, size_t n, bool headers,
                        const char *cure) {
	const struct verdict *v = &d->run->verdict;
	size_t seen = 0;
	if (!n) return;
	line(d, "%s: %zu", what, n);
	line(d, "  %s", cure);
	for (size_t i = 0; i < v->losses.n; i++) {
		const struct report_loss *loss = &v->losses.items[i];
		if (loss->whole_unit || lower_is_missing_header(loss->reason) != headers) continue;
		if (seen++ < shown_of(d, n)) line(d, "  %s: %s", place_text(d, &loss->at), loss->reason);
	}
	and_more(d, n);
}

static void show_incomplete(const struct doctor *d) {
	const struct verdict *v = &d->run->verdict;
	if (!v->incomplete.n) return;
	line(d, "functions that were read only in part: %zu", v->incomplete.n);
	line(d,
	     "  nothing is concluded from what is not in them; mend the errors in them, or the flags");
	for (size_t i = 0; i < shown_of(d, v->incomplete.n); i++) {
		const struct incomplete *f = &v->incomplete.items[i];
		line(d, "  %s: %s: %s", place_text(d, &f->at), f->function, f->reason);
	}
	and_more(d, v->incomplete.n);
}

static void show_names(const struct doctor *d, const char *const *names, size_t n) {
	for (size_t i = 0; i < shown_of(d, n); i++) line(d, "  %s", names[i]);
	and_more(d, n);
}

static void show_bounds(const struct doctor *d) {
	const struct verdict_stats *s = &d->run->verdict.stats;
	if (s->given_up.n) {
		line(d, "functions given up: %zu", s->given_up.n);
		line(
			d,
			"  they have more situations than are followed: little is found in them, and in what calls them; "
			"smaller functions help");
		show_names(d, s->given_up.items, s->given_up.n);
	}
	if (s->cut.n) {
		line(d, "functions whose summary was cut: %zu", s->cut.n);
		line(d, "  their callers know only a part of what they do");
		show_names(d, s->cut.items, s->cut.n);
	}
	if (s->unfinished_recursions)
		line(d, "recursions that were not followed to their end: %zu", s->unfinished_recursions);
	if (s->cut_calls)
		line(
			d,
			"calls through a pointer with more targets than are followed: %zu; they count as blind spots",
			s->cut_calls);
	if (s->full_facts)
		line(d, "places that hold more things than are remembered: %zu; they may hold anything",
		     s->full_facts);
}

static void show_program(const struct doctor *d) {
	const struct verdict *v = &d->run->verdict;
	size_t files = v->files, functions = v->stats.functions, findings = v->findings.list.n;
	line(d, "program: %zu file%s analysed, %zu function%s, %zu finding%s", files, plural(files),
	     functions, plural(functions), findings, plural(findings));
	show_lost(d);
	show_losses(
		d, "headers that are missing", v->headers, true,
		"build the project first if it makes them, install the packages that have them, or add their "
		"directories to the flags with -I");
	show_losses(
		d, "errors in the sources", v->errors, false,
		"the compiler accepts the file? then clang does not know a flag or an extension; what the "
		"errors do not touch is checked");
	show_incomplete(d);
	show_bounds(d);
}

/* --- blind spots ------------------------------------------------------------------------------ */

static void show_blind_spot(const struct doctor *d, const struct blind_count *b) {
	const char *times = arena_printf(d->arena, "%zu time%s, first at %s", b->n, plural(b->n),
	                                 place_text(d, &b->at));
	if (b->model) {
		line(d, "# %s: borrows, closes or keeps?", times);
		line(d, "%s", b->model);
	} else if (b->has_body) {
		line(d, "# %s: %s, whose body was given up or read only in part", times, b->callee);
	} else {
		line(d, "# %s: %s that may lead to functions that nobody has seen", times, b->callee);
	}
}

/* At the left margin, to be copied as it is. */
static void show_blind_spots(const struct doctor *d) {
	const struct verdict_stats *s = &d->run->verdict.stats;
	size_t all = 0;
	for (size_t i = 0; i < s->blind.n; i++) all += s->blind.items[i].n;
	line(d, "blind spots: %zu, by %zu function%s", all, s->blind.n, plural(s->blind.n));
	if (!s->blind.n) return;
	line(
		d,
		"  A descriptor went to a function that has neither body nor model, and nothing is said of it from there on. "
		"Copy the lines below to a file, correct what the name alone suggested, and check with --models FILE.");
	puts("");
	for (size_t i = 0; i < shown_of(d, s->blind.n); i++) show_blind_spot(d, &s->blind.items[i]);
	if (shown_of(d, s->blind.n) < s->blind.n)
		line(d, "# and %zu more functions (-v lists them)", s->blind.n - shown_of(d, s->blind.n));
}

/* --- all -------------------------------------------------------------------------------------- */

int run_doctor(struct arena *a, const struct options *options) {
	struct run run = run_begin(a, options);
	struct doctor d = {.run = &run, .arena = a};
	show_programs(&d);
	d.no_project = run_open_project(&run);
	show_database(&d);
	show_config(&d);
	if (!d.bad_config) show_baseline(&d);
	show_cache(&d);
	bool can_check = !d.no_project && !d.no_resources && !d.bad_config;
	if (can_check) {
		run_prepare(&run, false);
		run_analyse(&run);
	}
	show_models(&d);
	if (can_check) {
		show_program(&d);
		show_blind_spots(&d);
	}
	bool is_well = can_check && !run.has_trouble && !d.bad_baseline && !run.verdict.lost &&
	               !run.verdict.headers;
	run_end(&run);
	return is_well ? EXIT_CLEAN : EXIT_TROUBLE;
}
