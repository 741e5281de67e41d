#include "rules/hangs.h"
#include "rules/rule.h"

void rule_join_before_wake(const struct program *program, const struct teardowns *teardowns,
                           struct findings *findings) {
	(void)teardowns;
	hangs_report(program, HANG_JOINED, "join-before-wake", findings);
}
