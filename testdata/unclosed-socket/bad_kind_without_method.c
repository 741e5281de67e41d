/* The kind of stream that is connected here has no method that takes a descriptor. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream;

struct methods {
    const char *name;
    int (*set_fd)(struct stream *, int);
};

struct stream {
    const struct methods *methods;
    struct stream *partner;
    int fd;
};

static int socket_set_fd(struct stream *s, int fd)
{
    s->fd = fd;
    return 0;
}

static const struct methods socket_methods = {"socket", socket_set_fd};
static const struct methods memory_methods = {"memory", NULL};

int stream_set_fd(struct stream *s, int fd)
{
    int res = -1;
    if (s->methods->set_fd != NULL)
        res = s->methods->set_fd(s, fd);
    return res;
}

int memory_connect(const struct sockaddr *to, socklen_t n)
{
    struct stream s = {&memory_methods, NULL, -1};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, to, n) < 0) {
        close(fd);
        return -1;
    }
    stream_set_fd(&s, fd);
    return s.fd; // expect: unclosed-socket
}

int socket_connect(struct stream *s, const struct sockaddr *to, socklen_t n)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, to, n) < 0) {
        close(fd);
        return -1;
    }
    s->methods = &socket_methods;
    return stream_set_fd(s, fd);
}

int main(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    int listener = listen_on_loopback();
    socklen_t n = sizeof to;
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&to, &n) < 0)
        return 1;

    int before = open_descriptors();
    memory_connect((struct sockaddr *)&to, n);
    int failed = expect_leak(before);

    struct stream s;
    if (socket_connect(&s, (struct sockaddr *)&to, n) == 0)
        close(s.fd);
    close(listener);
    return failed;
}
