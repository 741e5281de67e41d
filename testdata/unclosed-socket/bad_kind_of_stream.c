/* Streams of two kinds close by their table; the borrowed kind leaves its socket open, and here it is the owner's last. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct stream;

struct stream_kind {
    void (*close)(struct stream *s);
    const char *name;
};

struct stream {
    struct stream_kind *kind;
    int sock;
};

static void owned_close(struct stream *s)
{
    if (s->sock >= 0)
        close(s->sock);
    s->sock = -1;
}

static void borrowed_close(struct stream *s)
{
    send(s->sock, "bye", 3, MSG_NOSIGNAL);
}

static struct stream_kind owned = {owned_close, "owned"};
static struct stream_kind borrowed = {borrowed_close, "borrowed"};

static void stream_close(struct stream *s)
{
    s->kind->close(s);
}

static void greet(struct stream_kind *kind, int sock)
{
    struct stream s = {kind, sock};
    send(s.sock, "hello", 5, MSG_NOSIGNAL);
    stream_close(&s);
}

static void serve(int listener)
{
    int sock = connect_to_loopback(listener);
    if (sock < 0)
        return;
    greet(&borrowed, sock);
    greet(&owned, sock);

    int last = connect_to_loopback(listener);
    if (last < 0)
        return;
    greet(&borrowed, last);
} // expect: unclosed-socket

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    serve(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
