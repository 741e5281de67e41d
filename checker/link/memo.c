#include "link/memo.h"

#include <pthread.h>
#include <string.h>

#include "flow/pack_io.h"
#include "link/answer.h"

enum { KIND_RECORD = PACK_KINDS };

struct answered {
	struct question question;
	uint64_t answer;
};

/* A walk that was kept. */
struct record {
	uint64_t key;
	uint32_t result; /* its number */
	VEC(struct answered) asked;
	size_t cut_calls;
};

struct memo {
	struct arena *arena;
	struct program *program;
	struct packer packer;
	struct answers answers;
	pthread_mutex_t lock;
	struct map records;   /* key -> number in the pool, of those that were read */
	VEC(uint32_t) in_use; /* by this run */
	bool is_new;          /* some of these were not read */
};

/* --- records in the pool ---------------------------------------------------------------------- */

static void io_answered(struct pack_io *io, struct answered *a) {
	IO_ENUM(io, &a->question.kind);
	io_text(io, &a->question.name);
	io_text(io, &a->question.entry);
	io_field(io, &a->question.field);
	io_field(io, &a->question.other);
	io_u32(io, &a->question.number);
	io_u64(io, &a->answer);
}

static void record_parts(struct pack_io *io, void *object) {
	struct record *r = object;
	io_u64(io, &r->key);
	io_ref(io, &r->result);
	IO_VEC(io, &r->asked, io_answered);
	io_size(io, &r->cut_calls);
}

/* --- the whole -------------------------------------------------------------------------------- */

static struct pack_home find_home(void *data, const char *function) {
	const struct program_function *f = program_find(data, function);
	return f ? (struct pack_home){f->unit, f->f} : (struct pack_home){0};
}

/* Behind the pool: the keys of the records and their numbers. */
struct index_entry {
	uint64_t key, number;
};

static bool read_index(struct memo *memo, const char *bytes, size_t n) {
	if (n % sizeof(struct index_entry)) return false;
	for (size_t at = 0; at < n; at += sizeof(struct index_entry)) {
		struct index_entry entry;
		memcpy(&entry, bytes + at, sizeof entry);
		if (!entry.number || entry.number > memo->packer.pool->objects.n) return false;
		map_put(memo->arena, &memo->records, entry.key, (void *)(uintptr_t)entry.number);
	}
	return true;
}

struct memo *memo_new(struct arena *a, struct program *program, const char *bytes, size_t n) {
	struct memo *memo = ARENA_NEW(a, struct memo);
	*memo = (struct memo){.arena = a, .program = program, .lock = PTHREAD_MUTEX_INITIALIZER};
	memo->packer = (struct packer){.arena = a,
	                               .scratch = arena_new("memo"),
	                               .models = program->models,
	                               .find = find_home,
	                               .data = program};
	size_t used = 0;
	memo->packer.pool = n ? pool_read(a, bytes, n, &used) : NULL;
	if (!memo->packer.pool || !read_index(memo, bytes + used, n - used)) {
		memo->packer.pool = pool_new(a);
		memo->records = (struct map){0};
	}
	return memo;
}

bool memo_write(struct memo *memo, struct buf *out) {
	bool changed = memo->is_new || memo->in_use.n != memo->records.n;
	struct pool *pool = memo->packer.pool;
	bool *wanted = ARENA_ARRAY(memo->arena, bool, pool->objects.n + 1);
	uint32_t *numbers = ARENA_ARRAY(memo->arena, uint32_t, pool->objects.n + 1);
	for (size_t i = 0; changed && i < memo->in_use.n; i++) wanted[memo->in_use.items[i] - 1] = true;
	if (changed) pool_write(pool, wanted, numbers, out);
	for (size_t i = 0; changed && i < memo->in_use.n; i++) {
		const struct record *r = pool_get(pool, memo->in_use.items[i])->made;
		struct index_entry entry = {r->key, numbers[memo->in_use.items[i] - 1]};
		buf_add_bytes(out, (const char *)&entry, sizeof entry);
	}
	arena_free(memo->packer.scratch);
	return changed;
}

/* --- one walk --------------------------------------------------------------------------------- */

static void begin(struct memo *memo) {
	pthread_mutex_lock(&memo->lock);
	if (!memo->answers.packer)
		answers_begin(&memo->answers, memo->arena, memo->program, &memo->packer);
}

/* The questions in their order: the first ones decided what was asked later. */
static bool holds(struct memo *memo, const struct record *r, const struct memo_walk *walk) {
	for (size_t i = 0; i < r->asked.n; i++) {
		const struct answered *a = &r->asked.items[i];
		if (answers_find(&memo->answers, &a->question, walk->f) != a->answer) return false;
	}
	return true;
}

static struct flow_result *take(struct memo *memo, struct memo_walk *walk) {
	struct packer *p = &memo->packer;
	uint32_t number = (uint32_t)(uintptr_t)map_get(&memo->records, walk->key);
	const struct record *r = pack_get(p, KIND_RECORD, number, sizeof(struct record), record_parts);
	if (!r || p->is_broken || !holds(memo, r, walk)) return NULL;
	struct flow_result *result = unpack_result(p, r->result);
	if (!result || p->is_broken) return NULL;
	walk->cut_calls = r->cut_calls;
	VEC_PUSH(memo->arena, &memo->in_use, number);
	return result;
}

struct flow_result *memo_take(struct memo *memo, struct memo_walk *walk) {
	begin(memo);
	struct flow_result *result = take(memo, walk);
	pthread_mutex_unlock(&memo->lock);
	return result;
}

static void keep(struct memo *memo, const struct memo_walk *walk, const struct questions *asked,
                 const struct flow_result *result) {
	struct record *r = ARENA_NEW(memo->arena, struct record);
	r->key = walk->key;
	r->cut_calls = walk->cut_calls;
	bool is_sure = true;
	for (size_t i = 0; i < asked->list.n; i++) {
		struct answered a = {asked->list.items[i], .answer = 0};
		a.answer = answers_find(&memo->answers, &a.question, walk->f);
		is_sure &= a.answer != ANSWER_UNSURE;
		VEC_PUSH(memo->arena, &r->asked, a);
	}
	if (!is_sure) return;
	r->result = pack_result(&memo->packer, result);
	uint32_t number = pack_put(&memo->packer, KIND_RECORD, r, record_parts);
	VEC_PUSH(memo->arena, &memo->in_use, number);
	memo->is_new = true;
}

static void end(struct memo *memo, struct arena_mark mark) {
	arena_reset(memo->packer.scratch, mark);
	pthread_mutex_unlock(&memo->lock);
}

void memo_keep(struct memo *memo, const struct memo_walk *walk, const struct questions *asked,
               const struct flow_result *result) {
	begin(memo);
	struct arena_mark mark = arena_mark(memo->packer.scratch);
	keep(memo, walk, asked, result);
	end(memo, mark);
}

uint64_t memo_print(struct memo *memo, const struct summary *summary) {
	begin(memo);
	struct arena_mark mark = arena_mark(memo->packer.scratch);
	uint64_t print = pool_get(memo->packer.pool, pack_summary(&memo->packer, summary))->hash;
	end(memo, mark);
	return print;
}
