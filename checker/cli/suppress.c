#include "cli/suppress.h"

#include <fnmatch.h>
#include <string.h>

#include "cli/catalogue.h"

/* The last of the globs that match decides, as in clang-tidy. */
static bool names_rule(const struct suppression *s, const char *rule) {
	if (!s->names) return true;
	struct arena *a = arena_new("the names of a suppression");
	const char *name = arena_printf(a, "closewait-%s", rule), *rest = s->names;
	bool named = false;
	while (*rest) {
		size_t n = strcspn(rest, ",");
		bool takes_back = *rest == '-';
		if (fnmatch(arena_copy(a, rest + takes_back, n - takes_back), name, 0) == 0)
			named = !takes_back;
		rest += n + (rest[n] == ',');
	}
	arena_free(a);
	return named;
}

static bool suppresses(const struct suppression *s, const struct finding *f) {
	return !s->wrong && f->at.line && f->at.line >= s->first && f->at.line <= s->last &&
	       f->at.path && strcmp(s->at.path, f->at.path) == 0 && names_rule(s, f->rule);
}

static void apply(struct suppression *s, struct finding *f) {
	if (!suppresses(s, f)) return;
	s->is_used = true;
	if (f->suppressed) return;
	f->suppressed = SUPPRESSED_IN_SOURCE;
	f->reason = s->reason;
}

void suppressions_apply(struct suppressions *list, struct findings *findings) {
	for (size_t i = 0; i < findings->list.n; i++)
		for (size_t k = 0; k < list->n; k++) apply(&list->items[k], &findings->list.items[i]);
}

/* --- what is wrong or not used ---------------------------------------------------------------- */

/* False when it may be for a rule that did not run. */
static bool all_have_run(const struct suppression *s, const struct options *options) {
	for (size_t i = 0; i < catalogue_count(); i++) {
		const char *rule = catalogue_rule(i).name;
		if (names_rule(s, rule) && !options_select_rule(options, rule)) return false;
	}
	return true;
}

static struct finding finding_of(struct arena *a, const struct suppression *s) {
	return (struct finding){
		.rule = unused_suppression,
		.level = LEVEL_CERTAIN,
		.at = s->at,
		.message = arena_printf(a, "this comment suppresses nothing: %s",
	                            s->wrong ? s->wrong : "there is no such finding where it stands"),
		.why = s->wrong ? "What it was meant to suppress is reported, or will be"
	                    : "It would hide the next mistake on its line, and says that there is one",
		.cure = s->wrong ? "Correct it" : "Remove it, or move it to the line of the finding",
	};
}

void suppressions_judge(const struct suppressions *list, const struct options *options, bool full,
                        struct findings *findings) {
	if (!options_select_rule(options, unused_suppression)) return;
	for (size_t i = 0; i < list->n; i++) {
		const struct suppression *s = &list->items[i];
		bool is_unused = full && !s->is_used && all_have_run(s, options);
		if (s->is_ours && (s->wrong || is_unused))
			VEC_PUSH(findings->arena, &findings->list, finding_of(findings->arena, s));
	}
}
