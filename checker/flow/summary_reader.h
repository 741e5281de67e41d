/* Reading the text of summaries: what summary_read.c (lines, cases, effects) and summary_place.c (names,
 * places, values) share. Floor 2: base, ir.
 *
 * Errors are those of base/lex.h: the first one sticks, and all that is asked for behind it is absent.
 */
#ifndef CLOSEWAIT_FLOW_SUMMARY_READER_H
#define CLOSEWAIT_FLOW_SUMMARY_READER_H

#include "base/lex.h"
#include "flow/summary.h"
#include "flow/summary_text.h"

/* Deeper brackets, longer ways and longer lists than these are no summaries but noise. */
enum { MOST_NESTING = 32, MOST_STEPS = 64, MOST_PARAMS = 256, SHOWN_NAME = 40 };

/* The text is made of lines: lex sees one of them at a time, so that every step ends at the line's end. */
struct reader {
	struct models *models;
	struct lex lex;
	struct summary *summary;            /* that the cases belong to, or NULL */
	bool is_closed;                     /* it takes no more cases: it stood on one line */
	unsigned nesting;                   /* open brackets and stars of the place that is read */
	struct path_step steps[MOST_STEPS]; /* of that place */
};

/* --- characters and names --- */
/* Nothing but blank space and a comment is left. */
bool reader_at_end(struct reader *r);
/* Fails with what is expected here, and what stands here. */
void reader_expected(struct reader *r, const char *what);
/* Does text stand here, behind blank space? reader_take() takes it if so; reader_expect() fails if not. */
bool reader_next_is(struct reader *r, const char *text);
/* Whether a number stands next. */
bool reader_at_number(struct reader *r);
bool reader_take(struct reader *r, const char *text);
void reader_expect(struct reader *r, const char *text);
/* The bare name that stands here; n is 0 when there is none. with_file: `f@src/conn.c` is one name. */
struct lex_word reader_peek_name(struct reader *r, bool with_file);
/* Takes the bare name if it is this one. */
bool reader_take_word(struct reader *r, const char *word);
/* A name, bare or quoted, interned; fails, and returns "", when there is none. what: "a function". */
const char *reader_name(struct reader *r, bool with_file, const char *what);
/* `$3`: the parameter of that number. */
bool reader_is_numbered(struct lex_word word);

/* --- places and values --- */
struct path reader_place(struct reader *r);
struct term reader_term(struct reader *r);

#endif
