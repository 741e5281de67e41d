/* Functions of headers are lowered when something refers to them. */
#include "include/headers.h"
#include "include/part.c"

static int (*const table[])(int) = {from_table};

int uses(int n) {
	if (n > limit) return external(n);
	counter++;
	return used(n) + table[0](n);
}

int with_fragment(void) {
#include "include/body.h"
	return 0;
}
