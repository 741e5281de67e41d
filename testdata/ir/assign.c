/* Assignments: the right side first, then the place. */
int f(void);
struct s {
	int n;
	_Bool on;
	char *at;
};

int simple(int a, int b) {
	a = b = f();
	a = (f(), b);
	return a;
}

void compound(struct s *s, int n) {
	s->n += n;
	s->n -= f();
	s->n *= 2;
	s->n /= 3;
	s->n %= 4;
	s->n <<= 1;
	s->n >>= 1;
	s->n &= ~1;
	s->n |= 8;
	s->n ^= n;
	s->at += 4;
	s->at -= n;
}

int steps(struct s *s, int *p) {
	s->n++;
	--s->n;
	s->at++;
	return s->n++ + --*p;
}

void bools(struct s *s, int n, char *p) {
	s->on = n;
	s->on = p;
	s->on = 4;
	s->on = n > 3;
	s->on |= n;
	s->on = s->on;
	s->on = (_Bool)n;
}

int discarded(struct s *s, int a) {
	a;
	s->n;
	(void)a;
	a + f();
	a == 3;
	return -a + ~a - +a;
}
