/* The switch over the states has an arm for the handshake, and it does what the idle arm does. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum state { PEER_IDLE, PEER_HANDSHAKE, PEER_READY };

struct peer {
    enum state state;
    int fd;
};

static int peer_accept(struct peer *p, int listener)
{
    p->state = PEER_IDLE;
    p->fd = accept(listener, NULL, NULL);
    if (p->fd == -1)
        return -1;
    p->state = PEER_HANDSHAKE;
    return 0;
}

static void peer_read(struct peer *p)
{
    char hello[8];
    if (recv(p->fd, hello, sizeof hello, MSG_DONTWAIT) > 0)
        p->state = PEER_READY;
}

static void peer_close(struct peer *p)
{
    switch (p->state) {
    case PEER_READY:
        send(p->fd, "bye\n", 4, MSG_NOSIGNAL);
        close(p->fd);
        break;
    case PEER_HANDSHAKE:
    case PEER_IDLE:
        break;
    }
    p->state = PEER_IDLE;
} // expect-missed: skipped-close

static void serve_one(int listener)
{
    struct peer p;
    if (peer_accept(&p, listener) < 0)
        return;
    peer_read(&p);
    peer_close(&p);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int silent = connect_to_loopback(listener);

    int before = open_descriptors();
    serve_one(listener);
    int failed = expect_leak(before);
    close(silent);
    close(listener);
    return failed;
}
