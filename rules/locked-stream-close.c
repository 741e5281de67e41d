#include "rules/hangs.h"
#include "rules/rule.h"

void rule_locked_stream_close(const struct program *program, const struct teardowns *teardowns,
                              struct findings *findings) {
	(void)teardowns;
	hangs_report(program, HANG_LOCKED, "locked-stream-close", findings);
}
