/* What the macros of <sys/select.h> do to bits is a call of their name. */
#include "include/sets.h"

struct server {
	fd_set readers;
	int *listeners;
};
int f(int);

int glibc(struct server *s, int fd) {
	fd_set set;
	FD_ZERO(&set);
	FD_SET(fd, &set);
	FD_SET(s->listeners[1], &s->readers);
	FD_CLR(fd, &s->readers);
	FD_SET(0, &set);
	if (FD_ISSET(f(fd), &set)) return 1;
	return FD_ISSET(fd, &s->readers);
}

int fortified(fd_set *set, int fd) {
	CHECKED_FD_SET(fd, set);
	return 0;
}

int musl(fd_set *set, int fd) {
	MUSL_FD_SET(fd, set);
	if (MUSL_FD_ISSET(fd, set)) MUSL_FD_CLR(fd, set);
	return MUSL_FD_ISSET(fd, set);
}

struct bits {
	long words[4];
};

/* Other bits are bits. */
long plain(fd_set *set, struct bits *bits, int n) {
	bits->words[n / 64] |= 1UL << (n % 64);
	set->__fds_bits[1] |= 5;
	return set->__fds_bits[0] & 3;
}
