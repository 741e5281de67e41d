/* Closing means a new state and a number that is forgotten. The peer never hears of it. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum state { PEER_CLOSED, PEER_OPEN };

struct peer {
    enum state state;
    int fd;
};

static void peer_init(struct peer *p, int fd)
{
    p->state = PEER_OPEN;
    p->fd = fd;
}

static void peer_close(struct peer *p) // expect: hollow-close
{
    if (p->state == PEER_CLOSED)
        return;
    p->state = PEER_CLOSED;
    p->fd = -1;
}

static int peer_ping(struct peer *p)
{
    if (p->state != PEER_OPEN)
        return -1;
    return send(p->fd, "ping\n", 5, MSG_NOSIGNAL) == 5 ? 0 : -1;
}

static int run(int sv[2])
{
    struct peer p;
    char buf[8];

    peer_init(&p, sv[0]);
    if (peer_ping(&p) < 0 || recv(sv[1], buf, sizeof buf, 0) != 5) {
        peer_close(&p);
        return 1;
    }
    peer_close(&p);

    /* At the end of the stream this would be 0. */
    if (recv(sv[1], buf, sizeof buf, MSG_DONTWAIT) != -1)
        return 1;
    puts("no EOF at the peer");
    return 0;
}

int main(void)
{
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return 1;
    int failed = run(sv);
    close(sv[1]);
    return failed;
}
