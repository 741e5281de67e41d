#include "rules/hangs.h"
#include "rules/rule.h"

void rule_close_without_wake(const struct program *program, struct findings *findings) {
	hangs_report(program, HANG_CLOSED, "close-without-wake", findings);
}
