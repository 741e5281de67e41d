/* Of two kinds of streams one has no descriptor, and no method to set it: nobody connects that. */
// expect: nothing
#include <stdlib.h>
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

int stream_connect(struct stream *s, const struct sockaddr *to, socklen_t n)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, to, n) < 0) {
        close(fd);
        return -1;
    }
    stream_set_fd(s, fd);
    return 0;
}

struct stream *stream_new(struct stream *partner)
{
    struct stream *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    s->methods = partner != NULL ? &memory_methods : &socket_methods;
    s->partner = partner;
    s->fd = -1;
    return s;
}

void stream_free(struct stream *s)
{
    if (s->fd >= 0)
        close(s->fd);
    free(s);
}

int main(void)
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    int listener = listen_on_loopback();
    socklen_t n = sizeof to;
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&to, &n) < 0)
        return 1;

    int before = open_descriptors();
    struct stream *s = stream_new(NULL), *memory = stream_new(s);
    if (s == NULL || memory == NULL || stream_connect(s, (struct sockaddr *)&to, n) < 0)
        return 1;
    stream_free(memory);
    stream_free(s);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
