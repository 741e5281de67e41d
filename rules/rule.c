#include "rules/rule.h"

#include <string.h>

const struct rule rules[] = {
#define RULE(id, name, cwe, summary) {name, cwe, summary, rule_##id},
#include "rules/rules.def"
#undef RULE
};

const size_t rule_count = sizeof rules / sizeof *rules;

const struct rule *rule_find(const char *name) {
	for (size_t i = 0; i < rule_count; i++)
		if (strcmp(rules[i].name, name) == 0) return &rules[i];
	return NULL;
}
