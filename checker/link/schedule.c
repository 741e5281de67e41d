#include "link/schedule.h"

#include <pthread.h>

struct schedule {
	struct arena *arena;
	const struct program *program;
	const struct components *c;
	void (*task)(void *data, uint32_t worker, uint32_t component);
	void *data;
	uint32_t *component_of; /* by function */
	uint32_t *missing;      /* by component: calls into components that are not done */
	pthread_mutex_t lock;
	pthread_cond_t ready_or_done;
	VEC(uint32_t) ready;
	uint32_t done;
};

struct worker {
	struct schedule *schedule;
	uint32_t number;
	pthread_t thread;
};

static void count_missing(struct schedule *s) {
	const struct components *c = s->c;
	for (uint32_t i = 0; i < c->count; i++)
		for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) s->component_of[c->members[k]] = i;
	for (uint32_t i = c->count; i-- > 0;) {
		for (uint32_t k = c->start[i]; k < c->start[i + 1]; k++) {
			const struct program_function *f = &s->program->functions.items[c->members[k]];
			for (size_t e = 0; e < f->followed.n; e++)
				s->missing[i] += s->component_of[f->followed.items[e]] != i;
		}
		if (!s->missing[i]) VEC_PUSH(s->arena, &s->ready, i);
	}
}

/* With the lock held. */
static void finish(struct schedule *s, uint32_t component) {
	const struct components *c = s->c;
	s->done++;
	for (uint32_t k = c->start[component]; k < c->start[component + 1]; k++) {
		const struct program_function *f = &s->program->functions.items[c->members[k]];
		for (size_t i = 0; i < f->followers.n; i++) {
			uint32_t caller = s->component_of[f->followers.items[i]];
			if (caller != component && --s->missing[caller] == 0)
				VEC_PUSH(s->arena, &s->ready, caller);
		}
	}
	pthread_cond_broadcast(&s->ready_or_done);
}

static void *work(void *arg) {
	const struct worker *w = arg;
	struct schedule *s = w->schedule;
	pthread_mutex_lock(&s->lock);
	while (s->done < s->c->count) {
		if (!s->ready.n) {
			pthread_cond_wait(&s->ready_or_done, &s->lock);
			continue;
		}
		uint32_t component = s->ready.items[--s->ready.n];
		pthread_mutex_unlock(&s->lock);
		s->task(s->data, w->number, component);
		pthread_mutex_lock(&s->lock);
		finish(s, component);
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

void schedule_run(const struct program *program, const struct components *c, uint32_t workers,
                  void (*task)(void *data, uint32_t worker, uint32_t component), void *data) {
	struct arena *a = arena_new("schedule");
	struct schedule s = {.arena = a,
	                     .program = program,
	                     .c = c,
	                     .task = task,
	                     .data = data,
	                     .lock = PTHREAD_MUTEX_INITIALIZER,
	                     .ready_or_done = PTHREAD_COND_INITIALIZER};
	s.component_of = ARENA_ARRAY(a, uint32_t, program->functions.n + 1);
	s.missing = ARENA_ARRAY(a, uint32_t, c->count + 1);
	count_missing(&s);
	struct worker *all = ARENA_ARRAY(a, struct worker, workers + 1);
	uint32_t running = 1;
	for (; running < workers; running++) {
		all[running] = (struct worker){.schedule = &s, .number = running};
		if (pthread_create(&all[running].thread, NULL, work, &all[running]) != 0) break;
	}
	all[0] = (struct worker){.schedule = &s};
	work(&all[0]);
	for (uint32_t i = 1; i < running; i++) pthread_join(all[i].thread, NULL);
	arena_free(a);
}
