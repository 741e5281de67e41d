/* Findings: what the reporters print. Floor 1: base. Knows no IR. */
#ifndef CLOSEWAIT_REPORT_FINDING_H
#define CLOSEWAIT_REPORT_FINDING_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* certain: every step seen; likely: rests on an association by type; possible: the rest. */
enum level { LEVEL_POSSIBLE, LEVEL_LIKELY, LEVEL_CERTAIN };

/* "possible", "likely", "certain". */
const char *level_name(enum level level);

/* A source range as findings show it. Lines and columns count from 1, columns are bytes; end_line 0: a point.
 * path is as in the compile database, relative to the run's root when below it. */
struct source_range {
	const char *path;
	uint32_t line, column, end_line, end_column;
};

/* One step of the path that leads to the finding. */
struct finding_step {
	struct source_range at;
	const char *message;
};

enum suppressed { SUPPRESSED_NOT, SUPPRESSED_IN_SOURCE, SUPPRESSED_BY_BASELINE };

struct finding {
	const char *rule; /* "hollow-close" */
	enum level level;
	struct source_range at;
	const char *function; /* the one that the finding is about */
	const char *resource; /* what is lost: "c->fd", "fd": for keys that survive moves of the code */
	const char *message;  /* what is wrong; one sentence, no full stop */
	const char *why;      /* why it hurts; a sentence or NULL */
	const char *cure;     /* what to do; a sentence or NULL */
	const char *key;      /* by findings_set_keys(): "HASH:ORDINAL"; NULL before */
	enum suppressed suppressed;
	const char *reason; /* why it is suppressed, or NULL */
	VEC(struct finding_step) steps;
};

struct findings {
	struct arena *arena;
	VEC(struct finding) list;
};

/* Sorts by path, line, column, rule, message, and removes what is there twice. */
void findings_sort(struct findings *findings);

/* Adds message, why and cure as sentences, each with its full stop. */
void finding_add_text(struct buf *out, const struct finding *finding);

/* What the reporters need to know of a rule. */
struct rule_info {
	const char *name;
	const char *summary; /* one sentence: the mistake */
	const char *page;    /* rules/NAME.md, whole */
	uint32_t cwe;
};

#endif
