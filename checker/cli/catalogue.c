#include "cli/catalogue.h"

#include <fnmatch.h>
#include <string.h>

#include "cli/suggest.h"
#include "embedded.h"
#include "rules/rule.h"

const char unused_suppression[] = "unused-suppression";

static const char *page_of(const char *name) {
	for (size_t i = 0; i < embedded_page_count; i++)
		if (strcmp(embedded_pages[i].name, name) == 0) return embedded_pages[i].text;
	return "";
}

size_t catalogue_count(void) {
	return rule_count + 1;
}

static struct rule_info unused_suppression_info(void) {
	return (struct rule_info){.name = unused_suppression,
	                          .summary = "A comment that suppresses a rule suppresses nothing.",
	                          .page = page_of(unused_suppression),
	                          .cwe = 1116 /* inaccurate comments */};
}

/* The rules are sorted by name: it stands among them. */
struct rule_info catalogue_rule(size_t i) {
	size_t before = 0;
	while (before < rule_count && strcmp(rules[before].name, unused_suppression) < 0) before++;
	if (i == before) return unused_suppression_info();
	const struct rule *r = &rules[i < before ? i : i - 1];
	return (struct rule_info){r->name, r->summary, page_of(r->name), r->cwe};
}

bool catalogue_has(const char *glob) {
	for (size_t i = 0; i < catalogue_count(); i++)
		if (fnmatch(glob, catalogue_rule(i).name, 0) == 0) return true;
	return false;
}

const char *catalogue_has_no(struct arena *a, const char *name) {
	struct suggestion near = {.word = name};
	for (size_t i = 0; i < catalogue_count(); i++) suggest(&near, catalogue_rule(i).name);
	return arena_printf(a, "there is no rule '%s'%s", name, suggestion_text(a, &near));
}
