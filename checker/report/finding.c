#include "report/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/trouble.h"

const char *level_name(enum level level) {
	switch (level) {
	case LEVEL_POSSIBLE: return "possible";
	case LEVEL_LIKELY: return "likely";
	case LEVEL_CERTAIN: return "certain";
	}
	bug("no such level: %d", (int)level);
}

static int compare_text(const char *a, const char *b) {
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_number(uint64_t a, uint64_t b) {
	return (a > b) - (a < b);
}

static int compare_start(const struct source_range *a, const struct source_range *b) {
	int order = compare_text(a->path, b->path);
	if (!order) order = compare_number(a->line, b->line);
	if (!order) order = compare_number(a->column, b->column);
	return order;
}

static int compare_range(const struct source_range *a, const struct source_range *b) {
	int order = compare_start(a, b);
	if (!order) order = compare_number(a->end_line, b->end_line);
	if (!order) order = compare_number(a->end_column, b->end_column);
	return order;
}

/* The order that readers see; what is equal in it is one finding. */
static int compare_shown(const struct finding *a, const struct finding *b) {
	int order = compare_start(&a->at, &b->at);
	if (!order) order = compare_text(a->rule, b->rule);
	if (!order) order = compare_text(a->message, b->message);
	return order;
}

static int compare_steps(const struct finding *a, const struct finding *b) {
	int order = compare_number(a->steps.n, b->steps.n);
	for (size_t i = 0; !order && i < a->steps.n; i++) {
		order = compare_range(&a->steps.items[i].at, &b->steps.items[i].at);
		if (!order) order = compare_text(a->steps.items[i].message, b->steps.items[i].message);
	}
	return order;
}

/* A total order, so that the result does not depend on the order of discovery: of two that are
 * shown alike the surer one stands first, then the one with the shorter way. */
static int compare_findings(const void *left, const void *right) {
	const struct finding *a = left, *b = right;
	int order = compare_shown(a, b);
	if (!order) order = compare_number(b->level, a->level);
	if (!order) order = compare_steps(a, b);
	if (!order) order = compare_range(&a->at, &b->at);
	if (!order) order = compare_text(a->function, b->function);
	if (!order) order = compare_text(a->resource, b->resource);
	if (!order) order = compare_text(a->why, b->why);
	if (!order) order = compare_text(a->cure, b->cure);
	return order;
}

void findings_sort(struct findings *findings) {
	struct finding *items = findings->list.items;
	size_t n = findings->list.n, kept = 0;
	if (!n) return;
	qsort(items, n, sizeof *items, compare_findings);
	for (size_t i = 1; i < n; i++) {
		if (compare_shown(&items[kept], &items[i]) != 0) items[++kept] = items[i];
	}
	findings->list.n = kept + 1;
}

static void add_sentence(struct buf *out, const char *text) {
	if (!text) return;
	if (out->n) buf_add_char(out, ' ');
	buf_add(out, text);
	if (out->n && out->s[out->n - 1] != '.') buf_add_char(out, '.');
}

void finding_add_text(struct buf *out, const struct finding *finding) {
	add_sentence(out, finding->message);
	add_sentence(out, finding->why);
	add_sentence(out, finding->cure);
}
