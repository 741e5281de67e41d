#include "channel.h"

#include <stdlib.h>
#include <unistd.h>

struct channel *channel_new(int fd)
{
    struct channel *ch = calloc(1, sizeof *ch);
    if (ch == NULL)
        return NULL;
    ch->fd = fd;
    ch->refs = 1;
    return ch;
}

void channel_set_close_on_unref(struct channel *ch, int on)
{
    ch->close_on_unref = on;
}

struct channel *channel_ref(struct channel *ch)
{
    ch->refs++;
    return ch;
}

void channel_unref(struct channel *ch)
{
    if (--ch->refs > 0)
        return;
    if (ch->close_on_unref) // expect-missed: flag-never-set
        close(ch->fd);
    free(ch);
} // expect: skipped-close
