// A function that takes the socket over, and cannot say that it did not: its callers cannot close it.
#include <stdlib.h>
#include <sys/socket.h>

struct session {
	int fd;
	struct session *next;
};

struct server {
	struct session *sessions;
};

static struct session *session_new(int fd) {
	struct session *s = malloc(sizeof *s);
	if (!s) return NULL;
	s->fd = fd;
	return s;
}

static void serve(struct server *server, int fd) {
	struct session *s = session_new(fd);
	if (!s) return; // expect: unclosed-socket
	s->next = server->sessions;
	server->sessions = s;
}

void on_ready(struct server *server, int listener) {
	int fd = accept(listener, NULL, NULL);
	if (fd < 0) return;
	serve(server, fd);
}
