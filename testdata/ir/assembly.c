/* Inline assembly: inputs escape, outputs become unknown. */
struct s {
	int n;
};

int outputs(struct s *s, int in) {
	int out;
	asm("" : "=r"(out), "+m"(s->n) : "r"(in), "r"(s) : "memory");
	asm volatile("" ::: "memory");
	return out;
}

int syscall1(int number, int fd) {
	long result;
	__asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(fd));
	return result;
}
