/* What the reader and the printer of summaries share. Floor 2: base, ir. */
#ifndef CLOSEWAIT_FLOW_SUMMARY_TEXT_H
#define CLOSEWAIT_FLOW_SUMMARY_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "flow/summary.h"

/* What follows a verb in the text; effects.def shows each. */
enum verb_shape {
	SHAPE_P,
	SHAPE_PK,
	SHAPE_P_K,
	SHAPE_PQ_K,
	SHAPE_P_Q,
	SHAPE_P_Q_K,
	SHAPE_W_P,
	SHAPE_W_P_V,
	SHAPE_P_V,
	SHAPE_P_BY_V,
	SHAPE_CALL,
	SHAPE_CALL_P,
	SHAPE_K,
	SHAPE_NONE,
	SHAPE_ASSIGN
};

enum verb_shape verb_shape(enum verb verb);
/* The words that may stand behind the verb, with blanks between; NULL: any identifier. */
const char *verb_words(enum verb verb);
/* The verb named by the len bytes at s; VERB_assign when there is none. */
enum verb verb_find(const char *s, size_t len);

/* "==", "!="… */
const char *compare_text(enum ir_compare compare);

/* Can c stand in a bare name, at its start or behind it? */
bool name_may_begin(char c);
bool name_may_hold(char c);
/* Can c stand in the part of a bare name behind '@', a file's name? '>' is for telling "->" apart. */
bool name_may_hold_file(char c, char next);
/* How many of the len bytes at s a bare name takes; with_file: `conn@src/conn.c` is one name. */
size_t name_length(const char *s, size_t len, bool with_file);
/* `ret` and `new7`: roots of places that are no parameters. */
bool name_is_root(const char *s, size_t len);

/* Words behind shuts, in the order of SHUT_RD, SHUT_WR, SHUT_RDWR. */
enum { SHUT_WORDS = 3 };
const char *shut_word(size_t how);

#endif
