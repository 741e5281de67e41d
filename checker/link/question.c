#include "link/question.h"

uint64_t question_key(const struct question *q) {
	uint64_t key = hash_mix(q->kind, q->number);
	key = hash_mix(key, MAP_KEY(q->name));
	key = hash_mix(key, MAP_KEY(q->entry));
	key = hash_mix(key, MAP_KEY(q->field));
	return hash_mix(key, MAP_KEY(q->other));
}

void questions_add(struct questions *q, struct question question) {
	uint64_t key = question_key(&question);
	if (map_get(&q->seen, key)) return;
	map_put(q->arena, &q->seen, key, q);
	VEC_PUSH(q->arena, &q->list, question);
}
