/* The session is closed whether or not it could be taken off the poller. */
// expect: nothing
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

#define TRY(call)               \
    do {                        \
        status = (call);        \
        if (status != 0)        \
            goto done;          \
    } while (0)

static int verbose;

struct session {
    int fd;
    int buffered;
    int count;
    struct session *next;
};

static struct session *sessions;

static int unwatch(int poller, int fd)
{
    return epoll_ctl(poller, EPOLL_CTL_DEL, fd, NULL);
}

static void flush_session(struct session *s)
{
    s->count = 0;
    s->buffered = 0;
}

static int close_session(struct session *s, int poller)
{
    int status = 0;
    if (s->buffered)
        flush_session(s);
    int fd = s->fd;
    sessions = s->next;
    free(s);
    TRY(unwatch(poller, fd));
done:
    close(fd);
    if (verbose)
        printf("closed: %d\n", status);
    return status;
}

static struct session *session_new(int listener)
{
    struct session *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->fd = accept(listener, NULL, NULL);
    if (s->fd < 0) {
        free(s);
        return NULL;
    }
    s->next = sessions;
    sessions = s;
    return s;
}

int main(int argc, char **argv)
{
    (void)argv;
    verbose = argc > 1;
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int client = connect_to_loopback(listener);
    int poller = epoll_create1(0);

    int before = open_descriptors();
    struct session *s = session_new(listener);
    if (s != NULL)
        close_session(s, poller);
    int failed = expect_no_leak(before);

    close(poller);
    close(client);
    close(listener);
    return failed;
}
