#include "ir/format.h"

#include <string.h>

/* What stands between a percent sign and the letter of its conversion. */
static const char MODIFIERS[] = "0123456789-+ #'.*hlLqjzt";

/* How many values the text asks for. */
static uint32_t count_values(const char *text) {
	uint32_t n = 0;
	for (const char *p = strchr(text, '%'); p; p = strchr(p, '%')) {
		size_t skipped = strspn(++p, MODIFIERS);
		for (size_t i = 0; i < skipped; i++) n += p[i] == '*';
		p += skipped;
		if (!*p) break;
		/* %% is a percent sign, and %m says what errno means. */
		n += *p != '%' && *p != 'm';
		p++;
	}
	return n;
}

uint32_t format_first_value(const struct ir_instr *call) {
	for (uint32_t i = call->arg_count; i-- > 0;) {
		const struct ir_value *v = &call->args[i];
		if (v->kind != IR_STRING) continue;
		uint32_t values = count_values(v->text);
		if (values && values == call->arg_count - i - 1) return i + 1;
	}
	return call->arg_count;
}
