/* Only the arm that is meant is lowered. */
struct a {
	int fd;
};
struct b {
	int fd;
};
typedef struct a a_t;
int close_a(void *), close_b(void *), close_int(int), other(void), f(int);
#define CLOSE(x) \
	_Generic((x), struct a *: close_a, struct b *: close_b, int: close_int, default: other)

int by_type(int n, long l) {
	return _Generic(n, int: f(1), long: f(2)) + _Generic(l, int: 3, default: 4);
}

int same_signature(struct a *a, struct b *b, a_t *t, int n) {
	CLOSE(a)(a);
	CLOSE(b)(b);
	CLOSE(t)(t);
	return CLOSE(n)(n) + CLOSE(1.5)();
}

int chosen(int n) {
	return __builtin_choose_expr(__builtin_types_compatible_p(__typeof__(n), int), f(1), f(2));
}
