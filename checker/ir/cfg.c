#include "ir/cfg.h"

#include "ir/op.h"

/* --- the graph -------------------------------------------------------------------------------- */

/* Adds from to the predecessors of to, unless it was the one added last: an exit may name a block
 * twice. */
static void add_pred(struct cfg_blocks *preds, uint32_t from) {
	if (preds->n && preds->items[preds->n - 1] == from) return;
	preds->items[preds->n++] = from;
}

static void find_preds(struct arena *a, struct cfg *cfg) {
	size_t count = cfg->f->blocks.n;
	cfg->preds = ARENA_ARRAY(a, struct cfg_blocks, count);
	for (size_t b = 0; b < count; b++) {
		const struct ir_exit *exit = &cfg->f->blocks.items[b].exit;
		for (uint32_t i = 0; i < exit->target_count; i++) cfg->preds[exit->targets[i]].n++;
	}
	for (size_t b = 0; b < count; b++) {
		cfg->preds[b].items = ARENA_ARRAY(a, uint32_t, cfg->preds[b].n);
		cfg->preds[b].n = 0;
	}
	for (size_t b = 0; b < count; b++) {
		const struct ir_exit *exit = &cfg->f->blocks.items[b].exit;
		for (uint32_t i = 0; i < exit->target_count; i++)
			add_pred(&cfg->preds[exit->targets[i]], (uint32_t)b);
	}
}

/* A depth-first walk with a stack of its own: functions made by programs nest deeper than C's
 * stack. */
static void find_order(struct arena *a, struct arena *scratch, struct cfg *cfg) {
	uint32_t count = (uint32_t)cfg->f->blocks.n, depth = 0, left = count;
	uint32_t *stack = ARENA_ARRAY(scratch, uint32_t, count);
	uint32_t *next = ARENA_ARRAY(scratch, uint32_t, count); /* target to go to */
	bool *seen = ARENA_ARRAY(scratch, bool, count);
	uint32_t *order = ARENA_ARRAY(a, uint32_t, count); /* filled from its end */
	stack[depth++] = 0;
	seen[0] = true;
	while (depth) {
		uint32_t b = stack[depth - 1];
		const struct ir_exit *exit = &cfg->f->blocks.items[b].exit;
		if (next[b] == exit->target_count) {
			order[--left] = b;
			depth--;
			continue;
		}
		uint32_t target = exit->targets[next[b]++];
		if (seen[target]) continue;
		seen[target] = true;
		stack[depth++] = target;
	}
	cfg->order = (struct cfg_blocks){order + left, count - left};
	cfg->position = ARENA_ARRAY(a, uint32_t, count);
	for (uint32_t b = 0; b < count; b++) cfg->position[b] = CFG_NONE;
	for (uint32_t i = 0; i < cfg->order.n; i++) cfg->position[cfg->order.items[i]] = i;
}

/* --- sets ------------------------------------------------------------------------------------- */

static bool get(const uint64_t *set, uint32_t i) {
	return set[i / 64] >> (i % 64) & 1;
}

static void put(uint64_t *set, uint32_t i) {
	set[i / 64] |= (uint64_t)1 << (i % 64);
}

static uint64_t *set_of(const struct cfg *cfg, uint64_t *sets, uint32_t block) {
	return sets + (size_t)block * cfg->set_words;
}

/* --- events ----------------------------------------------------------------------------------- */

/* Walks the reads and writes of f in order: of each instruction, the reads before the write. The
 * exit of a block has the number behind its last instruction. The first walk counts the events of
 * each temporary and finds those that cross; the second notes the events, and what each block reads
 * first and writes. */
struct walk {
	struct cfg *cfg;
	bool is_second;
	uint32_t number, block;
	uint32_t *written_in; /* of each temporary, 1 + the last block that wrote it */
	uint32_t *fill;       /* second: of each temporary, where its next event goes */
	uint64_t *writes;     /* second: of each block, the crossing temporaries that it writes */
};

static void note_event(struct walk *walk, uint32_t temp, uint32_t is_write) {
	if (walk->is_second) walk->cfg->events[walk->fill[temp]++] = walk->number * 2 + is_write;
	else walk->cfg->event_start[temp + 1]++;
}

static void note_read(void *data, uint32_t temp) {
	struct walk *walk = data;
	struct cfg *cfg = walk->cfg;
	note_event(walk, temp, 0);
	if (walk->written_in[temp] == walk->block + 1) return;
	if (walk->is_second) put(set_of(cfg, cfg->live_in, walk->block), cfg->crossing_index[temp]);
	else cfg->crossing_index[temp] = 0; /* numbered behind the first walk */
}

static void note_write(struct walk *walk, uint32_t temp) {
	struct cfg *cfg = walk->cfg;
	note_event(walk, temp, 1);
	walk->written_in[temp] = walk->block + 1;
	if (walk->is_second && cfg->crossing_index[temp] != CFG_NONE)
		put(set_of(cfg, walk->writes, walk->block), cfg->crossing_index[temp]);
}

static void walk_events(struct walk *walk) {
	const struct ir_function *f = walk->cfg->f;
	walk->number = 0;
	for (walk->block = 0; walk->block < f->blocks.n; walk->block++) {
		const struct ir_block *block = &f->blocks.items[walk->block];
		walk->cfg->block_start[walk->block] = walk->number;
		for (size_t i = 0; i < block->instrs.n; i++, walk->number++) {
			const struct ir_instr *instr = &block->instrs.items[i];
			ir_instr_each_use(instr, note_read, walk);
			if (instr->result != IR_NO_TEMP) note_write(walk, instr->result);
		}
		ir_exit_each_use(&block->exit, note_read, walk);
		walk->number++;
	}
}

static void number_crossing(struct arena *a, struct cfg *cfg) {
	uint32_t temps = cfg->f->temp_count;
	for (uint32_t t = 0; t < temps; t++)
		if (cfg->crossing_index[t] != CFG_NONE) cfg->crossing_index[t] = cfg->crossing_count++;
	cfg->crossing = ARENA_ARRAY(a, uint32_t, cfg->crossing_count);
	for (uint32_t t = 0; t < temps; t++)
		if (cfg->crossing_index[t] != CFG_NONE) cfg->crossing[cfg->crossing_index[t]] = t;
	cfg->set_words = (cfg->crossing_count + 63) / 64;
}

static void first_walk(struct arena *a, struct arena *scratch, struct cfg *cfg) {
	uint32_t temps = cfg->f->temp_count;
	struct walk walk = {.cfg = cfg, .written_in = ARENA_ARRAY(scratch, uint32_t, temps)};
	cfg->block_start = ARENA_ARRAY(a, uint32_t, cfg->f->blocks.n);
	cfg->event_start = ARENA_ARRAY(a, uint32_t, (size_t)temps + 1);
	cfg->crossing_index = ARENA_ARRAY(a, uint32_t, temps);
	for (uint32_t t = 0; t < temps; t++) cfg->crossing_index[t] = CFG_NONE;
	walk_events(&walk);
	for (uint32_t t = 0; t < temps; t++) cfg->event_start[t + 1] += cfg->event_start[t];
	number_crossing(a, cfg);
}

/* Fills events and live_in (what each block reads before it writes it); returns what each block
 * writes. */
static uint64_t *second_walk(struct arena *a, struct arena *scratch, struct cfg *cfg) {
	uint32_t temps = cfg->f->temp_count;
	size_t words = cfg->f->blocks.n * cfg->set_words;
	struct walk walk = {
		.cfg = cfg,
		.is_second = true,
		.written_in = ARENA_ARRAY(scratch, uint32_t, temps),
		.fill = ARENA_ARRAY(scratch, uint32_t, temps),
		.writes = ARENA_ARRAY(scratch, uint64_t, words),
	};
	cfg->events = ARENA_ARRAY(a, uint32_t, cfg->event_start[temps]);
	cfg->live_in = ARENA_ARRAY(a, uint64_t, words);
	for (uint32_t t = 0; t < temps; t++) walk.fill[t] = cfg->event_start[t];
	walk_events(&walk);
	return walk.writes;
}

/* --- liveness --------------------------------------------------------------------------------- */

/* Recomputes the sets of block from those of its targets. Returns whether live_in grew. */
static bool update(struct cfg *cfg, const uint64_t *writes, uint32_t block) {
	const struct ir_exit *exit = &cfg->f->blocks.items[block].exit;
	uint64_t *in = set_of(cfg, cfg->live_in, block), *out = set_of(cfg, cfg->live_out, block);
	writes += (size_t)block * cfg->set_words;
	bool grew = false;
	for (uint32_t w = 0; w < cfg->set_words; w++) {
		for (uint32_t i = 0; i < exit->target_count; i++)
			out[w] |= set_of(cfg, cfg->live_in, exit->targets[i])[w];
		uint64_t through = out[w] & ~writes[w];
		if (through & ~in[w]) grew = true;
		in[w] |= through;
	}
	return grew;
}

static void find_live(struct arena *a, struct cfg *cfg, const uint64_t *writes) {
	uint32_t count = (uint32_t)cfg->f->blocks.n;
	cfg->live_out = ARENA_ARRAY(a, uint64_t, (size_t)count * cfg->set_words);
	if (!cfg->set_words) return;
	for (bool grew = true; grew;) {
		grew = false;
		for (uint32_t i = cfg->order.n; i > 0; i--)
			if (update(cfg, writes, cfg->order.items[i - 1])) grew = true;
		for (uint32_t b = 0; b < count; b++)
			if (cfg->position[b] == CFG_NONE && update(cfg, writes, b)) grew = true;
	}
}

struct cfg *cfg_new(struct arena *a, const struct ir_function *f) {
	struct cfg *cfg = ARENA_NEW(a, struct cfg);
	struct arena *scratch = arena_new("the graph of a function");
	cfg->f = f;
	find_preds(a, cfg);
	find_order(a, scratch, cfg);
	first_walk(a, scratch, cfg);
	find_live(a, cfg, second_walk(a, scratch, cfg));
	arena_free(scratch);
	return cfg;
}

/* --- questions -------------------------------------------------------------------------------- */

bool cfg_crossing_live_in(const struct cfg *cfg, uint32_t block, uint32_t i) {
	return get(set_of(cfg, cfg->live_in, block), i);
}

bool cfg_crossing_live_out(const struct cfg *cfg, uint32_t block, uint32_t i) {
	return get(set_of(cfg, cfg->live_out, block), i);
}

bool cfg_live_in(const struct cfg *cfg, uint32_t block, uint32_t temp) {
	uint32_t i = cfg->crossing_index[temp];
	return i != CFG_NONE && cfg_crossing_live_in(cfg, block, i);
}

bool cfg_live_out(const struct cfg *cfg, uint32_t block, uint32_t temp) {
	uint32_t i = cfg->crossing_index[temp];
	return i != CFG_NONE && cfg_crossing_live_out(cfg, block, i);
}

/* The index of the first event of temp behind the instruction with this number. */
static uint32_t first_event_after(const struct cfg *cfg, uint32_t temp, uint32_t number) {
	uint32_t low = cfg->event_start[temp], high = cfg->event_start[temp + 1];
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (cfg->events[middle] / 2 > number) high = middle;
		else low = middle + 1;
	}
	return low;
}

bool cfg_live_after(const struct cfg *cfg, uint32_t block, uint32_t instr, uint32_t temp) {
	uint32_t start = cfg->block_start[block];
	uint32_t exit = start + (uint32_t)cfg->f->blocks.items[block].instrs.n;
	uint32_t at = first_event_after(cfg, temp, start + instr);
	if (at < cfg->event_start[temp + 1] && cfg->events[at] / 2 <= exit)
		return cfg->events[at] % 2 == 0;
	return cfg_live_out(cfg, block, temp);
}
