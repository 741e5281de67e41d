/* Calls that only print: a format and its values, as their literals show. Floor 1: base. */
#ifndef CLOSEWAIT_IR_FORMAT_H
#define CLOSEWAIT_IR_FORMAT_H

#include "ir/ir.h"

/* The first of the arguments that are values for a format: those behind the last string literal that asks for exactly as
 * many. Whoever gets them prints them, and keeps none. arg_count when there is no such literal. */
uint32_t format_first_value(const struct ir_instr *call);

#endif
