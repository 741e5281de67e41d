/* What macros make: expansion and spelling. */
int f(int), g(int);
#define CHECK(x) do { if ((x) < 0) goto fail; } while (0)
#define DEFINE(name) \
	int name##_close(int fd) { \
		return f(fd); \
	}
#define TWICE(x) (f(x), g(x))
#define RETURN(v) return v

DEFINE(conn)

int checked(int fd) {
	CHECK(f(fd));
	CHECK(TWICE(fd));
	RETURN(0);
fail:
	return -1;
}
#line 100 "generated.y"
int after_line(int fd) {
	return f(fd);
}
