#include "report/text.h"

#include <locale.h>
#include <string.h>

#include "base/buf.h"
#include "report/display.h"
#include "report/excerpt.h"

/* Colours of clang's diagnostics. */
#define BOLD "\033[1m"
#define MAGENTA "\033[0;1;35m"
#define CYAN "\033[0;1;36m"
#define PLAIN "\033[0m"

struct writer {
	const struct report *report;
	struct buf line;
	const struct source_range *drawn; /* the last range with an excerpt */
};

static void colour(struct writer *w, const char *sequence) {
	if (w->report->options.colour) buf_add(&w->line, sequence);
}

static void add_place(struct writer *w, const struct source_range *at) {
	colour(w, BOLD);
	display_add(&w->line, at->path ? at->path : "closewait");
	buf_add_char(&w->line, ':');
	if (at->line) buf_printf(&w->line, "%u:", (unsigned)at->line);
	if (at->line && at->column) buf_printf(&w->line, "%u:", (unsigned)at->column);
	buf_add_char(&w->line, ' ');
	colour(w, PLAIN);
}

/* Does the line stand above already? */
static bool is_drawn(const struct writer *w, const struct source_range *at) {
	return w->drawn && w->drawn->line == at->line && strcmp(w->drawn->path, at->path) == 0;
}

static size_t underline_end(struct sources *sources, const struct source_range *at, size_t from) {
	if (at->end_line < at->line) return from;
	if (at->end_line > at->line) return sources_line(sources, at->path, at->line).length;
	return sources_offset(sources, at->path, at->line, at->end_column);
}

static void add_excerpt(struct writer *w, const struct source_range *at) {
	struct sources *sources = w->report->sources;
	if (!w->report->options.excerpts) return;
	struct excerpt e = {.number = at->line, .has_caret = at->column != 0};
	e.line = sources_line(sources, at->path, at->line);
	if (!e.line.text || is_drawn(w, at)) return;
	e.from = sources_offset(sources, at->path, at->line, at->column);
	e.to = underline_end(sources, at, e.from);
	excerpt_draw(&w->line, &e, w->report->options.colour);
	w->drawn = at;
}

static void add_note(struct writer *w, const struct source_range *at, const char *message) {
	if (!message) return;
	add_place(w, at);
	colour(w, CYAN);
	buf_add(&w->line, "note: ");
	colour(w, PLAIN);
	display_add(&w->line, message);
	buf_add_char(&w->line, '\n');
}

static void add_warning(struct writer *w, const struct finding *f) {
	add_place(w, &f->at);
	colour(w, MAGENTA);
	buf_add(&w->line, "warning: ");
	colour(w, PLAIN);
	colour(w, BOLD);
	display_add(&w->line, f->message);
	buf_printf(&w->line, " [%s", f->rule);
	if (f->level != LEVEL_CERTAIN) buf_printf(&w->line, ", %s", level_name(f->level));
	if (f->suppressed) buf_add(&w->line, ", suppressed");
	buf_add_char(&w->line, ']');
	colour(w, PLAIN);
	buf_add_char(&w->line, '\n');
}

static void add_finding(struct writer *w, const struct finding *f) {
	w->drawn = NULL;
	add_warning(w, f);
	add_excerpt(w, &f->at);
	for (size_t i = 0; i < f->steps.n; i++) {
		add_note(w, &f->steps.items[i].at, f->steps.items[i].message);
		add_excerpt(w, &f->steps.items[i].at);
	}
	add_note(w, &f->at, f->why);
	add_note(w, &f->at, f->cure);
}

/* Widths of characters are those of UTF-8 whatever the user's locale, so that the same report
 * gives the same bytes. Only this thread's locale is changed, and put back. */
void text_write(FILE *out, const struct report *report) {
	struct writer w = {.report = report, .line = BUF_IN(report->arena)};
	locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
	for (size_t i = 0; i < report->findings->list.n; i++) {
		w.line.n = 0;
		add_finding(&w, &report->findings->list.items[i]);
		fwrite(w.line.s, 1, w.line.n, out);
	}
	if (!utf8) return;
	uselocale(before);
	freelocale(utf8);
}
