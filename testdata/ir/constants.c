/* Constants are folded. */
enum flags { READ = 1, WRITE = 2, BOTH = READ | WRITE, HIGH = 1u << 31, MINUS = -5 };
#define NONE (-1)
#define MASK (READ | WRITE << 2)
struct s {
	char name[108];
	long n;
};
void use(long);

void values(int n, struct s *s) {
	use(READ | WRITE);
	use(BOTH);
	use(NONE);
	use(MASK & ~READ);
	use(MINUS);
	use('a' + 1);
	use('\xff');
	use(0x10);
	use(1 << 31);
	use(1u << 31);
	use(HIGH);
	use((unsigned)-1);
	use((unsigned long)-1);
	use(~0u);
	use(4294967295u);
	use((unsigned char)300);
	use((signed char)200);
	use(sizeof(struct s));
	use(sizeof s->name - 1);
	use(sizeof n++);
	use(_Alignof(long));
	use(__builtin_offsetof(struct s, n));
	use(7 / 2 + 7 % 4);
	use(-7 / 2);
	use(1 ? 3 : 4);
	use(3 > 2);
	use(!5);
	use(n & (READ | WRITE));
	use(n | 1 << 3);
	use((READ, 9));
	use((int)3.9);
	use((long)(void *)0);
	use(n * 0);
	use(1 / (READ - 1));
}

void *pointers(void) {
	use((long)((void *)0));
	return (void *)-1;
}

void sizes(int n, int (*f)(int)) {
	int vla[n][f(2)];
	use(sizeof vla);
	use(sizeof(int[n]));
	use(sizeof(f(3)));
	vla[1][n] = 3;
}

int side_effects(int (*ext)(int)) {
	use((ext(1), 2));
	use(0 && ext(2));
	use(1 || ext(3));
	int lv = 10;
	return lv + (int){4} + ({ 3; });
}
