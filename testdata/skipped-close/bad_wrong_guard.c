/* The socket is closed together with the TLS session, so plain connections never close theirs. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct tls {
    unsigned char key[16];
};

struct conn {
    int fd;
    struct tls *tls;
};

static struct conn *conn_open(int listener, int with_tls)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c == NULL)
        return NULL;
    c->fd = connect_to_loopback(listener);
    if (c->fd < 0) {
        free(c);
        return NULL;
    }
    if (with_tls)
        c->tls = calloc(1, sizeof *c->tls);
    return c;
}

static void conn_free(struct conn *c)
{
    if (c->tls != NULL) {
        send(c->fd, "bye", 3, MSG_NOSIGNAL);
        free(c->tls);
        close(c->fd);
    }
    free(c);
} // expect: skipped-close

static void visit(int listener, int with_tls)
{
    struct conn *c = conn_open(listener, with_tls);
    if (c != NULL)
        conn_free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener, 1);
    visit(listener, 0);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
