/* Calls: direct through whatever C puts around a name, else through a value. */
struct ops {
	int (*close)(int);
	int (*table[4])(int);
	void (*fail)(void) __attribute__((noreturn));
};
struct conn {
	const struct ops *ops;
	int fd;
};
int close(int), f(int);
int (*hook)(int);
int (*get(int))(int);
void die(const char *, ...) __attribute__((noreturn));
_Noreturn void stop(void);
#define CALL(fn, x) fn(x)
#define noreturn _Noreturn
noreturn void by_macro(void);

int direct(int fd) {
	close(fd);
	(close)(fd);
	(&close)(fd);
	(*close)(fd);
	(***close)(fd);
	((int (*)(int))close)(fd);
	((void (*)(long))close)(fd);
	CALL(close, fd);
	return close(f(fd));
}

int selected(int fd) {
	(0, close)(fd);
	(f(1), close)(fd);
	({ close; })(fd);
	return (fd ? close : hook)(fd);
}

int indirect(struct conn *c, int (*fn)(int), int as_function(int), int n) {
	hook(c->fd);
	(*hook)(c->fd);
	fn(c->fd);
	as_function(c->fd);
	c->ops->close(c->fd);
	(*c->ops->close)(c->fd);
	c->ops->table[1](2);
	c->ops->table[n](3);
	get(1)(c->fd);
	return CALL(c->ops->close, 4);
}

int ends(int n, struct ops *ops) {
	if (n == 1) die("n is %d", n);
	if (n == 2) stop();
	if (n == 3) by_macro();
	if (n == 4) ops->fail();
	if (n == 5) __builtin_unreachable();
	return n ? n : (die("zero"), 0);
}

noreturn void never(void) {
	for (;;)
		f(0);
}

static int own(void) { return 1; }
static int own_too(int (*fn)(void)) { return fn(); }

int passes(void) {
	return own_too(own) + own_too(&own);
}

int knr(a, b)
	char *b;
	int a;
{
	return f(a) + undeclared(b, 1.5);
}

int old();
int uses_old(void) {
	return old(1, "two");
}

int variadic(int n, ...) {
	__builtin_va_list ap;
	__builtin_va_start(ap, n);
	int *p = __builtin_va_arg(ap, int *);
	__builtin_va_end(ap);
	return *p;
}

union address {
	struct conn *c;
	struct ops *o;
} __attribute__((transparent_union));
int transparent(union address);

int pass_transparent(struct conn *c) {
	return transparent(c) + transparent((union address){c});
}
