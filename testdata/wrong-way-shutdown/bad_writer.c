/* SHUT_RD ends what is received; a send on a full buffer goes on waiting for room. */
// level: possible
#include <pthread.h>

#include "../hang.h"

struct stream {
    int sock;
    pthread_t sender;
    unsigned long frames;
};

static void *stream_send(void *arg)
{
    struct stream *s = arg;
    static const unsigned char frame[32768];
    while (send(s->sock, frame, sizeof frame, MSG_NOSIGNAL) > 0)
        s->frames++;
    return NULL;
}

static int stream_start(struct stream *s, int listener)
{
    s->frames = 0;
    s->sock = accept(listener, NULL, NULL);
    if (s->sock < 0)
        return -1;
    if (pthread_create(&s->sender, NULL, stream_send, s) != 0) {
        close(s->sock);
        return -1;
    }
    return 0;
}

static void stream_stop(struct stream *s)
{
    shutdown(s->sock, SHUT_RD); // expect: wrong-way-shutdown
    pthread_join(s->sender, NULL);
    close(s->sock);
}

int main(void)
{
    int listener = listen_on_loopback();
    int viewer = connect_to_loopback(listener);
    struct stream s;
    if (stream_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    stream_stop(&s);
    close(viewer);
    close(listener);
    return teardown_ended();
}
