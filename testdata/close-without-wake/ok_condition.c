/* The detached reader is woken, and says on a condition that it has finished. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct stream {
    int fd;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int finished;
};

static void *stream_reader(void *arg)
{
    struct stream *s = arg;
    char buf[100];
    while (recv(s->fd, buf, sizeof buf, 0) > 0)
        continue;

    pthread_mutex_lock(&s->lock);
    s->finished = 1;
    pthread_cond_signal(&s->changed);
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

static int stream_start(struct stream *s, int fd)
{
    pthread_t thread;
    s->fd = fd;
    s->finished = 0;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->changed, NULL);
    if (pthread_create(&thread, NULL, stream_reader, s) != 0)
        return -1;
    return pthread_detach(thread);
}

static void stream_stop(struct stream *s)
{
    shutdown(s->fd, SHUT_RD);
    pthread_mutex_lock(&s->lock);
    while (!s->finished)
        pthread_cond_wait(&s->changed, &s->lock);
    pthread_mutex_unlock(&s->lock);
    close(s->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int fd = connect_to_loopback(listener);
    struct stream s;
    if (fd < 0)
        return 1;
    if (stream_start(&s, fd) != 0) {
        close(fd);
        return 1;
    }
    wait_until_blocked();
    expect_end();
    stream_stop(&s);
    close(listener);
    return teardown_ended();
}
