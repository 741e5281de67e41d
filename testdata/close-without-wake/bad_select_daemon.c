/* select without a timeout holds on to the listener that the daemon closes. */
#include <pthread.h>
#include <sys/select.h>

#include "../hang.h"

struct daemon {
    int socket_fd;
    pthread_t pid;
    volatile int shut_down;
};

/* One turn of the daemon. Returns 0 when it is over. */
static int daemon_select(struct daemon *d)
{
    fd_set reads;
    FD_ZERO(&reads);
    FD_SET(d->socket_fd, &reads);
    if (select(d->socket_fd + 1, &reads, NULL, NULL, NULL) < 0)
        return 0;
    if (FD_ISSET(d->socket_fd, &reads)) {
        int client = accept(d->socket_fd, NULL, NULL);
        if (client < 0)
            return 0;
        close(client);
    }
    return 1;
}

static void *select_thread(void *cls)
{
    struct daemon *d = cls;
    while (!d->shut_down) {
        if (!daemon_select(d))
            break;
    }
    return NULL;
}

static struct daemon *start_daemon(void)
{
    struct daemon *d = calloc(1, sizeof *d);
    if (d == NULL)
        return NULL;
    d->socket_fd = listen_on_loopback();
    if (d->socket_fd < 0) {
        free(d);
        return NULL;
    }
    if (pthread_create(&d->pid, NULL, &select_thread, d) != 0) {
        close(d->socket_fd);
        free(d);
        return NULL;
    }
    return d;
}

static void stop_daemon(struct daemon *d)
{
    d->shut_down = 1;
    close(d->socket_fd); // expect: close-without-wake
    pthread_join(d->pid, NULL);
    free(d);
}

int main(void)
{
    struct daemon *d = start_daemon();
    if (d == NULL)
        return 1;

    wait_until_blocked();
    expect_hang();
    stop_daemon(d);
    return teardown_ended();
}
