#include "cli/explain.h"

#include <stdio.h>
#include <string.h>

#include "base/trouble.h"
#include "cli/suggest.h"
#include "cli/tell.h"
#include "embedded.h"
#include "front/resource.h"
#include "rules/rule.h"

int explain_rule(struct arena *a, const char *name) {
	struct suggestion near = {.word = name};
	for (size_t i = 0; i < embedded_page_count; i++) {
		if (strcmp(embedded_pages[i].name, name) == 0) {
			fwrite(embedded_pages[i].text, 1, embedded_pages[i].length, stdout);
			return EXIT_CLEAN;
		}
		suggest(&near, embedded_pages[i].name);
	}
	tell_error("there is no rule '%s'%s `closewait rules` lists them", name,
	           near.best ? suggestion_text(a, &near) : ";");
	return EXIT_TROUBLE;
}

int explain_rules(void) {
	int width = 0;
	for (size_t i = 0; i < rule_count; i++)
		if ((int)strlen(rules[i].name) > width) width = (int)strlen(rules[i].name);
	for (size_t i = 0; i < rule_count; i++)
		printf("%-*s  %s\n", width, rules[i].name, rules[i].summary);
	return EXIT_CLEAN;
}

void explain_version(struct arena *a) {
	printf("closewait %s\n%s\n", CLOSEWAIT_VERSION, resource_clang_version(a));
}

void explain_help(struct arena *a, const struct options *options) {
	fputs(options->has_command ? help_command_text(a, options->command) : help_text(a), stdout);
}
