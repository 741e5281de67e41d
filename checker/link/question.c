#include "link/question.h"

uint64_t question_key(const struct question *q) {
	const uint64_t words[] = {(uint64_t)q->kind << 32 | q->number, MAP_KEY(q->name),
	                          MAP_KEY(q->entry), MAP_KEY(q->field), MAP_KEY(q->other)};
	return hash_bytes(words, sizeof words);
}

void questions_add(struct questions *q, struct question question) {
	uint64_t key = question_key(&question);
	if (map_get(&q->seen, key)) return;
	map_put(q->arena, &q->seen, key, q);
	VEC_PUSH(q->arena, &q->list, question);
}
