/* A source line with a caret below it. Floor 1: base.
 *
 *        12 |     close(fd);
 *           |     ^~~~~~~~~
 *
 * Tabs become spaces, a long line is cut around the caret.
 */
#ifndef CLOSEWAIT_REPORT_EXCERPT_H
#define CLOSEWAIT_REPORT_EXCERPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "report/sources.h"

enum {
	EXCERPT_COLUMNS = 120, /* of one line; as wide as most people's terminals and log viewers */
	EXCERPT_BEFORE = 40,   /* of them before the caret when a line is cut */
	EXCERPT_TAB = 8        /* as clang and gcc assume */
};

struct excerpt {
	uint32_t number;         /* of the line */
	struct source_line line; /* its text is there */
	bool has_caret;
	size_t from,
		to; /* bytes that are underlined; the caret stands below the first, or below from */
};

void excerpt_draw(struct buf *out, const struct excerpt *excerpt, bool colour);

#endif
