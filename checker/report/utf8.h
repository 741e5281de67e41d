/* UTF-8 as source files hold it: perhaps broken. Floor 1: base. */
#ifndef CLOSEWAIT_REPORT_UTF8_H
#define CLOSEWAIT_REPORT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct utf8_char {
	uint32_t code;   /* the code point, or the byte when it is not valid */
	unsigned length; /* in bytes: 1 to 4 */
	bool valid;
};

/* Decodes the first of the n > 0 bytes at s. A byte that begins no valid character (overlong
 * forms and surrogates are not valid) is one invalid character of length 1. */
struct utf8_char utf8_decode(const char *s, size_t n);

/* Length of the byte order mark that the n bytes begin with: 0 or 3. */
size_t utf8_bom_length(const char *s, size_t n);

/* Number of UTF-16 code units of the n bytes; an invalid byte counts as one (U+FFFD). */
size_t utf8_utf16_length(const char *s, size_t n);

/* The largest length up to limit at which the n bytes can be cut without splitting a character. */
size_t utf8_clip(const char *s, size_t n, size_t limit);

#endif
