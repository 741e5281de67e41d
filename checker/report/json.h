/* Writes JSON to a stream as it goes: constant memory, no tree. Floor 1: base.
 *
 *     struct json j = JSON_TO(stdout);
 *     json_put_object(&j);
 *     json_put_key(&j, "name");
 *     json_put_string(&j, "closewait");
 *     json_end_object(&j);
 *
 * Commas are put where they belong; a key outside an object, a member without a key or an end
 * without a beginning is a bug(). Nothing is indented. Write errors are the stream's: see ferror().
 * The names keep clear of jansson's, which reads JSON for us.
 */
#ifndef CLOSEWAIT_REPORT_JSON_H
#define CLOSEWAIT_REPORT_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { JSON_DEPTH_MAX = 64 }; /* as many as struct json has bits; our formats need a dozen */

struct json {
	FILE *out;
	unsigned depth;    /* open objects and arrays */
	uint64_t objects;  /* bit n: level n is an object */
	uint64_t occupied; /* bit n: level n has a member */
	bool has_key;      /* the next value belongs to the key just written */
	bool new_line;     /* asked for by json_put_line() */
};

#define JSON_TO(stream) ((struct json){.out = (stream)})

void json_put_object(struct json *j);
void json_end_object(struct json *j);
void json_put_array(struct json *j);
void json_end_array(struct json *j);
void json_put_key(struct json *j, const char *key);

/* Values. Strings are UTF-8; a byte that is not becomes U+FFFD. NULL is written as null. */
void json_put_string(struct json *j, const char *s);
void json_put_bytes(struct json *j, const char *s, size_t n);
void json_put_number(struct json *j, int64_t number);
void json_put_bool(struct json *j, bool value);
void json_put_null(struct json *j);

/* A key and its value. */
void json_member_string(struct json *j, const char *key, const char *s);
void json_member_number(struct json *j, const char *key, int64_t number);
void json_member_bool(struct json *j, const char *key, bool value);

/* Begins a new line before the next member or end, for people who look at the file with diff. */
void json_put_line(struct json *j);

#endif
