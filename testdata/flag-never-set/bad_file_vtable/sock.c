#include "file.h"

#include <stdlib.h>

#include "../../truth.h"

int sock_dial(struct sock *s, int listener)
{
    s->fd = connect_to_loopback(listener);
    return s->fd < 0 ? -1 : 0;
}

struct file *sock_makefile(struct sock *s)
{
    struct file *f = malloc(sizeof *f);
    if (f != NULL)
        file_init(f, s->fd, 0);
    return f;
}
