/* The graph of a function's blocks, and where its temporaries are live. Floor 1: base.
 *
 * A temporary is live where some path from there reads it before it is written again. Most
 * temporaries are read in the block that writes them; the few that live from one block to another
 * are *crossing*, and the sets at the ends of blocks are over those alone.
 */
#ifndef CLOSEWAIT_IR_CFG_H
#define CLOSEWAIT_IR_CFG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "ir/ir.h"

/* No block, no place in an order. */
enum { CFG_NONE = UINT32_MAX };

/* Block indexes. */
struct cfg_blocks {
	uint32_t *items;
	uint32_t n;
};

struct cfg {
	const struct ir_function *f;
	struct cfg_blocks *preds; /* of each block, ascending, each once */
	struct cfg_blocks order;  /* those that can be reached from block 0, in reverse post-order */
	uint32_t *position;       /* of each block in order; CFG_NONE when it cannot be reached */

	uint32_t *crossing; /* temporaries that are live at the entry of some block, ascending */
	uint32_t crossing_count;
	uint32_t set_words; /* of each set: bit i is for crossing[i] */
	uint64_t *live_in;  /* set_words words for each block: live at its entry */
	uint64_t *live_out; /* live behind its exit */

	/* For cfg_live_after(): each read and write of each temporary, in order. */
	uint32_t *block_start;    /* of each block, the number of its first instruction within f */
	uint32_t *event_start;    /* of each temporary, its first event; one more at the end */
	uint32_t *events;         /* instruction number * 2 + (1 for a write) */
	uint32_t *crossing_index; /* of each temporary in crossing, or CFG_NONE */
};

/* Builds it in a. f must verify. */
struct cfg *cfg_new(struct arena *a, const struct ir_function *f);

/* Is crossing[i] live at the entry of block, behind its exit? */
bool cfg_crossing_live_in(const struct cfg *cfg, uint32_t block, uint32_t i);
bool cfg_crossing_live_out(const struct cfg *cfg, uint32_t block, uint32_t i);
/* The same for any temporary. */
bool cfg_live_in(const struct cfg *cfg, uint32_t block, uint32_t temp);
bool cfg_live_out(const struct cfg *cfg, uint32_t block, uint32_t temp);
/* Is temp live behind the block's instruction? instr may be the number of instructions: behind the
 * exit. Takes time in the logarithm of the uses of temp. */
bool cfg_live_after(const struct cfg *cfg, uint32_t block, uint32_t instr, uint32_t temp);

#endif
