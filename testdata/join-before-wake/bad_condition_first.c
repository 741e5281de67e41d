/* The wait is for a condition: the reader is to say that it has finished, before it is told to. */
#include <pthread.h>

#include "../hang.h"

struct session {
    int fd;
    FILE *in;
    pthread_mutex_t lock;
    pthread_cond_t gone;
    int alive;
};

static void *session_main(void *arg)
{
    struct session *s = arg;
    char block[32];
    while (fread(block, 1, sizeof block, s->in) == sizeof block)
        continue;

    pthread_mutex_lock(&s->lock);
    s->alive = 0;
    pthread_cond_broadcast(&s->gone);
    pthread_mutex_unlock(&s->lock);
    return NULL;
}

static int session_start(struct session *s, int listener)
{
    pthread_t thread;
    s->fd = accept(listener, NULL, NULL);
    if (s->fd < 0)
        return -1;
    s->in = fdopen(s->fd, "r");
    if (s->in == NULL) {
        close(s->fd);
        return -1;
    }
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->gone, NULL);
    s->alive = 1;
    if (pthread_create(&thread, NULL, session_main, s) != 0) {
        fclose(s->in);
        return -1;
    }
    pthread_detach(thread);
    return 0;
}

static void session_stop(struct session *s)
{
    pthread_mutex_lock(&s->lock);
    while (s->alive)
        pthread_cond_wait(&s->gone, &s->lock); // expect: join-before-wake
    pthread_mutex_unlock(&s->lock);
    shutdown(s->fd, SHUT_RD);
    fclose(s->in);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct session s;
    if (session_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    session_stop(&s);
    close(peer);
    close(listener);
    return teardown_ended();
}
