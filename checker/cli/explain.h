/* The commands that tell about closewait itself; all print to stdout. The top: sees all. */
#ifndef CLOSEWAIT_CLI_EXPLAIN_H
#define CLOSEWAIT_CLI_EXPLAIN_H

#include "cli/options.h"

/* The rule's page. Returns the exit status: that of trouble when there is no such rule, which is told. */
int explain_rule(struct arena *a, const char *name);
/* The list of rules. Returns the exit status. */
int explain_rules(void);
/* Of closewait and of the libclang that is in use. */
void explain_version(struct arena *a);
/* --help; of the command, when one was given. */
void explain_help(struct arena *a, const struct options *options);

#endif
