/* The rows: calls that block, each with the scene in which it does. */
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "matrix.h"
#include "truth.h"

/* --- scenes ----------------------------------------------------------------------------------- */

static bool tcp_pair(struct scene *s) {
	int listener = listen_on_loopback();
	s->peer = connect_to_loopback(listener);
	s->fd = accept(listener, NULL, NULL);
	return s->fd >= 0;
}

static bool unix_pair(struct scene *s, int type) {
	int ends[2];
	if (socketpair(AF_UNIX, type, 0, ends) < 0) return false;
	s->fd = ends[0];
	s->peer = ends[1];
	return true;
}

static bool stream_pair(struct scene *s) {
	return unix_pair(s, SOCK_STREAM);
}

static bool dgram_pair(struct scene *s) {
	return unix_pair(s, SOCK_DGRAM);
}

static bool udp_bound(struct scene *s) {
	struct sockaddr_in addr = {.sin_family = AF_INET};
	addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	s->fd = socket(AF_INET, SOCK_DGRAM, 0);
	return s->fd >= 0 && bind(s->fd, (struct sockaddr *)&addr, sizeof addr) == 0;
}

static bool tcp_listener(struct scene *s) {
	s->fd = listen_on_loopback();
	return s->fd >= 0;
}

/* Bound to a name that the kernel chooses. */
static bool unix_listener(struct scene *s) {
	struct sockaddr_un addr = {.sun_family = AF_UNIX};
	s->fd = socket(AF_UNIX, SOCK_STREAM, 0);
	return s->fd >= 0 && bind(s->fd, (struct sockaddr *)&addr, sizeof addr.sun_family) == 0 &&
	       listen(s->fd, 0) == 0;
}

/* Connects fd to the listener peer. */
static int connect_to_peer(struct scene *s) {
	struct sockaddr_un addr;
	socklen_t length = sizeof addr;
	if (getsockname(s->peer, (struct sockaddr *)&addr, &length) < 0) return -1;
	return connect(s->fd, (struct sockaddr *)&addr, length);
}

/* The peer is a listener whose queue is full. */
static bool full_listener(struct scene *s) {
	if (!unix_listener(s)) return false;
	s->peer = s->fd;
	do s->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
	while (s->fd >= 0 && connect_to_peer(s) == 0);
	s->fd = socket(AF_UNIX, SOCK_STREAM, 0);
	return s->fd >= 0;
}

static bool pipe_ends(struct scene *s) {
	int ends[2];
	if (pipe(ends) < 0) return false;
	s->fd = ends[0];
	s->peer = ends[1];
	return true;
}

/* Sends until there is no room, and there is none later either: TCP finds some more when it probes its window. */
static bool fill(const struct scene *s) {
	static const char block[4096];
	const struct timespec pause = {.tv_nsec = 20 * 1000 * 1000};
	for (int full = 0; full < 25; full++) {
		while (send(s->fd, block, sizeof block, MSG_DONTWAIT | MSG_NOSIGNAL) > 0) full = 0;
		while (send(s->fd, block, 1, MSG_DONTWAIT | MSG_NOSIGNAL) > 0) full = 0;
		nanosleep(&pause, NULL);
	}
	return true;
}

static bool full_tcp_pair(struct scene *s) {
	return tcp_pair(s) && fill(s);
}

static bool full_stream_pair(struct scene *s) {
	return stream_pair(s) && fill(s);
}

static bool open_stream(struct scene *s, const char *mode) {
	s->stream = fdopen(s->fd, mode);
	return s->stream && setvbuf(s->stream, NULL, _IONBF, 0) == 0;
}

static bool reading_stream(struct scene *s) {
	return tcp_pair(s) && open_stream(s, "r");
}

static bool writing_stream(struct scene *s) {
	return full_stream_pair(s) && open_stream(s, "w");
}

static bool watch(struct scene *s) {
	struct epoll_event event = {.events = EPOLLIN};
	s->epfd = epoll_create1(0);
	return s->epfd >= 0 && epoll_ctl(s->epfd, EPOLL_CTL_ADD, s->fd, &event) == 0;
}

static bool watched_tcp_pair(struct scene *s) {
	return tcp_pair(s) && watch(s);
}

/* --- calls ------------------------------------------------------------------------------------ */

/* What a call returns does not matter, only that it returns. */
static void done(long result) {
	(void)result;
}

static void block_in_recv(struct scene *s) {
	char buffer[64];
	done(recv(s->fd, buffer, sizeof buffer, 0));
}

static void block_in_read(struct scene *s) {
	char buffer[64];
	done(read(s->fd, buffer, sizeof buffer));
}

static void block_in_accept(struct scene *s) {
	done(accept(s->fd, NULL, NULL));
}

static void block_in_connect(struct scene *s) {
	done(connect_to_peer(s));
}

static void block_in_send(struct scene *s) {
	done(send(s->fd, "x", 1, MSG_NOSIGNAL));
}

static void block_in_poll(struct scene *s) {
	struct pollfd p = {.fd = s->fd, .events = POLLIN};
	done(poll(&p, 1, -1));
}

static void block_in_select(struct scene *s) {
	fd_set set;
	FD_ZERO(&set);
	FD_SET(s->fd, &set);
	done(select(s->fd + 1, &set, NULL, NULL, NULL));
}

static void block_in_epoll(struct scene *s) {
	struct epoll_event event;
	done(epoll_wait(s->epfd, &event, 1, -1));
}

static void block_in_fgets(struct scene *s) {
	char line[64];
	done(fgets(line, sizeof line, s->stream) != NULL);
}

static void block_in_fputs(struct scene *s) {
	done(fputs("x", s->stream));
}

const struct call calls[] = {
	{"recv-tcp", SOCKET | PEER | INCOMING, tcp_pair, block_in_recv},
	{"recv-unix", SOCKET | PEER | INCOMING, stream_pair, block_in_recv},
	{"recv-udp", SOCKET | INCOMING, udp_bound, block_in_recv},
	{"recv-dgram-pair", SOCKET | PEER | INCOMING, dgram_pair, block_in_recv},
	{"accept-tcp", SOCKET | INCOMING, tcp_listener, block_in_accept},
	{"accept-unix", SOCKET | INCOMING, unix_listener, block_in_accept},
	{"poll-tcp", SOCKET | PEER | INCOMING, tcp_pair, block_in_poll},
	{"select-tcp", SOCKET | PEER | INCOMING, tcp_pair, block_in_select},
	{"poll-listener", SOCKET | INCOMING, tcp_listener, block_in_poll},
	{"epoll-tcp", SOCKET | PEER | INCOMING, watched_tcp_pair, block_in_epoll},
	{"fgets-tcp", SOCKET | PEER | INCOMING | STREAM, reading_stream, block_in_fgets},
	{"send-tcp", SOCKET | PEER, full_tcp_pair, block_in_send},
	{"send-unix", SOCKET | PEER, full_stream_pair, block_in_send},
	{"fputs-unix", SOCKET | PEER | STREAM, writing_stream, block_in_fputs},
	{"connect-unix", SOCKET, full_listener, block_in_connect},
	{"read-pipe", PEER | INCOMING, pipe_ends, block_in_read},
};
const size_t call_count = sizeof calls / sizeof *calls;
