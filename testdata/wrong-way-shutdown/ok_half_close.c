/* The usual half-close: SHUT_WR tells the server that all was said; it answers and hangs up. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

struct query {
    int sock;
    pthread_t collector;
    char answer[512];
    size_t length;
};

static void *serve_one(void *arg)
{
    int listener = *(int *)arg;
    char request[128];
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return NULL;
    while (recv(fd, request, sizeof request, 0) > 0)
        continue;
    send(fd, "42\n", 3, MSG_NOSIGNAL);
    close(fd);
    return NULL;
}

static void *query_collect(void *arg)
{
    struct query *q = arg;
    ssize_t n;
    while (q->length < sizeof q->answer &&
           (n = recv(q->sock, q->answer + q->length, sizeof q->answer - q->length, 0)) > 0)
        q->length += (size_t)n;
    return NULL;
}

static int query_begin(struct query *q, int listener)
{
    q->length = 0;
    q->sock = connect_to_loopback(listener);
    if (q->sock < 0)
        return -1;
    if (pthread_create(&q->collector, NULL, query_collect, q) != 0) {
        close(q->sock);
        return -1;
    }
    return 0;
}

static void query_end(struct query *q)
{
    send(q->sock, "what?\n", 6, MSG_NOSIGNAL);
    shutdown(q->sock, SHUT_WR);
    pthread_join(q->collector, NULL);
    close(q->sock);
}

int main(void)
{
    struct query q;
    pthread_t server;
    int listener = listen_on_loopback();
    if (listener < 0 || pthread_create(&server, NULL, serve_one, &listener) != 0)
        return 1;
    if (query_begin(&q, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    query_end(&q);
    pthread_join(server, NULL);
    close(listener);
    return teardown_ended();
}
