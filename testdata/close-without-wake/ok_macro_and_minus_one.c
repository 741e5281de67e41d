/* The macro shuts down, too: the reader gets out of readv before the number is forgotten. */
// expect: nothing
#include <pthread.h>
#include <sys/uio.h>

#include "../hang.h"

#define CLOSE_SOCKET(fd)                                                                           \
    do {                                                                                           \
        if ((fd) != -1) {                                                                          \
            shutdown(fd, SHUT_RDWR);                                                               \
            close(fd);                                                                             \
            (fd) = -1;                                                                             \
        }                                                                                          \
    } while (0)

struct frame {
    char header[4];
    char body[60];
};

struct link {
    int fd;
    pthread_t thread;
    int frames;
};

static void *link_main(void *arg)
{
    struct link *link = arg;
    int fd = link->fd;
    struct frame frame;
    struct iovec parts[2] = {
        {.iov_base = frame.header, .iov_len = sizeof frame.header},
        {.iov_base = frame.body, .iov_len = sizeof frame.body},
    };
    while (readv(fd, parts, 2) == (ssize_t)sizeof frame)
        link->frames++;
    return NULL;
}

static int link_up(struct link *link, int listener)
{
    link->frames = 0;
    link->fd = accept(listener, NULL, NULL);
    if (link->fd == -1)
        return -1;
    if (pthread_create(&link->thread, NULL, link_main, link) != 0) {
        CLOSE_SOCKET(link->fd);
        return -1;
    }
    return 0;
}

static void link_down(struct link *link)
{
    CLOSE_SOCKET(link->fd);
    pthread_join(link->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct link link;
    if (link_up(&link, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    link_down(&link);
    close(peer);
    close(listener);
    return teardown_ended();
}
