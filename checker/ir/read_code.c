#include "ir/reader.h"

#include "ir/op.h"

/* --- instructions ----------------------------------------------------------------------------- */

static void keep_values(struct reader *r, struct ir_instr *instr) {
	instr->args = READER_KEEP(r, &r->values);
	instr->arg_count = (uint32_t)r->values.n;
}

/* (V, …) */
static void read_parenthesised(struct reader *r, struct ir_instr *instr) {
	r->values.n = 0;
	lex_expect(&r->lex, '(');
	if (!lex_take(&r->lex, ')')) {
		do VEC_PUSH(r->scratch, &r->values, read_value(r));
		while (lex_take(&r->lex, ','));
		lex_expect(&r->lex, ')');
	}
	keep_values(r, instr);
}

/* The places, values and field of an operation with a fixed number of them. */
static void read_operands(struct reader *r, struct ir_instr *instr, const struct ir_op_info *info) {
	if (info->places > 0) instr->place = read_place(r);
	if (info->places > 1) {
		lex_expect(&r->lex, ',');
		instr->source = read_place(r);
	}
	r->values.n = 0;
	for (int i = 0; i < info->operands; i++) {
		if (i || info->places) lex_expect(&r->lex, ',');
		VEC_PUSH(r->scratch, &r->values, read_value(r));
	}
	keep_values(r, instr);
	if (instr->op == IR_OP_container) {
		lex_expect(&r->lex, ',');
		instr->field = read_field(r);
	}
}

static struct ir_value read_callee(struct reader *r) {
	bool is_temp = lex_take(&r->lex, '*');
	char c = lex_peek(&r->lex);
	if (is_temp ? c == '%' : c == '@' || c == '?') return read_value(r);
	lex_fail_expected(&r->lex, is_temp ? "a temporary" : "@function, *%temporary or ?");
	return (struct ir_value){.kind = IR_UNKNOWN};
}

/* Behind the word that is the operation's name. */
static void read_instr(struct reader *r, enum ir_op op, uint32_t result) {
	const struct ir_op_info *info = ir_op_info(op);
	struct ir_instr instr = {.op = op, .result = result};
	if (op == IR_OP_call) instr.callee = read_callee(r);
	if (info->operands < 0) read_parenthesised(r, &instr);
	else read_operands(r, &instr, info);
	instr.loc = read_loc(r);
	VEC_PUSH(r->scratch, &r->instrs, instr);
}

/* --- exits ------------------------------------------------------------------------------------ */

uint32_t read_block_name(struct reader *r) {
	struct lex_word word = lex_peek_word(&r->lex);
	if (word.n < 2 || word.s[0] != 'b' || word.s[1] < '0' || word.s[1] > '9') {
		lex_fail_expected(&r->lex, "a block");
		return 0;
	}
	lex_take_next(&r->lex, 'b');
	return lex_digits(&r->lex, UINT32_MAX);
}

static void read_target(struct reader *r) {
	VEC_PUSH(r->scratch, &r->targets, read_block_name(r));
}

static bool read_compare(struct reader *r, struct ir_exit *exit) {
	struct lex_word word = lex_peek_word(&r->lex);
	for (int is_unsigned = 0; is_unsigned < 2; is_unsigned++) {
		for (int compare = IR_EQ; compare <= IR_GE; compare++) {
			if (!lex_word_is(word, ir_compare_name((enum ir_compare)compare, is_unsigned)))
				continue;
			exit->compare = (enum ir_compare)compare;
			exit->is_unsigned = is_unsigned;
			lex_word(&r->lex);
			return true;
		}
	}
	lex_fail_expected(&r->lex, "a comparison");
	return false;
}

static void read_branch(struct reader *r, struct ir_exit *exit) {
	if (!read_compare(r, exit)) return;
	exit->left = read_value(r);
	lex_expect(&r->lex, ',');
	exit->right = read_value(r);
	lex_expect(&r->lex, ',');
	read_target(r);
	lex_expect(&r->lex, ',');
	read_target(r);
}

static struct ir_case read_case(struct reader *r) {
	struct ir_case range;
	range.low = range.high = lex_number(&r->lex);
	if (lex_take_next(&r->lex, '.')) {
		lex_expect(&r->lex, '.');
		range.high = lex_number(&r->lex);
	}
	return range;
}

/* V [LOW: b1, LOW..HIGH: b2, else: b3] */
static void read_switch(struct reader *r, struct ir_exit *exit) {
	r->cases.n = 0;
	exit->left = read_value(r);
	lex_expect(&r->lex, '[');
	while (!r->lex.error && !lex_word_is(lex_peek_word(&r->lex), "else")) {
		VEC_PUSH(r->scratch, &r->cases, read_case(r));
		lex_expect(&r->lex, ':');
		read_target(r);
		lex_expect(&r->lex, ',');
	}
	lex_word(&r->lex);
	lex_expect(&r->lex, ':');
	read_target(r);
	lex_expect(&r->lex, ']');
	exit->cases = READER_KEEP(r, &r->cases);
	exit->case_count = (uint32_t)r->cases.n;
}

static void read_any(struct reader *r) {
	lex_expect(&r->lex, '[');
	if (lex_take(&r->lex, ']')) return;
	do read_target(r);
	while (lex_take(&r->lex, ','));
	lex_expect(&r->lex, ']');
}

static bool exit_of_word(struct lex_word word, enum ir_exit_kind *kind) {
	static const struct {
		const char *word;
		enum ir_exit_kind kind;
	} exits[] = {
		{"jump", IR_JUMP}, {"br", IR_BRANCH},  {"switch", IR_SWITCH},
		{"any", IR_ANY},   {"ret", IR_RETURN}, {"unreachable", IR_UNREACHABLE},
	};
	for (size_t i = 0; i < sizeof exits / sizeof exits[0]; i++) {
		if (!lex_word_is(word, exits[i].word)) continue;
		*kind = exits[i].kind;
		return true;
	}
	return false;
}

/* Behind the word that says which kind of exit it is. */
static struct ir_exit read_exit(struct reader *r, enum ir_exit_kind kind) {
	struct ir_exit exit = {.kind = kind};
	r->targets.n = 0;
	switch (kind) {
	case IR_JUMP: read_target(r); break;
	case IR_BRANCH: read_branch(r, &exit); break;
	case IR_SWITCH: read_switch(r, &exit); break;
	case IR_ANY: read_any(r); break;
	case IR_RETURN:
		if (value_follows(r)) exit.left = read_value(r);
		break;
	case IR_UNREACHABLE: break;
	}
	exit.targets = READER_KEEP(r, &r->targets);
	exit.target_count = (uint32_t)r->targets.n;
	exit.loc = read_loc(r);
	return exit;
}

/* --- blocks ----------------------------------------------------------------------------------- */

void read_instrs(struct reader *r, struct ir_exit *exit) {
	while (!r->lex.error) {
		uint32_t result = IR_NO_TEMP;
		enum ir_exit_kind kind;
		enum ir_op op;
		if (lex_take(&r->lex, '%')) {
			result = read_temp(r);
			lex_expect(&r->lex, '=');
		}
		struct lex_word word = lex_peek_word(&r->lex);
		if (ir_op_find(word.s, word.n, &op)) {
			lex_word(&r->lex);
			read_instr(r, op, result);
		} else if (result == IR_NO_TEMP && exit_of_word(word, &kind)) {
			lex_word(&r->lex);
			*exit = read_exit(r, kind);
			return;
		} else {
			lex_fail_expected(&r->lex,
			                  result == IR_NO_TEMP ? "an operation or an exit" : "an operation");
		}
	}
}
