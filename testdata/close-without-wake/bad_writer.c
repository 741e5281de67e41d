/* A writer that is blocked on a full buffer is woken by close no more than a reader is. */
// level: possible
#include <pthread.h>

#include "../hang.h"

struct uploader {
    int fd;
    pthread_t thread;
    size_t sent;
};

static void *upload(void *arg)
{
    struct uploader *u = arg;
    static const char block[16384];
    ssize_t n;
    while ((n = send(u->fd, block, sizeof block, MSG_NOSIGNAL)) > 0)
        u->sent += (size_t)n;
    return NULL;
}

static int uploader_start(struct uploader *u, int fd)
{
    u->fd = fd;
    u->sent = 0;
    return pthread_create(&u->thread, NULL, upload, u) == 0 ? 0 : -1;
}

static void uploader_abort(struct uploader *u)
{
    close(u->fd); // expect: close-without-wake
    pthread_join(u->thread, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return 1;

    struct uploader u;
    if (uploader_start(&u, fd) < 0) {
        close(fd);
        return 1;
    }
    wait_until_blocked();
    expect_hang();
    uploader_abort(&u);
    close(listener);
    return teardown_ended();
}
