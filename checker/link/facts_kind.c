/* Which members say of what kind an object is. Part of the facts. Floor 3. */
#include "link/facts.h"

static const struct ir_instr *find_definition(const struct ir_function *f, uint32_t temp) {
	for (size_t b = 0; b < f->blocks.n; b++)
		for (size_t i = 0; i < f->blocks.items[b].instrs.n; i++)
			if (f->blocks.items[b].instrs.items[i].result == temp)
				return &f->blocks.items[b].instrs.items[i];
	return NULL;
}

/* Whether the object that is stored to may be one that the function made: its pointer is in a variable that is none of the
 * parameters. */
static bool is_of_own(const struct field_store *s) {
	if (!s->in) return true;
	const struct ir_place *place = &s->instr->place;
	if (place->base != IR_BASE_TEMP) return false;
	const struct ir_instr *load = find_definition(s->in->f, place->temp);
	return load && load->op == IR_OP_load && load->place.base == IR_BASE_VAR &&
	       !load->place.step_count && load->place.var >= s->in->f->param_count;
}

bool facts_is_kind(const struct facts *facts, const struct ir_field *field) {
	struct atom_list atoms = facts_of_field(facts, field);
	struct field_stores stores = facts_stores(facts, field);
	if (!field->is_flag || atoms.n < 2 || stores.n < 2) return false;
	for (size_t i = 0; i < stores.n; i++)
		if (!is_of_own(&stores.items[i])) return false;
	return true;
}
