#include "cli/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* No unit file is that long; a worker that says so has lost its mind. */
static const uint64_t most_output = (uint64_t)1 << 30;

/* Reads in a row before another worker has its turn. */
enum { READS_PER_TURN = 16, READ_BYTES = 64 * 1024 };

/* --- starting --------------------------------------------------------------------------------- */

/* Closes what is open and keeps errno. */
static void close_pair(const int pair[2]) {
	int why = errno;
	close(pair[0]);
	close(pair[1]);
	errno = why;
}

/* Moves the two away from the standard streams, which may be closed here: the child's are set up
 * anew. */
static bool keep_off_streams(int pair[2]) {
	for (int i = 0; i < 2; i++) {
		if (pair[i] > STDERR_FILENO) continue;
		int moved = fcntl(pair[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
		if (moved < 0) {
			close_pair(pair);
			return false;
		}
		close(pair[i]);
		pair[i] = moved;
	}
	return true;
}

static bool open_channel(int pair[2]) {
	return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0 && keep_off_streams(pair);
}

static bool open_errors(int pair[2]) {
	return pipe2(pair, O_CLOEXEC) == 0 && keep_off_streams(pair);
}

static void never_block(int fd) {
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

/* A worker must not hold the channels of others, or those would not end when this process closes
 * them. */
static void close_others(const struct worker *others, size_t count) {
	for (size_t i = 0; i < count; i++) {
		if (!others[i].pid) continue;
		close(others[i].channel);
		close(others[i].errors);
	}
}

/* Sees to it that the worker ends when its parent does, however that ends. */
static void die_with_parent(pid_t parent) {
#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent) _exit(0);
}

bool worker_start(struct worker *worker, const struct workers *job, const struct worker *others,
                  size_t other_count, const sigset_t *mask) {
	int channel[2], errors[2];
	pid_t parent = getpid();
	if (!open_channel(channel)) return false;
	if (!open_errors(errors)) {
		close_pair(channel);
		return false;
	}
	fflush(NULL); /* else a worker that calls exit() writes what we have buffered once more */
	pid_t pid = fork();
	if (pid == 0) {
		die_with_parent(parent);
		close_others(others, other_count);
		close(channel[0]);
		close(errors[0]);
		sigprocmask(SIG_SETMASK, mask, NULL);
		worker_child(job, channel[1], errors[1]);
	}
	if (pid < 0) {
		close_pair(channel);
		close_pair(errors);
		return false;
	}
	close(channel[1]);
	close(errors[1]);
	never_block(channel[0]);
	never_block(errors[0]);
	*worker = (struct worker){.pid = pid,
	                          .channel = channel[0],
	                          .errors = errors[0],
	                          .arena = arena_new("a worker's output")};
	return true;
}

/* --- talking ---------------------------------------------------------------------------------- */

bool worker_give(struct worker *worker, size_t item) {
	uint64_t number = item;
	worker->is_busy = true;
	worker->item = item;
	worker->header_n = worker->output_n = worker->tail_n = 0;
	worker->output = NULL;
	/* It has read all that was sent before, so this fits. */
	return send(worker->channel, &number, sizeof number, MSG_NOSIGNAL) == (ssize_t)sizeof number;
}

/* Where the next bytes of the answer go, and how many. */
static size_t next_part(struct worker *worker, char **to) {
	if (worker->header_n < sizeof worker->header) {
		*to = (char *)&worker->header + worker->header_n;
		return sizeof worker->header - worker->header_n;
	}
	*to = worker->output + worker->output_n;
	return (size_t)worker->header.length - worker->output_n;
}

/* Makes room for the output once its length is known. */
static bool take_header(struct worker *worker) {
	if (!worker->is_busy || worker->header.item != worker->item ||
	    worker->header.length > most_output)
		return false;
	worker->output = arena_alloc(worker->arena, (size_t)worker->header.length + 1);
	return true;
}

static enum worker_answer count_bytes(struct worker *worker, size_t n) {
	if (worker->header_n < sizeof worker->header) {
		worker->header_n += n;
		if (worker->header_n < sizeof worker->header) return WORKER_UNFINISHED;
		if (!take_header(worker)) return WORKER_GARBLED;
	} else {
		worker->output_n += n;
	}
	return worker->output_n == worker->header.length ? WORKER_ANSWERED : WORKER_UNFINISHED;
}

enum worker_answer worker_receive(struct worker *worker) {
	for (int i = 0; i < READS_PER_TURN; i++) {
		char *to;
		size_t n = next_part(worker, &to);
		ssize_t got = read(worker->channel, to, n < READ_BYTES ? n : READ_BYTES);
		if (got < 0 && errno == EINTR) continue;
		if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return WORKER_UNFINISHED;
		if (got <= 0) return WORKER_GONE;
		enum worker_answer answer = count_bytes(worker, (size_t)got);
		if (answer != WORKER_UNFINISHED) return answer;
	}
	return WORKER_UNFINISHED;
}

/* Adds n bytes, at most WORKER_TAIL_BYTES, to the tail; its oldest make room. */
static void add_to_tail(struct worker *worker, const char *bytes, size_t n) {
	size_t room = WORKER_TAIL_BYTES - worker->tail_n;
	if (n > room) {
		worker->tail_n -= n - room;
		memmove(worker->tail, worker->tail + (n - room), worker->tail_n);
	}
	memcpy(worker->tail + worker->tail_n, bytes, n);
	worker->tail_n += n;
}

void worker_hear(struct worker *worker) {
	char bytes[WORKER_TAIL_BYTES];
	for (int i = 0; i < READS_PER_TURN; i++) {
		ssize_t got = read(worker->errors, bytes, sizeof bytes);
		if (got < 0 && errno == EINTR) continue;
		if (got <= 0) return;
		add_to_tail(worker, bytes, (size_t)got);
	}
}

struct worker_end worker_stop(struct worker *worker) {
	struct worker_end end = {.wait_status = -1};
	struct rusage used;
	/* One that closed its channel is ending or dead, and then this changes nothing. */
	kill(worker->pid, SIGKILL);
	pid_t waited;
	do waited = wait4(worker->pid, &end.wait_status, 0, &used);
	while (waited < 0 && errno == EINTR);
	if (waited == worker->pid) end.most_memory = (uint64_t)used.ru_maxrss * 1024;
	else end.wait_status = -1;
	worker_hear(worker);
	close(worker->channel);
	close(worker->errors);
	arena_free(worker->arena);
	worker->arena = NULL;
	worker->pid = 0;
	return end;
}
