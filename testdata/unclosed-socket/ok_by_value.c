/* A link is a small struct that functions return and take by value, and end by value too. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct link {
    int sock;
    int wanted;
};

static struct link link_to(int listener, int wanted)
{
    struct link l;
    l.sock = connect_to_loopback(listener);
    l.wanted = wanted;
    return l;
}

static void link_end(struct link l)
{
    if (l.sock >= 0)
        close(l.sock);
}

static void serve(int listener)
{
    struct link l = link_to(listener, 1);
    send(l.sock, "x", 1, MSG_NOSIGNAL);
    link_end(l);

    struct link spare = link_to(listener, 0);
    if (!spare.wanted)
        link_end(spare);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    serve(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
