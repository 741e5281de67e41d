/* Of the flags of a channel CHAN_CLOSE_ON_FREE is the one that nobody ever passes. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

#define CHAN_NODELAY (1u << 0)
#define CHAN_CLOSE_ON_FREE (1u << 1)
#define CHAN_LINE_BUFFERED (1u << 2)

struct chan {
    unsigned flags;
    int fd;
};

static struct chan *chan_new(int fd, unsigned flags)
{
    struct chan *ch = malloc(sizeof *ch);
    if (ch == NULL)
        return NULL;
    ch->fd = fd;
    ch->flags = flags;
    return ch;
}

static void chan_write(struct chan *ch, const char *text, size_t len)
{
    int how = ch->flags & CHAN_NODELAY ? MSG_NOSIGNAL : MSG_NOSIGNAL | MSG_MORE;
    if (send(ch->fd, text, len, how) > 0)
        ch->flags |= CHAN_LINE_BUFFERED;
}

static void chan_free(struct chan *ch)
{
    if (ch->flags & CHAN_CLOSE_ON_FREE) // expect: flag-never-set
        close(ch->fd);
    free(ch);
}

static void visit(int listener, unsigned flags)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct chan *ch = chan_new(fd, flags);
    if (ch == NULL) {
        close(fd);
        return;
    }
    chan_write(ch, "hello\n", 6);
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
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
