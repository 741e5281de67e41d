#include "link/memo.h"

#include <pthread.h>
#include <string.h>

#include "flow/pack_io.h"
#include "link/answer.h"

enum { KIND_RECORD = PACK_KINDS };

/* A function, and the numbers of what was worked out. */
struct member {
	const char *name;
	uint32_t result, outside;
};

struct answered {
	struct question question;
	uint64_t answer;
};

/* A task that was kept. */
struct record {
	uint64_t key;
	VEC(struct member) members;
	VEC(struct answered) asked;
	size_t walks, unfinished, cut_calls;
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

static void io_member(struct pack_io *io, struct member *m) {
	io_text(io, &m->name);
	io_ref(io, &m->result);
	io_ref(io, &m->outside);
}

static void io_answered(struct pack_io *io, struct answered *a) {
	IO_ENUM(io, &a->question.kind);
	io_text(io, &a->question.name);
	io_field(io, &a->question.field);
	io_field(io, &a->question.other);
	io_u32(io, &a->question.number);
	io_u64(io, &a->answer);
}

static void record_parts(struct pack_io *io, void *object) {
	struct record *r = object;
	io_u64(io, &r->key);
	IO_VEC(io, &r->members, io_member);
	IO_VEC(io, &r->asked, io_answered);
	io_size(io, &r->walks);
	io_size(io, &r->unfinished);
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
	for (size_t i = 0; changed && i < memo->in_use.n; i++)
		wanted[memo->in_use.items[i] - 1] = true;
	if (changed) pool_write(pool, wanted, numbers, out);
	for (size_t i = 0; changed && i < memo->in_use.n; i++) {
		const struct record *r = pool_get(pool, memo->in_use.items[i])->made;
		struct index_entry entry = {r->key, numbers[memo->in_use.items[i] - 1]};
		buf_add_bytes(out, (const char *)&entry, sizeof entry);
	}
	arena_free(memo->packer.scratch);
	return changed;
}

/* --- one task --------------------------------------------------------------------------------- */

static uint64_t print_of(const struct memo *memo, uint32_t number) {
	return pool_get(memo->packer.pool, number)->hash;
}

static struct program_function *function_of(const struct memo *memo, const struct memo_task *task,
                                            uint32_t i) {
	return &memo->program->functions.items[task->members[i]];
}

/* The questions in their order: the first ones decided what was asked later. */
static bool holds(struct memo *memo, const struct record *r, const struct memo_task *task) {
	if (memo->packer.is_broken || r->members.n != task->count) return false;
	for (size_t i = 0; i < r->asked.n; i++)
		if (answers_find(&memo->answers, &r->asked.items[i].question) != r->asked.items[i].answer)
			return false;
	return true;
}

static void set_first(struct memo *memo, struct program_function *f, const struct member *m) {
	f->result = unpack_result(&memo->packer, m->result);
	f->outside = unpack_summary(&memo->packer, m->outside);
}

static bool take_over(struct memo *memo, const struct record *r, struct memo_task *task) {
	for (uint32_t i = 0; i < task->count; i++) {
		struct program_function *f = function_of(memo, task, i);
		if (r->members.items[i].name != f->f->name) return false;
		if (task->look < THREADS_START) set_first(memo, f, &r->members.items[i]);
		else f->threads = unpack_result(&memo->packer, r->members.items[i].result);
	}
	task->walks = r->walks;
	task->unfinished = r->unfinished;
	task->cut_calls = r->cut_calls;
	return !memo->packer.is_broken;
}

/* Numbers its summaries, for those who asked for them. */
static void note_prints(struct memo *memo, struct program_function *f, enum flow_threads look) {
	struct packer *p = &memo->packer;
	if (look >= THREADS_START) {
		f->second_print = print_of(memo, pack_summary(p, f->threads->summary));
		return;
	}
	f->summary_print = print_of(memo, pack_summary(p, f->result->summary));
	f->outside_print = print_of(memo, pack_summary(p, f->outside));
}

static void forget(struct program_function *f, enum flow_threads look) {
	if (look >= THREADS_START) f->threads = NULL;
	else f->result = NULL;
}

static bool take(struct memo *memo, struct memo_task *task) {
	uint32_t number = (uint32_t)(uintptr_t)map_get(&memo->records, task->key);
	const struct record *r =
		pack_get(&memo->packer, KIND_RECORD, number, sizeof(struct record), record_parts);
	if (!r || !holds(memo, r, task)) return false;
	if (!take_over(memo, r, task)) {
		for (uint32_t i = 0; i < task->count; i++) forget(function_of(memo, task, i), task->look);
		return false;
	}
	for (uint32_t i = 0; i < task->count; i++)
		note_prints(memo, function_of(memo, task, i), task->look);
	VEC_PUSH(memo->arena, &memo->in_use, number);
	return true;
}

static void begin(struct memo *memo) {
	pthread_mutex_lock(&memo->lock);
	if (!memo->answers.packer)
		answers_begin(&memo->answers, memo->arena, memo->program, &memo->packer);
}

bool memo_take(struct memo *memo, struct memo_task *task) {
	begin(memo);
	bool taken = take(memo, task);
	pthread_mutex_unlock(&memo->lock);
	return taken;
}

static struct member pack_member(struct memo *memo, const struct program_function *f,
                                 enum flow_threads look) {
	struct member m = {.name = f->f->name};
	struct packer *p = &memo->packer;
	m.result = pack_result(p, look >= THREADS_START ? f->threads : f->result);
	if (look < THREADS_START) m.outside = pack_summary(p, f->outside);
	return m;
}

static void keep(struct memo *memo, const struct memo_task *task, const struct questions *asked) {
	struct record *r = ARENA_NEW(memo->arena, struct record);
	r->key = task->key;
	r->walks = task->walks;
	r->unfinished = task->unfinished;
	r->cut_calls = task->cut_calls;
	bool is_sure = true;
	for (size_t i = 0; i < asked->list.n; i++) {
		struct answered a = {asked->list.items[i], .answer = 0};
		a.answer = answers_find(&memo->answers, &a.question);
		is_sure &= a.answer != ANSWER_UNSURE;
		VEC_PUSH(memo->arena, &r->asked, a);
	}
	for (uint32_t i = 0; i < task->count; i++) {
		struct program_function *f = function_of(memo, task, i);
		VEC_PUSH(memo->arena, &r->members, pack_member(memo, f, task->look));
		note_prints(memo, f, task->look);
	}
	if (!is_sure) return;
	uint32_t number = pack_put(&memo->packer, KIND_RECORD, r, record_parts);
	VEC_PUSH(memo->arena, &memo->in_use, number);
	memo->is_new = true;
}

void memo_keep(struct memo *memo, const struct memo_task *task, const struct questions *asked) {
	begin(memo);
	struct arena_mark mark = arena_mark(memo->packer.scratch);
	keep(memo, task, asked);
	arena_reset(memo->packer.scratch, mark);
	pthread_mutex_unlock(&memo->lock);
}
