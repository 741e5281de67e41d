/* No constructor gets CHAN_CLOSE_ON_FREE, but chan_adopt ors the bit in later. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

#define CHAN_NODELAY (1u << 0)
#define CHAN_CLOSE_ON_FREE (1u << 1)

struct chan {
    unsigned flags;
    int fd;
};

static struct chan *chan_new(unsigned flags)
{
    struct chan *ch = malloc(sizeof *ch);
    if (ch == NULL)
        return NULL;
    ch->fd = -1;
    ch->flags = flags;
    return ch;
}

/* The channel owns fd from here on. */
static void chan_adopt(struct chan *ch, int fd)
{
    ch->fd = fd;
    ch->flags |= CHAN_CLOSE_ON_FREE;
}

static void chan_free(struct chan *ch)
{
    if (ch->flags & CHAN_CLOSE_ON_FREE)
        close(ch->fd);
    free(ch);
}

static void visit(int listener, unsigned flags)
{
    struct chan *ch = chan_new(flags);
    if (ch == NULL)
        return;
    int fd = connect_to_loopback(listener);
    if (fd >= 0) {
        chan_adopt(ch, fd);
        send(ch->fd, "hello\n", 6, MSG_NOSIGNAL);
    }
    chan_free(ch);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener, 0);
    visit(listener, CHAN_NODELAY);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
