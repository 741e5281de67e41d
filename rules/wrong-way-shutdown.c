#include "rules/hangs.h"
#include "rules/rule.h"

void rule_wrong_way_shutdown(const struct program *program, const struct teardowns *teardowns,
                             struct findings *findings) {
	(void)teardowns;
	hangs_report(program, HANG_WRONG_WAY, "wrong-way-shutdown", findings);
}
