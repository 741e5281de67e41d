#include "report/utf8.h"

#include <string.h>

static bool is_continuation(unsigned char byte) {
	return (byte & 0xc0) == 0x80;
}

/* Length and smallest code point of the character that begins with this byte; 0 when none does. */
static unsigned lead_length(unsigned char lead, uint32_t *bits, uint32_t *smallest) {
	if (lead < 0x80) {
		*bits = lead;
		*smallest = 0;
		return 1;
	}
	if (lead >= 0xc2 && lead <= 0xdf) {
		*bits = lead & 0x1f;
		*smallest = 0x80;
		return 2;
	}
	if (lead >= 0xe0 && lead <= 0xef) {
		*bits = lead & 0x0f;
		*smallest = 0x800;
		return 3;
	}
	if (lead >= 0xf0 && lead <= 0xf4) {
		*bits = lead & 0x07;
		*smallest = 0x10000;
		return 4;
	}
	return 0;
}

struct utf8_char utf8_decode(const char *s, size_t n) {
	const unsigned char *bytes = (const unsigned char *)s;
	struct utf8_char invalid = {.code = bytes[0], .length = 1, .valid = false};
	uint32_t code, smallest;
	unsigned length = lead_length(bytes[0], &code, &smallest);
	if (length == 0 || length > n) return invalid;
	for (unsigned i = 1; i < length; i++) {
		if (!is_continuation(bytes[i])) return invalid;
		code = code << 6 | (bytes[i] & 0x3fu);
	}
	bool surrogate = code >= 0xd800 && code <= 0xdfff;
	if (code < smallest || surrogate || code > 0x10ffff) return invalid;
	return (struct utf8_char){.code = code, .length = length, .valid = true};
}

size_t utf8_bom_length(const char *s, size_t n) {
	return n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

size_t utf8_utf16_length(const char *s, size_t n) {
	size_t units = 0;
	for (size_t i = 0; i < n;) {
		struct utf8_char c = utf8_decode(s + i, n - i);
		units += c.code >= 0x10000 ? 2 : 1;
		i += c.length;
	}
	return units;
}

size_t utf8_clip(const char *s, size_t n, size_t limit) {
	if (n <= limit) return n;
	size_t at = 0;
	for (;;) {
		struct utf8_char c = utf8_decode(s + at, n - at);
		if (at + c.length > limit) return at;
		at += c.length;
	}
}
