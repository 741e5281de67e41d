#include "report/github.h"

#include <string.h>

#include "base/buf.h"
#include "base/trouble.h"
#include "report/display.h"

static const char *command_of(enum level level) {
	switch (level) {
	case LEVEL_POSSIBLE: return "notice";
	case LEVEL_LIKELY: return "warning";
	case LEVEL_CERTAIN: return "error";
	}
	bug("no such level: %d", (int)level);
}

/* --- escaping --------------------------------------------------------------------------------- */

/* Text behind the second `::`; what could begin another command is a line end. The rules are those
 * of actions/toolkit, packages/core/src/command.ts. */
static void add_data(struct buf *out, const char *text) {
	for (; *text; text++) {
		switch (*text) {
		case '%': buf_add(out, "%25"); break;
		case '\r': buf_add(out, "%0D"); break;
		case '\n': buf_add(out, "%0A"); break;
		default: buf_add_char(out, *text);
		}
	}
}

/* A property's value. */
static void add_value(struct buf *out, const char *text) {
	for (; *text; text++) {
		char one[] = {*text, '\0'};
		if (*text == ':') buf_add(out, "%3A");
		else if (*text == ',') buf_add(out, "%2C");
		else add_data(out, one);
	}
}

/* --- findings --------------------------------------------------------------------------------- */

/* GitHub refuses columns where line and endLine differ, so the place is one line. */
static void add_place(struct buf *out, const struct report *report, const struct source_range *at) {
	struct sources *sources = report->sources;
	buf_add(out, ",file=");
	add_value(out, report_checkout_path(report, at->path));
	if (!at->line) return;
	buf_printf(out, ",line=%u,endLine=%u", (unsigned)at->line, (unsigned)at->line);
	if (!at->column) return;
	buf_printf(out, ",col=%u",
	           (unsigned)sources_utf16_column(sources, at->path, at->line, at->column));
	if (at->end_line == at->line && at->end_column > at->column)
		buf_printf(out, ",endColumn=%u",
		           (unsigned)sources_utf16_column(sources, at->path, at->line, at->end_column));
}

static void add_step(struct buf *text, const struct finding_step *step) {
	buf_add_char(text, '\n');
	display_add(text, step->at.path ? step->at.path : "closewait");
	if (step->at.line) buf_printf(text, ":%u", (unsigned)step->at.line);
	buf_add(text, ": ");
	display_add(text, step->message);
}

/* What the annotation says: the sentences, and the way there. */
static const char *text_of(struct arena *a, const struct finding *f) {
	struct buf sentences = BUF_IN(a), text = BUF_IN(a);
	finding_add_text(&sentences, f);
	display_add(&text, buf_text(&sentences));
	for (size_t i = 0; i < f->steps.n; i++) add_step(&text, &f->steps.items[i]);
	return buf_text(&text);
}

static void write_finding(FILE *out, const struct report *report, const struct finding *f) {
	struct buf line = BUF_IN(report->arena);
	buf_printf(&line, "::%s title=", command_of(f->level));
	add_value(&line, arena_printf(report->arena, "closewait (%s)", f->rule));
	add_place(&line, report, &f->at);
	buf_add(&line, "::");
	add_data(&line, text_of(report->arena, f));
	buf_add_char(&line, '\n');
	fwrite(line.s, 1, line.n, out);
}

/* --- all -------------------------------------------------------------------------------------- */

/* Returns how many there are. */
static size_t write_level(FILE *out, const struct report *report, enum level level, bool write) {
	size_t n = 0;
	for (size_t i = 0; i < report->findings->list.n; i++) {
		const struct finding *f = &report->findings->list.items[i];
		if (f->level != level || f->suppressed) continue;
		if (write) write_finding(out, report, f);
		n++;
	}
	return n;
}

void github_write(FILE *out, const struct report *report) {
	size_t all = 0;
	bool all_shown = true;
	for (int level = LEVEL_CERTAIN; level >= LEVEL_POSSIBLE; level--) {
		size_t n = write_level(out, report, (enum level)level, false);
		all_shown &= n <= GITHUB_SHOWN;
		all += n;
	}
	if (!all_shown)
		fprintf(out,
		        "::notice title=closewait::%zu findings; of a step GitHub shows no more than %d "
		        "errors, %d warnings and %d notices, so the rest is in the log only\n",
		        all, GITHUB_SHOWN, GITHUB_SHOWN, GITHUB_SHOWN);
	for (int level = LEVEL_CERTAIN; level >= LEVEL_POSSIBLE; level--)
		write_level(out, report, (enum level)level, true);
}
