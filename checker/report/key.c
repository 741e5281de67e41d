#include "report/key.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"

static void add_part(struct buf *b, const char *text) {
	if (text) buf_add(b, text);
	buf_add_char(b, '\0');
}

static void add_line(struct buf *b, struct source_line line) {
	for (size_t i = 0; i < line.length; i++) {
		if (!strchr(" \t\v\f", line.text[i])) buf_add_char(b, line.text[i]);
	}
}

static uint64_t finding_hash(struct buf *b, const struct finding *f, struct sources *sources) {
	b->n = 0;
	add_part(b, f->rule);
	add_part(b, f->at.path);
	add_part(b, f->function);
	add_part(b, f->resource);
	add_line(b, sources_line(sources, f->at.path, f->at.line));
	return hash_bytes(b->s, b->n);
}

const char **finding_keys(struct arena *a, const struct findings *findings,
                          struct sources *sources) {
	size_t n = findings->list.n;
	const char **keys = ARENA_ARRAY(a, const char *, n);
	struct buf text = BUF_IN(a);
	struct map counts = {0}; /* hash -> size_t: how many findings had it */
	for (size_t i = 0; i < n; i++) {
		uint64_t hash = finding_hash(&text, &findings->list.items[i], sources);
		size_t *count = map_get(&counts, hash);
		if (!count) map_put(a, &counts, hash, count = ARENA_NEW(a, size_t));
		keys[i] = arena_printf(a, "%016" PRIx64 ":%zu", hash, ++*count);
	}
	return keys;
}
