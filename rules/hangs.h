/* Waits for threads that nobody wakes: what the rules about them share. Floor 4. */
#ifndef CLOSEWAIT_RULE_HANGS_H
#define CLOSEWAIT_RULE_HANGS_H

#include "link/program.h"
#include "report/finding.h"

/* Adds a finding of the rule for each hang of the kind, where both what was done to the line and the wait can be seen. */
void hangs_report(const struct program *program, enum hang_kind kind, const char *rule,
                  struct findings *findings);

#endif
