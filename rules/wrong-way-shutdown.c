#include "rules/hangs.h"
#include "rules/rule.h"

void rule_wrong_way_shutdown(const struct program *program, struct findings *findings) {
	hangs_report(program, HANG_WRONG_WAY, "wrong-way-shutdown", findings);
}
