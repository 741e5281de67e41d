#include "rules/hangs.h"
#include "rules/rule.h"

void rule_join_before_wake(const struct program *program, struct findings *findings) {
	hangs_report(program, HANG_JOINED, "join-before-wake", findings);
}
