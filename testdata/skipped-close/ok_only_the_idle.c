// A function that closes connections under a condition is not one that promises to close.
// expect: nothing
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct conn {
	int fd;
	time_t used;
};

void conn_close(struct conn *c) {
	close(c->fd);
	c->fd = -1;
}

void conn_close_idle(struct conn *c, time_t now) {
	if (now - c->used > 60) conn_close(c);
}

int conn_open(struct conn *c, int domain) {
	c->fd = socket(domain, SOCK_STREAM, 0);
	c->used = time(0);
	return c->fd;
}
