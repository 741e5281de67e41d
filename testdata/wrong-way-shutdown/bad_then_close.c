/* SHUT_WR and close, then the join: neither of them is for the reader. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct node {
    int fd;
    int peer;
    pthread_t thread;
};

static void *node_main(void *arg)
{
    struct node *n = arg;
    struct msghdr msg = {0};
    char text[64];
    struct iovec iov = {text, sizeof text};
    msg.msg_iov = &iov;
    msg.msg_iovlen = 1;
    while (recvmsg(n->fd, &msg, 0) > 0)
        continue;
    return NULL;
}

static int node_start(struct node *n)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
        return -1;
    n->fd = ends[0];
    n->peer = ends[1];
    if (pthread_create(&n->thread, NULL, node_main, n) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void node_stop(struct node *n)
{
    shutdown(n->fd, SHUT_WR); // expect: wrong-way-shutdown
    close(n->fd);
    pthread_join(n->thread, NULL);
    close(n->peer);
}

int main(void)
{
    struct node n;
    if (node_start(&n) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    node_stop(&n);
    return teardown_ended();
}
