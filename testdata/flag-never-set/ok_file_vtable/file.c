#include "file.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static ssize_t socket_file_write(struct file *f, const void *buf, size_t size)
{
    return send(f->fd, buf, size, MSG_NOSIGNAL);
}

static void socket_file_close(struct file *f)
{
    if (f->close_fd)
        close(f->fd);
    free(f);
}

static const struct file_ops socket_file_ops = {
    .write = socket_file_write,
    .close = socket_file_close,
};

void file_init(struct file *f, int fd, int close_fd)
{
    f->ops = &socket_file_ops;
    f->fd = fd;
    f->close_fd = close_fd;
}
