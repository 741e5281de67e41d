/* A session that could not be watched is freed again, and nobody closes the socket that it was made for. */
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct watch {
    void *owner;
    struct epoll_event event;
};

struct session {
    int fd;
    struct watch *watch;
    struct session *next;
};

static int poller = -1; /* never made: every watch fails */
static struct session *sessions;

static int watch_add(void *owner, int fd, struct watch **out)
{
    int status = 0;
    struct watch *w = calloc(1, sizeof *w);
    if (w == NULL)
        return -1;
    w->owner = owner;
    w->event.events = EPOLLIN;
    w->event.data.ptr = w;
    *out = w;
    if (epoll_ctl(poller, EPOLL_CTL_ADD, fd, &w->event) != 0)
        status = -2;
    if (status != 0)
        free(w);
    return status;
}

/* Keeps fd when it returns 0. */
static int session_add(int fd)
{
    struct session *s = malloc(sizeof *s);
    if (s == NULL)
        return -1;
    s->fd = fd;
    int status = watch_add(s, fd, &s->watch);
    if (status != 0) {
        free(s);
        return status;
    }
    s->next = sessions;
    sessions = s;
    return 0;
}

static int serve(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    int status = session_add(fd);
    if (status != 0)
        return status; // expect: unclosed-socket
    send(fd, "welcome\n", 8, MSG_NOSIGNAL);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);

    int before = open_descriptors();
    serve(listener);
    int failed = expect_leak(before);

    close(client);
    close(listener);
    return failed;
}
