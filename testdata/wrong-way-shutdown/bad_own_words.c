/* The program has words of its own for the directions, and its wrapper gets the writer's wrong. */
// level: possible
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

enum direction { INCOMING, OUTGOING, BOTH };

struct pump {
    int fd;
    int drain;
    pthread_t thread;
};

static int net_shutdown(int fd, enum direction direction)
{
    switch (direction) {
    case INCOMING:
        return shutdown(fd, SHUT_RD);
    case OUTGOING:
        return shutdown(fd, SHUT_WR);
    case BOTH:
        break;
    }
    return shutdown(fd, SHUT_RDWR);
}

static void *pump_main(void *arg)
{
    struct pump *p = arg;
    static char water[1 << 16];
    while (write(p->fd, water, sizeof water) > 0)
        continue;
    return NULL;
}

static int pump_start(struct pump *p)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    p->fd = ends[0];
    p->drain = ends[1];
    if (pthread_create(&p->thread, NULL, pump_main, p) != 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void pump_stop(struct pump *p)
{
    net_shutdown(p->fd, INCOMING); // expect: wrong-way-shutdown
    pthread_join(p->thread, NULL);
    close(p->fd);
    close(p->drain);
}

int main(void)
{
    struct pump p;
    signal(SIGPIPE, SIG_IGN);
    if (pump_start(&p) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    pump_stop(&p);
    return teardown_ended();
}
