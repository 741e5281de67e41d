/* The peer is a thread of ours: it reads to our end, and keeps its own open. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct side {
    int fd;
    pthread_t thread;
};

static void *echo_side(void *arg)
{
    struct side *side = arg;
    char buf[128];
    ssize_t n;
    while ((n = recv(side->fd, buf, sizeof buf, 0)) > 0)
        send(side->fd, buf, (size_t)n, MSG_NOSIGNAL);
    return NULL;
}

static void *reading_side(void *arg)
{
    struct side *side = arg;
    char buf[128];
    while (recv(side->fd, buf, sizeof buf, 0) > 0)
        continue;
    return NULL;
}

static int sides_start(struct side *ours, struct side *theirs)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    ours->fd = ends[0];
    theirs->fd = ends[1];
    if (pthread_create(&theirs->thread, NULL, echo_side, theirs) != 0 ||
        pthread_create(&ours->thread, NULL, reading_side, ours) != 0)
        abort();
    return 0;
}

static void sides_stop(struct side *ours, struct side *theirs)
{
    shutdown(ours->fd, SHUT_WR); // expect-missed: wrong-way-shutdown
    pthread_join(theirs->thread, NULL);
    pthread_join(ours->thread, NULL);
    close(ours->fd);
    close(theirs->fd);
}

int main(void)
{
    struct side ours, theirs;
    if (sides_start(&ours, &theirs) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    sides_stop(&ours, &theirs);
    return teardown_ended();
}
