/* Any bytes as a source line, a file name and a message: excerpts keep their width, JSON stays
 * JSON. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/buf.h"
#include "report/comments.h"
#include "report/display.h"
#include "report/excerpt.h"
#include "report/json.h"
#include "report/uri.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_excerpt(struct arena *a, const char *text, size_t n, size_t from, size_t to) {
	struct buf b = BUF_IN(a);
	struct excerpt e = {
		.number = 1,
		.line = {.text = text, .length = n},
		.has_caret = true,
		.from = from < n ? from : n,
		.to = to < n ? to : n,
	};
	excerpt_draw(&b, &e, false);
	const char *caret = strchr(b.s, '\n') + 1;
	assert(strlen(caret) <= EXCERPT_COLUMNS + sizeof "      | \n");
	assert(!strchr(b.s, '\033') && !strchr(b.s, '\t'));
}

static void check_json(const char *text, size_t n) {
	char *written = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&written, &length);
	assert(out);
	struct json j = JSON_TO(out);
	json_put_bytes(&j, text, n);
	fclose(out);
	json_t *value = json_loadb(written, length, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	assert(value);
	json_decref(value);
	free(written);
}

static void check_comments(struct arena *a, const char *text, size_t n) {
	struct comments c = comments_find(a, text, n);
	for (size_t i = 0; i < c.n; i++)
		assert(c.items[i].text >= text && c.items[i].text + c.items[i].length <= text + n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	if (size < 2) return 0;
	setlocale(LC_CTYPE, "C.UTF-8");
	struct arena *a = arena_new("fuzz");
	const char *text = arena_copy(a, (const char *)data + 2, size - 2);
	struct buf b = BUF_IN(a);
	check_excerpt(a, text, size - 2, data[0], data[1]);
	check_json(text, size - 2);
	check_comments(a, text, size - 2);
	display_add(&b, text);
	uri_add_file(&b, text);
	arena_free(a);
	return 0;
}
