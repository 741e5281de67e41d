#include "ir/ir.h"

static bool same_value(const struct ir_value *a, const struct ir_value *b) {
	return a->kind == b->kind && a->temp == b->temp && a->number == b->number && a->text == b->text;
}

static bool same_place(const struct ir_place *a, const struct ir_place *b) {
	if (a->base != b->base || a->var != b->var || a->temp != b->temp || a->global != b->global ||
	    a->step_count != b->step_count)
		return false;
	for (uint32_t i = 0; i < a->step_count; i++) {
		const struct ir_step *x = &a->steps[i], *y = &b->steps[i];
		if (x->kind != y->kind || x->field != y->field || x->index != y->index ||
		    x->temp != y->temp)
			return false;
	}
	return true;
}

static bool same_instr(const struct ir_instr *a, const struct ir_instr *b) {
	if (a->op != b->op || a->result != b->result || a->field != b->field ||
	    a->arg_count != b->arg_count || !same_place(&a->place, &b->place) ||
	    !same_place(&a->source, &b->source) || !same_value(&a->callee, &b->callee))
		return false;
	for (uint32_t i = 0; i < a->arg_count; i++)
		if (!same_value(&a->args[i], &b->args[i])) return false;
	return true;
}

static bool same_exit(const struct ir_exit *a, const struct ir_exit *b) {
	if (a->kind != b->kind || a->compare != b->compare || a->is_unsigned != b->is_unsigned ||
	    a->case_count != b->case_count || a->target_count != b->target_count ||
	    !same_value(&a->left, &b->left) || !same_value(&a->right, &b->right))
		return false;
	for (uint32_t i = 0; i < a->case_count; i++)
		if (a->cases[i].low != b->cases[i].low || a->cases[i].high != b->cases[i].high)
			return false;
	for (uint32_t i = 0; i < a->target_count; i++)
		if (a->targets[i] != b->targets[i]) return false;
	return true;
}

static bool same_block(const struct ir_block *a, const struct ir_block *b) {
	if (a->instrs.n != b->instrs.n || !same_exit(&a->exit, &b->exit)) return false;
	for (size_t i = 0; i < a->instrs.n; i++)
		if (!same_instr(&a->instrs.items[i], &b->instrs.items[i])) return false;
	return true;
}

bool ir_same_function(const struct ir_function *a, const struct ir_function *b) {
	if (a->vars.n != b->vars.n || a->param_count != b->param_count || a->blocks.n != b->blocks.n ||
	    !a->incomplete != !b->incomplete)
		return false;
	for (size_t i = 0; i < a->vars.n; i++) {
		const struct ir_var *x = &a->vars.items[i], *y = &b->vars.items[i];
		if (x->name != y->name || x->type.kind != y->type.kind || x->type.record != y->type.record)
			return false;
	}
	for (size_t i = 0; i < a->blocks.n; i++)
		if (!same_block(&a->blocks.items[i], &b->blocks.items[i])) return false;
	return true;
}
