#include "report/key.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/path.h"

static void add_part(struct buf *b, const char *text) {
	if (text) buf_add(b, text);
	buf_add_char(b, '\0');
}

static void add_line(struct buf *b, struct source_line line) {
	for (size_t i = 0; i < line.length; i++) {
		if (!strchr(" \t\v\f", line.text[i])) buf_add_char(b, line.text[i]);
	}
}

/* What the keys of one run are made with. */
struct keys {
	struct buf text; /* of one finding */
	struct sources *sources;
	const char *base;
	struct map counts; /* hash -> size_t: how many findings had it */
};

const char *finding_key_path(struct arena *a, const struct sources *sources, const char *base,
                             const char *path) {
	if (!base || !path) return path;
	return path_relative(a, base, path_normalise(a, sources_path(a, sources, path)));
}

static uint64_t finding_hash(struct keys *k, const struct finding *f) {
	struct buf *b = &k->text;
	b->n = 0;
	add_part(b, f->rule);
	add_part(b, finding_key_path(b->arena, k->sources, k->base, f->at.path));
	add_part(b, f->function);
	add_part(b, f->resource);
	add_line(b, sources_line(k->sources, f->at.path, f->at.line));
	return hash_bytes(b->s, b->n);
}

void findings_set_keys(struct findings *findings, struct sources *sources, const char *base) {
	struct arena *a = findings->arena;
	struct keys k = {.text = BUF_IN(a), .sources = sources, .base = base};
	for (size_t i = 0; i < findings->list.n; i++) {
		struct finding *f = &findings->list.items[i];
		uint64_t hash = finding_hash(&k, f);
		size_t *count = map_get(&k.counts, hash);
		if (!count) map_put(a, &k.counts, hash, count = ARENA_NEW(a, size_t));
		f->key = arena_printf(a, "%016" PRIx64 ":%zu", hash, ++*count);
	}
}
