#include "base/intern.h"

#include <stdint.h>
#include <string.h>

#include "base/map.h"

enum { FIRST_SLOTS = 1024 };

struct entry {
	uint64_t hash;
	const char *text; /* NULL when the slot is free */
	size_t len;
};

struct intern {
	struct arena *arena;
	struct entry *slots;
	size_t n, slot_count;
};

struct intern *intern_new(struct arena *a) {
	struct intern *t = ARENA_NEW(a, struct intern);
	t->arena = a;
	t->slot_count = FIRST_SLOTS;
	t->slots = ARENA_ARRAY(a, struct entry, t->slot_count);
	return t;
}

static struct entry *find(const struct intern *t, uint64_t hash, const char *s, size_t len) {
	size_t mask = t->slot_count - 1;
	for (size_t i = hash & mask;; i = (i + 1) & mask) {
		struct entry *e = &t->slots[i];
		if (!e->text) return e;
		if (e->hash == hash && e->len == len && memcmp(e->text, s, len) == 0) return e;
	}
}

static void grow(struct intern *t) {
	struct entry *old = t->slots;
	size_t count = t->slot_count;
	t->slot_count *= 2;
	t->slots = ARENA_ARRAY(t->arena, struct entry, t->slot_count);
	for (size_t i = 0; i < count; i++)
		if (old[i].text) *find(t, old[i].hash, old[i].text, old[i].len) = old[i];
}

const char *intern_bytes(struct intern *t, const char *s, size_t len) {
	if ((t->n + 1) * 2 > t->slot_count) grow(t);
	uint64_t hash = hash_bytes(s, len);
	struct entry *e = find(t, hash, s, len);
	if (!e->text) {
		*e = (struct entry){hash, arena_copy(t->arena, s, len), len};
		t->n++;
	}
	return e->text;
}

const char *intern(struct intern *t, const char *s) {
	return intern_bytes(t, s, strlen(s));
}
