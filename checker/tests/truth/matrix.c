/*
 * usage: matrix EXPECTED [REPEATS]
 *
 * Measures each cell REPEATS times (3), prints the table, and marks by ! what is not as the file EXPECTED says, which
 * is such a table. Exit status: 0 all is as expected, 1 something is not, 2 it could not be measured.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "hang.h"
#include "matrix.h"

enum {
	ENOUGH_MS = 500,   /* who is not woken by then is not woken at all: a wake takes microseconds */
	CELL_SECONDS = 10, /* until a cell that does not come to its point is given up */
	AT_ONCE = 16,      /* cells that run side by side; nearly all of their time they sleep */
	CELLS_MAX = 1024,
};

/* What becomes of the thread; the letters of the table. */
enum outcome {
	WAKES = 'W',
	HANGS = 'H',
	ACT_HANGS = 'A', /* the act itself does not return */
	RACE = 'R',      /* now this, now that */
	NONE = '.',      /* there is no such thing */
	LOST = '?',      /* could not be measured */
};

struct cell {
	const struct call *call;
	const struct act *act;
	int runs;           /* so far begun */
	pid_t pid;          /* of the run that is under way; 0: none */
	unsigned char seen; /* an outcome; 0: no run has ended */
};

/* --- in the process of a cell ----------------------------------------------------------------- */

struct run {
	const struct cell *cell;
	struct scene scene;
};

static void *block(void *arg) {
	struct run *r = arg;
	r->cell->call->block(&r->scene);
	return NULL;
}

static void *act(void *arg) {
	struct run *r = arg;
	r->cell->act->act(&r->scene);
	return NULL;
}

/* Joins the thread if it ends before the milliseconds are over. */
static bool ends(pthread_t thread, int milliseconds) {
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += milliseconds * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	return pthread_timedjoin_np(thread, NULL, &until) == 0;
}

static enum outcome measure(const struct cell *cell) {
	struct run r = {.cell = cell, .scene = {.fd = -1, .peer = -1, .epfd = -1}};
	if (!cell->call->set_up(&r.scene)) return LOST;
	if (cell->act->before) cell->act->before(&r.scene);
	if (pthread_create(&r.scene.blocked, NULL, block, &r) != 0) return LOST;
	if (!cell->act->act) return ends(r.scene.blocked, ENOUGH_MS) ? WAKES : HANGS;

	pthread_t actor;
	wait_until_blocked();
	if (pthread_create(&actor, NULL, act, &r) != 0) return LOST;
	bool acted = ends(actor, ENOUGH_MS);
	if (ends(r.scene.blocked, ENOUGH_MS)) return WAKES;
	return acted ? HANGS : ACT_HANGS;
}

static void begin(struct cell *cell) {
	cell->runs++;
	cell->pid = fork();
	if (cell->pid != 0) return;
	signal(SIGPIPE, SIG_IGN);
	alarm(CELL_SECONDS);
	_exit(measure(cell));
}

/* --- in the process of the table -------------------------------------------------------------- */

static void note(struct cell *cell, int status) {
	unsigned char outcome = WIFEXITED(status) ? (unsigned char)WEXITSTATUS(status) : LOST;
	cell->pid = 0;
	if (cell->seen == 0 || cell->seen == LOST) cell->seen = outcome;
	if (cell->seen != outcome && outcome != LOST) cell->seen = RACE;
}

/* Waits for some run to end. */
static void reap(struct cell *cells, size_t n) {
	int status;
	pid_t pid = wait(&status);
	for (size_t i = 0; i < n && pid > 0; i++) {
		if (cells[i].pid == pid) note(&cells[i], status);
	}
}

/* All runs of all cells. A cell's runs follow each other: what is side by side is different. */
static void run_all(struct cell *cells, size_t n, int repeats) {
	for (int turn = 0; turn < repeats; turn++) {
		int running = 0;
		for (size_t i = 0; i < n; i++) {
			if (cells[i].seen == NONE) continue;
			begin(&cells[i]);
			if (++running < AT_ONCE) continue;
			reap(cells, n);
			running--;
		}
		for (; running > 0; running--) reap(cells, n);
	}
}

static size_t lay_out(struct cell *cells) {
	size_t n = 0;
	for (size_t i = 0; i < call_count; i++) {
		for (size_t j = 0; j < act_count; j++) {
			bool fits = (acts[j].needs & ~calls[i].traits) == 0;
			cells[n++] = (struct cell){&calls[i], &acts[j], 0, 0, fits ? 0 : NONE};
		}
	}
	return n;
}

/* The next word of the expectations, which is to be `wanted` unless that is NULL. */
static char next_word(FILE *expected, const char *wanted) {
	char word[32];
	while (fscanf(expected, "%31s", word) == 1) {
		if (!wanted || strcmp(word, wanted) == 0) return word[0];
		fprintf(stderr, "matrix: '%s' is expected where '%s' is measured\n", word, wanted);
		exit(2);
	}
	fprintf(stderr, "matrix: the expectations end before the table\n");
	exit(2);
}

/* What may be one or the other is as expected in any case. */
static bool agree(char expected, char seen) {
	return expected == seen || (expected == RACE && (seen == WAKES || seen == HANGS));
}

static void print_column(size_t j, const char *text) {
	if (j + 1 < act_count) printf(" %-10s", text);
	else printf(" %s\n", text);
}

static void print_head(FILE *expected) {
	next_word(expected, "call");
	printf("%-16s", "call");
	for (size_t j = 0; j < act_count; j++) {
		next_word(expected, acts[j].name);
		print_column(j, acts[j].name);
	}
}

/* Prints a row beside what is expected of it. Returns the number of differences. */
static int print_row(const char *name, const struct cell *cells, FILE *expected) {
	int differences = 0;
	next_word(expected, name);
	printf("%-16s", name);
	for (size_t j = 0; j < act_count; j++) {
		char seen = (char)cells[j].seen, wanted = next_word(expected, NULL);
		bool same = agree(wanted, seen);
		print_column(j, (char[]){seen, same ? '\0' : '!', wanted, '\0'});
		differences += !same;
	}
	return differences;
}

int main(int argc, char **argv) {
	FILE *expected = argc > 1 ? fopen(argv[1], "r") : NULL;
	int repeats = argc > 2 ? atoi(argv[2]) : 3;
	if (!expected || repeats < 1) {
		fprintf(stderr, "usage: matrix EXPECTED [REPEATS]\n");
		return 2;
	}
	static struct cell cells[CELLS_MAX];
	size_t n = lay_out(cells);
	run_all(cells, n, repeats);
	int differences = 0;
	print_head(expected);
	for (size_t i = 0; i < call_count; i++)
		differences += print_row(calls[i].name, &cells[i * act_count], expected);
	fclose(expected);
	puts(
		"W wakes, H hangs, A the act itself hangs, R now this and now that, . no such thing, ? not measured");
	printf("%d differences (!X: X was expected)\n", differences);
	return differences > 0;
}
