/* Scanning our text forms: the IR and the summaries. Floor 0.
 *
 * There are no tokens: a reader asks for what its grammar allows next, and each of these functions
 * skips blank space and comments first, except where it says otherwise. The first error sticks and
 * moves to the end of the text, so a reader need not test after each step: whatever it asks for
 * next is absent, and every loop that asks "is there more?" ends. Any bytes may be read; nothing is
 * allocated but errors and interned names.
 */
#ifndef CLOSEWAIT_BASE_LEX_H
#define CLOSEWAIT_BASE_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"

struct lex {
	const char *p, *end;
	uint32_t line; /* of p, from 1 */
	struct arena *arena;
	struct intern *names;
	const char *file;     /* shown in errors */
	const char *error;    /* the first one, "FILE:LINE: what is wrong", or NULL */
	struct buf unescaped; /* of lex_quoted() */
};

/* A part of the text; n is 0 when there was none. */
struct lex_word {
	const char *s;
	size_t n;
};

/* Begins to read len bytes at text, which must outlive the reading; errors go to a, names to
 * names. */
struct lex lex_begin(struct arena *a, struct intern *names, const char *file, const char *text,
                     size_t len);
/* Records the error, unless there is one, and goes to the end of the text. */
void lex_fail(struct lex *lex, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Fails with "WANTED expected, not X", X being what stands there. */
void lex_fail_expected(struct lex *lex, const char *wanted);

/* Skips blanks, line ends, and comments from # to the end of the line. */
void lex_space(struct lex *lex);
/* The next character, or 0 at the end. */
char lex_peek(struct lex *lex);
/* Takes c if it stands here; lex_take_next if it does so without blank space before it. */
bool lex_take(struct lex *lex, char c);
bool lex_take_next(struct lex *lex, char c);
/* Takes c or fails. */
bool lex_expect(struct lex *lex, char c);

/* Can c stand in a bare name: a letter, a digit or one of _ . @ $ - / */
bool lex_is_name_char(char c);
/* The bare name here. lex_peek_word does not take it. */
struct lex_word lex_word(struct lex *lex);
struct lex_word lex_peek_word(struct lex *lex);
bool lex_word_is(struct lex_word word, const char *text);

/* Where a bare name ends. */
enum lex_name_end {
	LEX_NAME_LONG,  /* before the first character that no name has */
	LEX_NAME_SHORT, /* before a dot too, unless a digit follows: `fd.2` is one name, `s.x` is not */
};
/* The name here, bare or quoted, without skipping blank space; interned. Fails, and returns "",
 * when there is none; what says what the name is of: "a field". */
const char *lex_name(struct lex *lex, enum lex_name_end end, const char *what);
/* Text in double quotes with the escapes \" \\ \n \xHH, interned; fails otherwise. It holds no line
 * end and no zero byte. */
const char *lex_quoted(struct lex *lex);
/* Adds text in double quotes, as lex_quoted() reads it. */
void lex_add_quoted(struct buf *out, const char *text);

/* A decimal number, perhaps negative; fails when there is none or it does not fit. */
int64_t lex_number(struct lex *lex);
/* Digits right here, at most max; fails otherwise. */
uint32_t lex_digits(struct lex *lex, uint32_t max);

#endif
