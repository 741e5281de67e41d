/* dup2 over the descriptor closes it without a word: the reader stays with the old line. */
#include <fcntl.h>
#include <pthread.h>

#include "../hang.h"

struct input {
    int fd;
    pthread_t thread;
};

static void *input_read(void *arg)
{
    struct input *in = arg;
    char key;
    while (recv(in->fd, &key, 1, 0) == 1)
        continue;
    return NULL;
}

static int input_start(struct input *in, int listener)
{
    in->fd = accept(listener, NULL, NULL);
    if (in->fd < 0)
        return -1;
    if (pthread_create(&in->thread, NULL, input_read, in) != 0) {
        close(in->fd);
        return -1;
    }
    return 0;
}

/* Puts /dev/null in the place of the connection and waits for the thread. */
static int input_disconnect(struct input *in)
{
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null < 0)
        return -1;
    int rc = dup2(null, in->fd); // expect: close-without-wake
    close(null);
    pthread_join(in->thread, NULL);
    return rc < 0 ? -1 : 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct input in;
    if (input_start(&in, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    input_disconnect(&in);
    close(in.fd);
    close(peer);
    close(listener);
    return teardown_ended();
}
