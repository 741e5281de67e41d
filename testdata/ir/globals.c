/* File-scope and static local variables. */
struct ops {
	const char *name;
	int (*open)(const char *), (*close)(int);
	int flags;
};
int f(int);
static int own_open(const char *path) { return path ? 1 : 0; }
static int own_close(int fd) { return fd; }
static int not_referenced(int fd) { return fd; }
int close(int);

static const struct ops own = {
	.name = "own",
	.open = own_open,
	.close = &own_close,
	.flags = 1 | 4,
};
const struct ops *all[] = {&own, 0, &(const struct ops){.close = close}};
struct ops table[2] = {{"a", own_open, close, -1}, [1].close = (int (*)(int))own_close};

int zero, minus = -1, tentative;
int tentative;
int tentative = 3;
extern int elsewhere;
extern int never_used;
extern int with_value;
int with_value = 9;
static unsigned all_ones = -1;
unsigned long size = sizeof(struct ops) * 2;
int *to_zero = &zero, *to_element = &((int *)0)[0], *to_other = &elsewhere;
int numbers[4] = {1, [3] = 4}, *to_first = numbers, *to_first_too = &numbers[0], *to_third = &numbers[2];
char text[] = "text", *pointer = "pointer", *later = "later" + 1;
double real = 1.5;
_Bool flag = 7;
void *nothing = (void *)0, *self = &self;
int (*hook)(int) = f;
struct {
	int a;
	struct {
		int b;
	} c;
} unnamed = {1, {2}};
int big = 1 << 30, shifted = (char)300, ranged[8] = {[0 ... 7] = -1};
_Thread_local int per_thread = 1;
long ptr_as_number = (long)&zero;

int uses(void) {
	static int count = 5;
	static struct ops local = {.close = own_close};
	{
		static int count;
		count++;
	}
	extern int elsewhere;
	elsewhere = count++;
	return local.close(zero) + all[0]->flags + unnamed.c.b;
}

int uses_too(void) {
	static int count;
	return count++;
}
