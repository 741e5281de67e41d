/* What is shared is not freed; in either case the socket in the object is lost, and that is told once. */
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "../truth.h"

struct transport {
    int fd;
    struct transport *next;
};

static struct transport *shared;

static int unshare(struct transport *t)
{
    for (struct transport *s = shared; s != NULL; s = s->next)
        if (s == t)
            return 1;
    return 0;
}

static void transport_free(struct transport *t)
{
    if (unshare(t))
        return;
    free(t);
}

struct transport *transport_new(const struct sockaddr *to, socklen_t n)
{
    struct transport *t = calloc(1, sizeof *t);
    if (t == NULL)
        return NULL;
    t->fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (t->fd < 0) {
        transport_free(t);
        return NULL;
    }
    if (connect(t->fd, to, n) < 0) {
        transport_free(t); // expect: unclosed-socket
        return NULL;
    }
    return t;
}

int main(void)
{
    struct sockaddr_un nobody = {.sun_family = AF_UNIX, .sun_path = "/nonexistent/server"};
    struct transport *t;

    int before = open_descriptors();
    t = transport_new((struct sockaddr *)&nobody, sizeof nobody);
    if (t != NULL) {
        close(t->fd);
        transport_free(t);
    }
    return expect_leak(before);
}
