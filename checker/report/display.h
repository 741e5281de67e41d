/* How text from file names and sources is shown on a terminal. Floor 1: base.
 *
 * Such text may hold anything. What would move the cursor, change colours or reorder the text
 * (control characters, bidirectional and other invisible format characters, broken UTF-8) is shown
 * as clang does: <U+001B>, <U+202E>, <FF>.
 */
#ifndef CLOSEWAIT_REPORT_DISPLAY_H
#define CLOSEWAIT_REPORT_DISPLAY_H

#include "base/buf.h"
#include "report/utf8.h"

/* One character as it is drawn. */
struct glyph {
	char text[12];
	unsigned length; /* of text, in bytes */
	unsigned width;  /* in columns of the terminal */
};

/* Widths come from wcwidth(): for other than ASCII they are right only in a UTF-8 locale, else
 * 1. s are the bytes that c was decoded from. */
struct glyph display_glyph(const char *s, struct utf8_char c);

/* Adds zero-terminated text, each character as display_glyph() draws it. */
void display_add(struct buf *out, const char *text);

#endif
