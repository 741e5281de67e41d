/* The compiler's builtins. */
typedef unsigned long size_t;
int f(int);
void use(void *);
extern int __sprintf_chk(char *, int, size_t, const char *, ...), __printf_chk(int, const char *, ...);
extern void *__memcpy_chk(void *, const void *, size_t, size_t);

void library(char *to, const char *from, size_t n) {
	__builtin_memset(to, 0, n);
	__builtin___memset_chk(to, 0, n, __builtin_object_size(to, 0));
	__builtin___memcpy_chk(to, from, n, 8);
	__builtin___snprintf_chk(to, n, 1, 8, "%s", from);
	__sprintf_chk(to, 1, 8, "%d", 3);
	__printf_chk(1, "%d", 4);
	__memcpy_chk(to, from, 2, 8);
	use(__builtin_alloca(n));
	use(__builtin_malloc(__builtin_strlen(from)));
	__builtin_free(to);
}

int hints(int a, int *p) {
	if (__builtin_expect(a == 1, 1)) f(1);
	if (__builtin_expect_with_probability(a, 1, 0.9)) f(2);
	__builtin_assume(a > 0);
	__builtin_prefetch(p);
	p = __builtin_assume_aligned(p, 8);
	if (__builtin_constant_p(a)) f(3);
	if (__builtin_constant_p(4)) f(4);
	if (a == 5) __builtin_trap();
	if (a == 6) __builtin_abort();
	return __builtin_popcount(a) + __builtin_bswap32(3);
}

int overflow(int a, int b, int *r) {
	if (__builtin_add_overflow(a, b, r)) return -1;
	if (__builtin_sub_overflow(a, 1, &a)) return -1;
	return __builtin_smul_overflow(a, b, r);
}

int selection(int n) {
	f(__builtin_choose_expr(sizeof(int) == 4, 1, f(9)));
	f(__builtin_types_compatible_p(int, long));
	f(__builtin_types_compatible_p(__typeof__(n), int));
	return __builtin_LINE();
}

void frame(void) {
	use(__builtin_frame_address(0));
	use(__builtin_return_address(0));
}
