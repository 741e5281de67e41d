#include "base/lex.h"

#include <inttypes.h>
#include <string.h>

enum { SHOWN_BYTES = 40 };

struct lex lex_begin(struct arena *a, struct intern *names, const char *file, const char *text,
                     size_t len) {
	if (!len) text = "";
	return (struct lex){
		.p = text,
		.end = text + len,
		.line = 1,
		.arena = a,
		.names = names,
		.file = file,
		.unescaped = BUF_IN(a),
	};
}

void lex_fail(struct lex *lex, const char *format, ...) {
	if (!lex->error) {
		va_list args;
		va_start(args, format);
		const char *what = arena_vprintf(lex->arena, format, args);
		va_end(args);
		lex->error = arena_printf(lex->arena, "%s:%" PRIu32 ": %s", lex->file, lex->line, what);
	}
	lex->p = lex->end;
}

void lex_fail_expected(struct lex *lex, const char *wanted) {
	struct lex_word word = lex_peek_word(lex);
	if (word.n) {
		int shown = word.n < SHOWN_BYTES ? (int)word.n : SHOWN_BYTES;
		lex_fail(lex, "%s expected, not '%.*s'", wanted, shown, word.s);
	} else if (lex->p == lex->end) {
		lex_fail(lex, "%s expected, not the end of the text", wanted);
	} else if (*lex->p >= ' ' && *lex->p <= '~') {
		lex_fail(lex, "%s expected, not '%c'", wanted, *lex->p);
	} else {
		lex_fail(lex, "%s expected, not the byte 0x%02x", wanted, (unsigned char)*lex->p);
	}
}

void lex_space(struct lex *lex) {
	for (; lex->p < lex->end; lex->p++) {
		switch (*lex->p) {
		case '\n': lex->line++; break;
		case ' ':
		case '\t':
		case '\r': break;
		case '#':
			/* Stays before the line end, which is then counted. */
			while (lex->p + 1 < lex->end && lex->p[1] != '\n') lex->p++;
			break;
		default: return;
		}
	}
}

char lex_peek(struct lex *lex) {
	lex_space(lex);
	return lex->p < lex->end ? *lex->p : '\0';
}

bool lex_take_next(struct lex *lex, char c) {
	if (lex->p == lex->end || *lex->p != c) return false;
	lex->p++;
	return true;
}

bool lex_take(struct lex *lex, char c) {
	lex_space(lex);
	return lex_take_next(lex, c);
}

bool lex_expect(struct lex *lex, char c) {
	if (lex_take(lex, c)) return true;
	lex_fail_expected(lex, (char[]){'\'', c, '\'', '\0'});
	return false;
}

static bool is_digit(char c) {
	return c >= '0' && c <= '9';
}

bool lex_is_name_char(char c) {
	switch (c) {
	case '_':
	case '.':
	case '@':
	case '$':
	case '-':
	case '/': return true;
	default: return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}
}

struct lex_word lex_peek_word(struct lex *lex) {
	lex_space(lex);
	const char *q = lex->p;
	while (q < lex->end && lex_is_name_char(*q)) q++;
	return (struct lex_word){lex->p, (size_t)(q - lex->p)};
}

struct lex_word lex_word(struct lex *lex) {
	struct lex_word word = lex_peek_word(lex);
	lex->p += word.n;
	return word;
}

bool lex_word_is(struct lex_word word, const char *text) {
	return strlen(text) == word.n && memcmp(word.s, text, word.n) == 0;
}

static bool ends_short_name(const struct lex *lex, const char *dot) {
	return dot + 1 == lex->end || !is_digit(dot[1]);
}

const char *lex_name(struct lex *lex, enum lex_name_end end, const char *what) {
	if (lex->p < lex->end && *lex->p == '"') return lex_quoted(lex);
	const char *q = lex->p;
	while (q < lex->end && lex_is_name_char(*q)) {
		if (end == LEX_NAME_SHORT && *q == '.' && ends_short_name(lex, q)) break;
		q++;
	}
	if (q == lex->p) {
		lex_fail_expected(lex, arena_printf(lex->arena, "the name of %s", what));
		return "";
	}
	const char *name = intern_bytes(lex->names, lex->p, (size_t)(q - lex->p));
	lex->p = q;
	return name;
}

static int hex_digit(char c) {
	if (is_digit(c)) return c - '0';
	if (c >= 'a' && c <= 'f') return c - 'a' + 10;
	if (c >= 'A' && c <= 'F') return c - 'A' + 10;
	return -1;
}

/* The character that the escape at p, behind the backslash, stands for; 0 and an error when it is
 * none. */
static char read_escape(struct lex *lex) {
	char c = lex->p < lex->end ? *lex->p++ : '\0';
	if (c == '"' || c == '\\') return c;
	if (c == 'n') return '\n';
	if (c == 'x' && lex->end - lex->p >= 2) {
		int high = hex_digit(lex->p[0]), low = hex_digit(lex->p[1]);
		if (high >= 0 && low >= 0 && high + low > 0) {
			lex->p += 2;
			return (char)(high * 16 + low);
		}
	}
	lex_fail(lex, "a text knows only the escapes \\\" \\\\ \\n and \\x01 to \\xff");
	return '\0';
}

/* The rest of a text in which an escape or an error stands, from its first byte on. */
static const char *read_escaped(struct lex *lex) {
	lex->unescaped.n = 0;
	while (!lex_take_next(lex, '"')) {
		if (lex->p == lex->end || *lex->p == '\n') {
			lex_fail(lex, "the text does not end on its line");
			return "";
		}
		char c = *lex->p++;
		if (c == '\0') lex_fail(lex, "a text holds no zero byte");
		if (c == '\\') c = read_escape(lex);
		if (lex->error) return "";
		buf_add_char(&lex->unescaped, c);
	}
	return intern_bytes(lex->names, buf_text(&lex->unescaped), lex->unescaped.n);
}

const char *lex_quoted(struct lex *lex) {
	if (!lex_take(lex, '"')) {
		lex_fail_expected(lex, "a text in double quotes");
		return "";
	}
	const char *q = lex->p;
	while (q < lex->end && *q != '"' && *q != '\\' && *q != '\n' && *q != '\0') q++;
	if (q == lex->end || *q != '"') return read_escaped(lex);
	const char *text = intern_bytes(lex->names, lex->p, (size_t)(q - lex->p));
	lex->p = q + 1;
	return text;
}

void lex_add_quoted(struct buf *out, const char *text) {
	buf_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\') buf_add_char(out, '\\');
		if (*text == '\n') buf_add(out, "\\n");
		else if ((unsigned char)*text < ' ' || *text == '\x7f') buf_printf(out, "\\x%02x", *text);
		else buf_add_char(out, *text);
	}
	buf_add_char(out, '"');
}

int64_t lex_number(struct lex *lex) {
	bool negative = lex_take(lex, '-');
	uint64_t n = 0, most = negative ? (uint64_t)INT64_MAX + 1 : INT64_MAX;
	const char *q = lex->p;
	for (; q < lex->end && is_digit(*q); q++) {
		uint64_t digit = (uint64_t)(*q - '0');
		if (n > (most - digit) / 10) {
			lex_fail(lex, "a number does not fit in 64 bits");
			return 0;
		}
		n = n * 10 + digit;
	}
	if (q == lex->p) lex_fail_expected(lex, "a number");
	else lex->p = q;
	return negative ? (int64_t)(0 - n) : (int64_t)n;
}

uint32_t lex_digits(struct lex *lex, uint32_t max) {
	uint64_t n = 0;
	const char *q = lex->p;
	for (; q < lex->end && is_digit(*q) && n <= max; q++) n = n * 10 + (uint64_t)(*q - '0');
	if (n > max) lex_fail(lex, "a number is larger than %" PRIu32, max);
	else if (q == lex->p) lex_fail_expected(lex, "a number");
	else lex->p = q;
	return lex->error ? 0 : (uint32_t)n;
}
