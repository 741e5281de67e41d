/* The -1 is what is left of a socket that has moved on: to the caller, or into another object. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct slot {
    int fd;
    int uses;
};

static int slot_fill(struct slot *s, int listener)
{
    s->fd = connect_to_loopback(listener);
    s->uses = 0;
    return s->fd < 0 ? -1 : 0;
}

static void slot_move(struct slot *to, struct slot *from)
{
    *to = *from;
    from->fd = -1;
}

/* The socket is the caller's from here on. */
static int slot_take(struct slot *s)
{
    int fd = s->fd;
    s->fd = -1;
    return fd;
}

static void slot_empty(struct slot *s)
{
    if (s->fd >= 0)
        close(s->fd);
    s->fd = -1;
}

static void visit(int listener)
{
    struct slot first, second;
    if (slot_fill(&first, listener) < 0)
        return;
    slot_move(&second, &first);
    slot_empty(&first);

    int fd = slot_take(&second);
    slot_empty(&second);
    send(fd, "hello\n", 6, MSG_NOSIGNAL);
    close(fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
