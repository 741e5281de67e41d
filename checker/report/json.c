#include "report/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/trouble.h"
#include "report/utf8.h"

static uint64_t level_bit(const struct json *j) {
	return (uint64_t)1 << (j->depth - 1);
}

static bool in_object(const struct json *j) {
	return j->depth && (j->objects & level_bit(j));
}

static void break_line(struct json *j) {
	if (j->new_line) fputc('\n', j->out);
	j->new_line = false;
}

static void separate(struct json *j) {
	if (!j->depth) return;
	if (j->occupied & level_bit(j)) fputc(',', j->out);
	j->occupied |= level_bit(j);
	break_line(j);
}

static void before_value(struct json *j) {
	if (in_object(j) != j->has_key) bug("JSON: a value without a key");
	if (!j->has_key) separate(j);
	j->has_key = false;
}

static void open_level(struct json *j, bool object) {
	before_value(j);
	if (j->depth == JSON_DEPTH_MAX) bug("JSON: nested too deeply");
	j->depth++;
	j->occupied &= ~level_bit(j);
	j->objects &= ~level_bit(j);
	if (object) j->objects |= level_bit(j);
	fputc(object ? '{' : '[', j->out);
}

static void close_level(struct json *j, bool object) {
	if (!j->depth || in_object(j) != object || j->has_key)
		bug("JSON: an end without its beginning");
	j->depth--;
	break_line(j);
	fputc(object ? '}' : ']', j->out);
}

static void escape(FILE *out, uint32_t code) {
	switch (code) {
	case '"': fputs("\\\"", out); return;
	case '\\': fputs("\\\\", out); return;
	case '\n': fputs("\\n", out); return;
	case '\r': fputs("\\r", out); return;
	case '\t': fputs("\\t", out); return;
	}
	fprintf(out, "\\u%04x", (unsigned)code);
}

static bool is_plain(struct utf8_char c) {
	return c.valid && c.code >= 0x20 && c.code != '"' && c.code != '\\' && c.code != 0x7f;
}

static void write_text(FILE *out, const char *s, size_t n) {
	size_t plain = 0; /* where the run of characters that are copied begins */
	fputc('"', out);
	for (size_t i = 0; i < n;) {
		struct utf8_char c = utf8_decode(s + i, n - i);
		if (!is_plain(c)) {
			fwrite(s + plain, 1, i - plain, out);
			escape(out, c.valid ? c.code : 0xfffd);
			plain = i + c.length;
		}
		i += c.length;
	}
	fwrite(s + plain, 1, n - plain, out);
	fputc('"', out);
}

void json_put_object(struct json *j) {
	open_level(j, true);
}

void json_end_object(struct json *j) {
	close_level(j, true);
}

void json_put_array(struct json *j) {
	open_level(j, false);
}

void json_end_array(struct json *j) {
	close_level(j, false);
}

void json_put_key(struct json *j, const char *key) {
	if (!in_object(j) || j->has_key) bug("JSON: the key '%s' stands outside an object", key);
	separate(j);
	write_text(j->out, key, strlen(key));
	fputc(':', j->out);
	j->has_key = true;
}

void json_put_bytes(struct json *j, const char *s, size_t n) {
	before_value(j);
	write_text(j->out, s, n);
}

void json_put_string(struct json *j, const char *s) {
	if (s) json_put_bytes(j, s, strlen(s));
	else json_put_null(j);
}

void json_put_number(struct json *j, int64_t number) {
	before_value(j);
	fprintf(j->out, "%" PRId64, number);
}

void json_put_bool(struct json *j, bool value) {
	before_value(j);
	fputs(value ? "true" : "false", j->out);
}

void json_put_null(struct json *j) {
	before_value(j);
	fputs("null", j->out);
}

void json_member_string(struct json *j, const char *key, const char *s) {
	json_put_key(j, key);
	json_put_string(j, s);
}

void json_member_number(struct json *j, const char *key, int64_t number) {
	json_put_key(j, key);
	json_put_number(j, number);
}

void json_member_bool(struct json *j, const char *key, bool value) {
	json_put_key(j, key);
	json_put_bool(j, value);
}

void json_put_line(struct json *j) {
	j->new_line = true;
}
