// flags: -std=c2x
/* Newer C. */
[[noreturn]] void stop(void);
int f(int);
struct s {
	int fd;
	struct s *next;
};

int keywords(struct s *s) {
	if (s->next == nullptr) return 0;
	bool on = true, off = false;
	constexpr int limit = 5;
	auto n = s->fd;
	typeof(n) m = n;
	if (n > limit && on != off) stop();
	struct s empty = {};
	return m + empty.fd;
}

int attributes(int n) {
	switch (n) {
	case 1:
		f(1);
		[[fallthrough]];
	case 2:
		int x = f(2);
		return x;
	}
label:
	int y = f(n);
	[[maybe_unused]] int z = y;
	if (y) goto label;
	return 0b101 + 1'000;
}

enum big : unsigned char { TOP = 200 };
int fixed(enum big b) {
	return b == TOP;
}
int unnamed(int, struct s *) { return 1; }
