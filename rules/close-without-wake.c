#include "rules/hangs.h"
#include "rules/rule.h"

void rule_close_without_wake(const struct program *program, const struct teardowns *teardowns,
                             struct findings *findings) {
	(void)teardowns;
	hangs_report(program, HANG_CLOSED, "close-without-wake", findings);
}
