/* A function that takes the socket over closes it where it cannot. */
// expect: nothing
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct session {
    int fd;
    struct session *next;
    char input[];
};

struct server {
    size_t room;
    struct session *sessions;
};

static struct session *session_new(int fd, size_t room)
{
    struct session *s = malloc(sizeof *s + room);
    if (s == NULL)
        return NULL;
    s->fd = fd;
    return s;
}

static void serve(struct server *server, int fd)
{
    struct session *s = session_new(fd, server->room);
    if (s == NULL) {
        close(fd);
        return;
    }
    s->next = server->sessions;
    server->sessions = s;
}

void on_ready(struct server *server, int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return;
    serve(server, fd);
}

static void end_sessions(struct server *server)
{
    struct session *next;
    for (struct session *s = server->sessions; s != NULL; s = next) {
        next = s->next;
        close(s->fd);
        free(s);
    }
    server->sessions = NULL;
}

/* The second client is to get more room than there is. */
int main(void)
{
    struct server server = {.room = 64};
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    on_ready(&server, listener);
    server.room = SIZE_MAX / 2;
    on_ready(&server, listener);
    end_sessions(&server);
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
