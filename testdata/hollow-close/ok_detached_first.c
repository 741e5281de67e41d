/* The handshake is over: the socket moves on, and what is freed is an empty shell. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct handshake {
    int fd;
    unsigned char nonce[16];
};

static struct handshake *handshake_new(int listener)
{
    struct handshake *h = calloc(1, sizeof *h);
    if (h == NULL)
        return NULL;
    h->fd = connect_to_loopback(listener);
    if (h->fd < 0) {
        free(h);
        return NULL;
    }
    return h;
}

static int handshake_run(struct handshake *h)
{
    return send(h->fd, h->nonce, sizeof h->nonce, MSG_NOSIGNAL) == (ssize_t)sizeof h->nonce;
}

/* The socket is the caller's from here on. */
static int handshake_steal(struct handshake *h)
{
    int fd = h->fd;
    h->fd = -1;
    return fd;
}

static void handshake_free(struct handshake *h)
{
    free(h);
}

static int dial(int listener)
{
    struct handshake *h = handshake_new(listener);
    if (h == NULL)
        return -1;

    int ok = handshake_run(h);
    int fd = handshake_steal(h);
    handshake_free(h);
    if (!ok) {
        close(fd);
        return -1;
    }
    return fd;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    int fd = dial(listener);
    if (fd >= 0)
        close(fd);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
