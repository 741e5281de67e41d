#include "cli/explain.h"

#include <stdio.h>
#include <string.h>

#include "base/trouble.h"
#include "cli/catalogue.h"
#include "cli/pager.h"
#include "cli/parser.h"
#include "cli/tell.h"

int explain_rule(struct arena *a, const char *name) {
	for (size_t i = 0; i < catalogue_count(); i++) {
		struct rule_info rule = catalogue_rule(i);
		if (strcmp(rule.name, name) != 0) continue;
		pager_show(rule.page);
		return EXIT_CLEAN;
	}
	tell_error("%s (`closewait rules` lists them)", catalogue_has_no(a, name));
	return EXIT_TROUBLE;
}

int explain_rules(void) {
	int width = 0;
	for (size_t i = 0; i < catalogue_count(); i++) {
		int n = (int)strlen(catalogue_rule(i).name);
		if (n > width) width = n;
	}
	for (size_t i = 0; i < catalogue_count(); i++) {
		struct rule_info rule = catalogue_rule(i);
		printf("%-*s  %s\n", width, rule.name, rule.summary);
	}
	return EXIT_CLEAN;
}

void explain_version(struct arena *a) {
	printf("closewait %s\n%s\n", CLOSEWAIT_VERSION, parser_find(a, NULL).libclang.version);
}

void explain_help(struct arena *a, const struct options *options) {
	fputs(options->has_command ? help_command_text(a, options->command) : help_text(a), stdout);
}
