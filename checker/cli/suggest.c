#include "cli/suggest.h"

#include <string.h>

enum { LONGEST = 64 }; /* no name of ours is as long */

static size_t smallest(size_t x, size_t y, size_t z) {
	if (y < x) x = y;
	return z < x ? z : x;
}

/* The number of single letters to change, add, take out or swap with the next one (the "optimal string
 * alignment" distance). */
static size_t edit_distance(const char *x, size_t xn, const char *y, size_t yn) {
	size_t rows[3][LONGEST + 1]; /* of the last two letters of x, and this one */
	for (size_t k = 0; k <= yn; k++) rows[0][k] = k;
	for (size_t i = 1; i <= xn; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t k = 1; k <= yn; k++) {
			size_t change = above[k - 1] + (x[i - 1] != y[k - 1]);
			row[k] = smallest(above[k] + 1, row[k - 1] + 1, change);
			if (i > 1 && k > 1 && x[i - 1] == y[k - 2] && x[i - 2] == y[k - 1])
				row[k] = smallest(row[k], two_above[k - 2] + 1, row[k]);
		}
	}
	return rows[xn % 3][yn];
}

void suggest(struct suggestion *suggestion, const char *candidate) {
	size_t n = strlen(suggestion->word), candidate_n = strlen(candidate);
	if (n > LONGEST || candidate_n > LONGEST) return;
	size_t distance = edit_distance(suggestion->word, n, candidate, candidate_n);
	size_t allowed = n / 3 ? n / 3 : 1;
	if (distance > allowed || (suggestion->best && distance >= suggestion->distance)) return;
	suggestion->best = candidate;
	suggestion->distance = distance;
}

const char *suggestion_text(struct arena *a, const struct suggestion *suggestion) {
	return suggestion->best ? arena_printf(a, "; did you mean '%s'?", suggestion->best) : "";
}
