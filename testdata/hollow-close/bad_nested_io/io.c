#include "conn.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int io_open(struct io *io, int listener)
{
    io->fd = accept(listener, NULL, NULL);
    if (io->fd < 0)
        return -1;
    io->buf = malloc(256);
    return 0;
}

void io_close(struct io *io)
{
    close(io->fd);
    free(io->buf);
    io->fd = -1;
    io->buf = NULL;
}
