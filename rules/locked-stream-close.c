#include "rules/hangs.h"
#include "rules/rule.h"

void rule_locked_stream_close(const struct program *program, struct findings *findings) {
	hangs_report(program, HANG_LOCKED, "locked-stream-close", findings);
}
