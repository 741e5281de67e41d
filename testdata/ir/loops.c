/* Loops; which parts of a `for` header are there, in the source and behind macros. */
int f(int), done(void);
#define EMPTY
#define FOREVER for (;;)
#define HEADER(a, b, c) for (a; b; c)
#define EACH(i, n) for (int i = 0; i < n; i++)
#define TEST(x) ; x

void headers(int i, int n) {
	for (;;) {
		if (done()) break;
	}
	for (; n;) n = f(1);
	for (;; n--) {
		if (done()) break;
	}
	for (i = 0;;) {
		if (done()) break;
	}
	for (i = 0; i < n;) i = f(2);
	for (i = 0;; i++) {
		if (done()) break;
	}
	for (; i < n; i++) f(3);
	for (i = 0; i < n; i++) f(4);
	for (int k = f(0);;) {
		if (k) break;
	}
	for (int k = 0; k < n;) k = f(5);
	for (int k = 0;; k++) {
		if (k > n) break;
	}
}

void text(int n) {
	for (/* ; */; n > f(';'); /* ")" */) n--;
	for (EMPTY; n; EMPTY) n = f('"');
	for (; ({ int k = 0; for (; k < n; k++) f(k); k; }); n--) f(1);
	for (
		;
		n // ; n++)
		;
	) n--;
}

void macros(int i, int n) {
	FOREVER {
		if (done()) break;
	}
	HEADER(, n, ) n = f(1);
	HEADER(, , n--) {
		if (done()) break;
	}
	HEADER(n = 9, , ) {
		if (done()) break;
	}
	HEADER(EMPTY, i < n, i++) f(2);
	EACH(k, n) f(k);
	for (TEST(n); n--) f(3);
	n = f(0) ?: ({ HEADER(, n, ) n = f(5); n; });
	HEADER(, , n++) {
		if (done()) break;
	}
}

int others(int n) {
	while (n > 0) {
		if (f(n) == 1) continue;
		if (f(n) == 2) break;
		n--;
	}
	do {
		if (n == 7) continue;
		if (n == 8) break;
		n++;
	} while (n < 9);
	do f(1);
	while (0);
	while (1)
		if (done()) return n;
}

void nothing(void) {
	while (done())
		;
	for (;;)
		;
}

void skipped(int n) {
	while (0) f(n);
	for (; 0;) f(n);
}
