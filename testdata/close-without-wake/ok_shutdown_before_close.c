/* The shutdown comes before the close: the reader has been told, and a recv that began is over. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct feed {
    int sock;
    pthread_t thread;
};

static void *feed_thread(void *p)
{
    struct feed *f = (struct feed *)p;
    char chunk[2048];
    while (1) {
        ssize_t n = recv(f->sock, chunk, sizeof chunk, 0);
        if (n == 0)
            break;
        if (n < 0)
            break;
    }
    return NULL;
}

static void feed_stop(struct feed *f)
{
    shutdown(f->sock, SHUT_RDWR);
    close(f->sock);
    pthread_join(f->thread, NULL);
}

int main(void)
{
    struct feed feed;
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);

    feed.sock = accept(listener, NULL, NULL);
    if (feed.sock < 0)
        return 1;
    if (pthread_create(&feed.thread, NULL, feed_thread, (void *)&feed) != 0)
        return 1;

    wait_until_blocked();
    expect_end();
    feed_stop(&feed);
    close(peer);
    close(listener);
    return teardown_ended();
}
