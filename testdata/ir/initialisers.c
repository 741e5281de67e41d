/* Initialiser lists of local variables: clear, then the members by C's rules for the current object. */
int f(int);
struct sub {
	int a, b;
};
struct all {
	int fd;
	struct sub sub;
	int list[3];
	struct {
		int an1, an2;
	};
	union {
		int u1;
		char *u2;
	};
	unsigned bit : 1, : 3, other : 2;
	char name[4];
	int (*close)(int);
};

void forms(int n, struct sub *from) {
	struct sub zero = {0}, none = {}, some = {1}, both = {f(1), n}, copied = *from;
	struct all elided = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, "abc", f};
	struct all braced = {1, {2, 3}, {4, 5, 6}, {7, 8}, {9}, 1, 2, "abc", f};
	struct all part = {1, {2}, {4}, .name = "", .bit = 1, 3};
	struct all whole = {.sub = *from, .u2 = 0};
	int scalar = {3}, empty = {};
}

void designated(int n) {
	struct all a = {.close = f, .fd = 3, .sub.b = 4, .list[1] = 5, 6, 7};
	struct all b = {.sub = {.b = n}, .an2 = 8, 9, .u2 = 0};
	struct all c = {.sub.a = 1, 2, 3, .fd = f(0), 5};
	struct all d = {close: f, fd: 4};
	struct all e = {.sub = {1, 2}, .sub.a = 3};
	struct all g = {.an1 = 1, 2, 3, 4};
}

void arrays(int n) {
	int a[] = {1, 2, [5] = n, 7};
	int b[3][2] = {{1}, {2, 3}, 4, 5};
	int c[3][4] = {[1][2] = 5, 6, [0] = {1, 2}, 7};
	int r[9] = {[1 ... 3] = n, 4};
	int rr[4][2] = {[1 ... 2] = {1, 2}, 3};
	struct sub s[] = {{1, 2}, {.b = 3}, [4] = {5}, 6, 7};
	struct sub t[2] = {[1].b = n, [0].a = 1, 2};
	char text[] = "abc", none[4] = "", braced[] = {"x"}, bytes[] = {'a', 0};
	const char *names[] = {"one", [2] = "three"};
	int flat[2][2] = {1, 2, 3, 4};
}

int order(int n) {
	struct sub s = {f(1), f(2)};
	struct sub *p = &(struct sub){f(3), .a = f(4)};
	return s.a + p->a + (struct sub){n}.b;
}

void flexible(void) {
	struct {
		int n;
		struct {
		} nothing;
		int rest[];
	} x = {1};
	(void)x;
}
