/* Rules: they look at the program and report. Floor 4.
 *
 * A rule sees the program read-only, knows no other rule and no reporter, and finds the same alone as in a full
 * run. To add one: rules/NAME.c, rules/NAME.md, testdata/NAME/ and a line in rules.def.
 */
#ifndef CLOSEWAIT_RULE_H
#define CLOSEWAIT_RULE_H

#include "link/program.h"
#include "report/finding.h"
#include "rules/teardown.h"

struct rule {
	const char *name;
	uint32_t cwe;
	const char *summary;
	/* teardowns: those of the program. */
	void (*check)(const struct program *program, const struct teardowns *teardowns,
	              struct findings *findings);
};

/* All rules, sorted by name. */
extern const struct rule rules[];
extern const size_t rule_count;

/* NULL when there is no rule of that name. */
const struct rule *rule_find(const char *name);

#define RULE(id, name, cwe, summary)                                                               \
	void rule_##id(const struct program *program, const struct teardowns *teardowns,               \
	               struct findings *findings);
#include "rules/rules.def"
#undef RULE

#endif
