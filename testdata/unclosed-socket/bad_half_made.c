// Who opens into its caller's object cleans up when it fails: no caller does it for it.
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

struct watch {
	int fd;
	int group;
};

static int watch_open(struct watch *w, int group) {
	int size = 1 << 16;
	w->fd = socket(AF_NETLINK, SOCK_RAW, group);
	if (w->fd < 0) return -errno;
	if (setsockopt(w->fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof size) < 0) return -errno; // expect: unclosed-socket
	w->group = group;
	return 0;
}

int watch_once(char *to, size_t n) {
	struct watch w;
	int err = watch_open(&w, 1);
	if (err) return err;
	err = (int)recv(w.fd, to, n, 0);
	close(w.fd);
	return err;
}

int watch_is_there(int group) {
	struct watch w;
	if (watch_open(&w, group) < 0) return 0;
	close(w.fd);
	return 1;
}
