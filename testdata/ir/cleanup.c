/* The cleanup attribute: a call wherever the scope is left. */
int open_it(int), use(int);
void close_it(int *fd), free_it(void *p);
#define AUTO_CLOSE __attribute__((cleanup(close_it)))
#define CLEANUP(f) __attribute__((cleanup(f)))
#define AUTO(type, name) CLEANUP(free_##type) type name

#include "include/cleanup.h"

int returns(int n) {
	AUTO_CLOSE int fd = open_it(n);
	if (fd < 0) return -1;
	__attribute__((cleanup(free_it))) void *p = 0;
	return use(fd);
}

void falls_out(int n) {
	int a = n, b CLEANUP(close_it) = open_it(a);
	{
		AUTO_CLOSE int inner = open_it(b);
		use(inner);
	}
	use(b);
}

void loops(int n) {
	while (n--) {
		AUTO_CLOSE int fd = open_it(n);
		if (fd == 1) continue;
		if (fd == 2) break;
		if (fd == 3) goto out;
		if (fd == 4) return;
		use(fd);
	}
out:
	use(n);
}

int in_switch(int n) {
	AUTO_CLOSE int first = open_it(0);
	switch (n) {
	case 1: {
		AUTO_CLOSE int fd = open_it(1);
		use(fd);
		break;
	}
	default:
		use(first);
	}
	return first;
}

int in_expression(int n) {
	return use(({
		AUTO_CLOSE int fd = open_it(n);
		use(fd);
	}));
}

void pasted(int n) {
	AUTO(conn, c) = {.fd = open_it(n)};
	use(c.fd);
}

void in_initialiser(int n) {
	AUTO_CLOSE int fd = ({
		CLEANUP(free_it) void *p = 0;
		if (n) return;
		open_it(n);
	});
	use(fd);
}

void back(int n) {
again:;
	AUTO_CLOSE int fd = open_it(n);
	if (use(fd)) goto again;
}

void close_pair(int (*pair)[2]);

void array(int n) {
	__attribute__((cleanup(close_pair))) int pair[2] = {open_it(n), -1};
	use(pair[0]);
}
