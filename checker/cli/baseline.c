#include "cli/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/lex.h"
#include "base/map.h"
#include "base/path.h"
#include "report/key.h"

const char baseline_name[] = ".closewait-baseline";

static const char heading[] =
	"# closewait baseline 1: findings that are known. `closewait baseline` writes this file.\n";

/* --- reading ---------------------------------------------------------------------------------- */

static const char *take_optional(struct lex *lex) {
	if (!lex_word_is(lex_peek_word(lex), "-")) return lex_quoted(lex);
	lex_word(lex);
	return NULL;
}

/* HASH:ORDINAL */
static const char *take_key(struct lex *lex) {
	struct lex_word hash = lex_word(lex);
	if (hash.n != 16) lex_fail_expected(lex, "a fingerprint");
	lex_expect(lex, ':');
	uint32_t ordinal = lex_digits(lex, UINT32_MAX);
	return arena_printf(lex->arena, "%.*s:%u", (int)hash.n, hash.s, (unsigned)ordinal);
}

static struct baseline_entry take_entry(struct lex *lex) {
	struct baseline_entry e = {.line = lex->line};
	e.path = take_optional(lex);
	struct lex_word rule = lex_word(lex);
	if (!rule.n) lex_fail_expected(lex, "the name of a rule");
	e.rule = arena_copy(lex->arena, rule.s, rule.n);
	e.function = take_optional(lex);
	e.resource = take_optional(lex);
	e.key = take_key(lex);
	return e;
}

bool baseline_read(struct arena *a, const char *path, struct baseline *baseline,
                   const char **error) {
	struct file_text text;
	if (!file_read(a, path, &text, error)) return false;
	struct lex lex = lex_begin(a, intern_new(a), path_relative(a, path_absolute(a, "."), path),
	                           text.bytes, text.length);
	while (lex_peek(&lex)) VEC_PUSH(a, &baseline->entries, take_entry(&lex));
	if (lex.error)
		*error = arena_printf(
			a, "%s; resolve it if it comes from a merge, or write the baseline anew", lex.error);
	return !lex.error;
}

/* --- use -------------------------------------------------------------------------------------- */

void baseline_apply(struct arena *a, struct baseline *baseline, struct findings *findings) {
	struct intern *names = intern_new(a);
	struct map entries = {0}; /* interned key -> entry */
	for (size_t i = 0; i < baseline->entries.n; i++) {
		struct baseline_entry *e = &baseline->entries.items[i];
		map_put(a, &entries, MAP_KEY(intern(names, e->key)), e);
	}
	for (size_t i = 0; i < findings->list.n; i++) {
		struct finding *f = &findings->list.items[i];
		struct baseline_entry *e = map_get(&entries, MAP_KEY(intern(names, f->key)));
		if (!e || f->suppressed) continue;
		f->suppressed = SUPPRESSED_BY_BASELINE;
		e->is_used = true;
	}
}

void baseline_add(struct arena *a, struct baseline *baseline, const struct findings *findings,
                  const struct sources *sources, const char *base) {
	for (size_t i = 0; i < findings->list.n; i++) {
		const struct finding *f = &findings->list.items[i];
		struct baseline_entry e = {
			.rule = f->rule, .function = f->function, .resource = f->resource, .key = f->key};
		e.path = finding_key_path(a, sources, base, f->at.path);
		VEC_PUSH(a, &baseline->entries, e);
	}
}

/* --- writing ---------------------------------------------------------------------------------- */

static void add_text(struct buf *out, const char *text) {
	if (text) lex_add_quoted(out, text);
	else buf_add_char(out, '-');
	buf_add_char(out, ' ');
}

static const char *line_of(struct arena *a, const struct baseline_entry *e) {
	struct buf line = BUF_IN(a);
	add_text(&line, e->path);
	buf_printf(&line, "%s ", e->rule);
	add_text(&line, e->function);
	add_text(&line, e->resource);
	buf_printf(&line, "%s\n", e->key);
	return buf_text(&line);
}

static int compare_lines(const void *x, const void *y) {
	const char *const *a = x, *const *b = y;
	return strcmp(*a, *b);
}

void baseline_print(struct buf *out, const struct baseline *baseline) {
	struct arena *a = out->arena;
	size_t n = baseline->entries.n;
	const char **lines = ARENA_ARRAY(a, const char *, n);
	for (size_t i = 0; i < n; i++) lines[i] = line_of(a, &baseline->entries.items[i]);
	if (n) qsort(lines, n, sizeof *lines, compare_lines);
	buf_add(out, heading);
	for (size_t i = 0; i < n; i++)
		if (!i || strcmp(lines[i], lines[i - 1]) != 0) buf_add(out, lines[i]);
}
