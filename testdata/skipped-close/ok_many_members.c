// A client with three sockets and many optional members: what is there is closed, whichever of them are.
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
	int line, wake_in, wake_out;
	char *host, *name, *user, *secret, *will;
};

void client_cleanup(struct client *c) {
	if (!c) return;
	if (c->name) free(c->name);
	if (c->line != -1) close(c->line);
	if (c->host) free(c->host);
	if (c->user) free(c->user);
	if (c->secret) free(c->secret);
	if (c->will) free(c->will);
	if (c->wake_in != -1) close(c->wake_in);
	if (c->wake_out != -1) close(c->wake_out);
}

int client_open(struct client *c, int domain) {
	int pair[2];
	c->line = socket(domain, SOCK_STREAM, 0);
	if (c->line == -1) return -1;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair)) return 0;
	c->wake_in = pair[0];
	c->wake_out = pair[1];
	return 0;
}
