/* What the analysis sees of functions and globals, as numbers: equal when nothing of it changed. Floor 1.
 *
 * Names and paths count by their text, so that two runs agree. Where a function stands in its file does not count:
 * lines within it are counted from its first one.
 */
#ifndef CLOSEWAIT_IR_FINGERPRINT_H
#define CLOSEWAIT_IR_FINGERPRINT_H

#include "ir/ir.h"

/* f must be of the unit. What is known of the fields that it mentions counts as well. */
uint64_t ir_function_fingerprint(const struct ir_unit *unit, const struct ir_function *f);
uint64_t ir_global_fingerprint(const struct ir_global *global);
uint64_t ir_field_fingerprint(const struct ir_field *field);

/* Whether the location is in the file and between the first and the last line of f, where lines count from the first. */
bool ir_is_within(const struct ir_function *f, uint32_t file, uint32_t line);

#endif
