/* A connection that failed before is shut down; one that still works is joined as it is. */
#include <pthread.h>

#include "../hang.h"

struct conn {
    int fd;
    int failed;
    pthread_t reader;
};

static void *conn_reader(void *arg)
{
    struct conn *conn = (struct conn *)arg;
    char buf[1024];
    for (;;) {
        ssize_t n = recv(conn->fd, buf, sizeof buf, 0);
        if (n <= 0) {
            conn->failed = n < 0;
            return NULL;
        }
    }
}

static int conn_start(struct conn *conn, int listener)
{
    conn->failed = 0;
    conn->fd = accept(listener, NULL, NULL);
    if (conn->fd < 0)
        return -1;
    if (pthread_create(&conn->reader, NULL, conn_reader, conn) != 0) {
        close(conn->fd);
        return -1;
    }
    return 0;
}

static void conn_stop(struct conn *conn)
{
    if (conn->failed)
        shutdown(conn->fd, SHUT_RDWR);
    else
        send(conn->fd, "bye\n", 4, MSG_NOSIGNAL);
    pthread_join(conn->reader, NULL); // expect-missed: join-before-wake
    close(conn->fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct conn conn;
    if (conn_start(&conn, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    conn_stop(&conn);
    close(peer);
    close(listener);
    return teardown_ended();
}
