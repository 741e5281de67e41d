/* The columns: acts that may end the wait of another thread. */
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "matrix.h"

static void act_close(struct scene *s) {
	close(s->fd);
}

static void act_dup2(struct scene *s) {
	int null = open("/dev/null", O_RDWR);
	dup2(null, s->fd);
}

static void act_fclose(struct scene *s) {
	fclose(s->stream);
}

static void act_shut_rd(struct scene *s) {
	shutdown(s->fd, SHUT_RD);
}

static void act_shut_wr(struct scene *s) {
	shutdown(s->fd, SHUT_WR);
}

static void act_shut_rdwr(struct scene *s) {
	shutdown(s->fd, SHUT_RDWR);
}

static void act_shut_rdwr_on_dup(struct scene *s) {
	shutdown(dup(s->fd), SHUT_RDWR);
}

static void act_shut_close(struct scene *s) {
	shutdown(s->fd, SHUT_RDWR);
	close(s->fd);
}

static void act_close_shut(struct scene *s) {
	close(s->fd);
	shutdown(s->fd, SHUT_RDWR);
}

static void act_cancel(struct scene *s) {
	pthread_cancel(s->blocked);
}

static void on_signal(int number) {
	(void)number;
}

static void handle_signal(int flags) {
	struct sigaction action = {.sa_handler = on_signal, .sa_flags = flags};
	sigemptyset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
}

static void interrupting(struct scene *s) {
	(void)s;
	handle_signal(0);
}

static void restarting(struct scene *s) {
	(void)s;
	handle_signal(SA_RESTART);
}

static void act_kill(struct scene *s) {
	pthread_kill(s->blocked, SIGUSR1);
}

static void act_close_kill(struct scene *s) {
	close(s->fd);
	pthread_kill(s->blocked, SIGUSR1);
}

static void set_timeouts(struct scene *s) {
	struct timeval t = {.tv_usec = 100 * 1000};
	setsockopt(s->fd, SOL_SOCKET, SO_RCVTIMEO, &t, sizeof t);
	setsockopt(s->fd, SOL_SOCKET, SO_SNDTIMEO, &t, sizeof t);
}

static void act_nonblock(struct scene *s) {
	fcntl(s->fd, F_SETFL, fcntl(s->fd, F_GETFL) | O_NONBLOCK);
}

static void act_peer_close(struct scene *s) {
	close(s->peer);
}

static void act_peer_shut_wr(struct scene *s) {
	shutdown(s->peer, SHUT_WR);
}

static void act_peer_shut_rd(struct scene *s) {
	shutdown(s->peer, SHUT_RD);
}

/* Something comes in: from the peer; or the program talks to itself, by a connection or a datagram. */
static void act_data(struct scene *s) {
	struct sockaddr_storage own;
	socklen_t length = sizeof own;
	if (s->peer >= 0) {
		if (write(s->peer, "x\n", 2) < 0) perror("write");
		return;
	}
	if (getsockname(s->fd, (struct sockaddr *)&own, &length) < 0) return;
	int type;
	socklen_t type_length = sizeof type;
	getsockopt(s->fd, SOL_SOCKET, SO_TYPE, &type, &type_length);
	int fd = socket(own.ss_family, type, 0);
	if (connect(fd, (struct sockaddr *)&own, length) == 0 && type == SOCK_DGRAM)
		send(fd, "x", 1, 0);
}

const struct act acts[] = {
	{"close", 0, NULL, act_close},
	{"dup2-over", 0, NULL, act_dup2},
	{"fclose", STREAM, NULL, act_fclose},
	{"close+shut", SOCKET, NULL, act_close_shut},
	{"shut-rd", SOCKET, NULL, act_shut_rd},
	{"shut-wr", SOCKET, NULL, act_shut_wr},
	{"shut-rdwr", SOCKET, NULL, act_shut_rdwr},
	{"by-dup", SOCKET, NULL, act_shut_rdwr_on_dup},
	{"shut+close", SOCKET, NULL, act_shut_close},
	{"cancel", 0, NULL, act_cancel},
	{"signal", 0, interrupting, act_kill},
	{"restart", 0, restarting, act_kill},
	{"close+rest", 0, restarting, act_close_kill},
	{"timeo-bef", SOCKET, set_timeouts, NULL},
	{"timeo-aft", SOCKET, NULL, set_timeouts},
	{"nonbl-aft", 0, NULL, act_nonblock},
	{"data", INCOMING, NULL, act_data},
	{"peer-close", PEER, NULL, act_peer_close},
	{"peer-wr", SOCKET | PEER, NULL, act_peer_shut_wr},
	{"peer-rd", SOCKET | PEER, NULL, act_peer_shut_rd},
};
const size_t act_count = sizeof acts / sizeof *acts;
