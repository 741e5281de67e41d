/* Conditions exist in branches alone. */
int f(void), g(void);
struct s {
	unsigned flags;
	struct s *next;
};
enum { READ = 1, WRITE = 2 };

int forms(struct s *s, int a, unsigned u) {
	if (s) f();
	if (!s) f();
	if (!(a = f())) g();
	if ((a = f()) < 0) g();
	if (0 > a) g();
	if (a == -1 || u > 3) g();
	if (a != 1 && !(u <= 3u || s->next)) g();
	else f();
	if (s->flags & (READ | WRITE)) return 1;
	if (__builtin_expect(!!(a > 0 && s), 0)) return 2;
	if ((a, s)) return 3;
	if (a ? s != 0 : u == 2) return 4;
	if (a ?: g()) return 5;
	return 0;
}

int values(int a, unsigned char c, char *p) {
	int x = a < 3;
	int y = !a;
	int z = a && p;
	int w = !!p || a == 2;
	return (x == y) + (c > 3) + (z ? w : 7);
}

int choices(int a) {
	a ? f() : g();
	a && f();
	a || f();
	(void)(a ? (void)f() : (void)0);
	return a ?: f();
}

int constants(int a) {
	if (0) f();
	if (1) g();
	else f();
	if (0 && f()) return 1;
	if (1 || f()) a = 2;
	if (sizeof(long) == 8 && READ) a = 3;
	return READ == 1 ? a : f();
}

int never(int a) {
	if (a) {
		if (a) return 1;
		else return 2;
		f();
	}
	return 3;
	g();
}

int empty(int a) {
	if (f()) {
	}
	if (a)
		;
	else
		g();
	return a;
}

int by_address(int (*fn)(void)) {
	if (f) return 1;
	if (fn) return fn();
	return "text" != 0;
}
