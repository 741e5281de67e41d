/* A client that fails the handshake is not processed, and the next one overwrites it. */
#include "server.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static void worker(struct queue *q)
{
    struct conn conn = {.client = {.fd = -1}};
    while (queue_take(q, &conn.client)) { // expect-missed: overwritten-socket
        if (!conn.client.is_tls || conn_handshake(&conn) == 0)
            conn_process(&conn);
    }
}

static void acceptor(struct queue *q, int listener, int is_tls)
{
    struct sock s = {.is_tls = is_tls};
    s.fd = accept(listener, NULL, NULL);
    if (s.fd < 0)
        return;
    if (queue_put(q, s) < 0)
        close(s.fd);
}

int main(void)
{
    struct queue q = {.head = 0, .tail = 0};
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    acceptor(&q, listener, 1);
    acceptor(&q, listener, 0);
    worker(&q);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
