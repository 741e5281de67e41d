#include "socket_object.h"

#include "file_object.h"
#include "real_socket.h"

#include <errno.h>
#include <stddef.h>

static ssize_t closed_send(struct real_socket *sock, const void *buf, size_t size)
{
    (void)sock, (void)buf, (void)size;
    errno = EBADF;
    return -1;
}

static int closed_shutdown(struct real_socket *sock, int how)
{
    (void)sock, (void)how;
    errno = EBADF;
    return -1;
}

static const struct delegate open_socket = {
    .send = real_socket_send,
    .shutdown = real_socket_shutdown,
};

static const struct delegate closed_socket = {
    .send = closed_send,
    .shutdown = closed_shutdown,
};

int socket_init(struct socket_object *s, int fd)
{
    s->sock = real_socket_new(fd);
    if (s->sock == NULL)
        return -1;
    s->delegate = &open_socket;
    return 0;
}

ssize_t socket_send(struct socket_object *s, const void *buf, size_t size)
{
    return s->delegate->send(s->sock, buf, size);
}

int socket_shutdown(struct socket_object *s, int how)
{
    return s->delegate->shutdown(s->sock, how);
}

void socket_makefile(struct socket_object *s, struct file_object *file)
{
    file_init(file, s->sock, 0);
}

void socket_close(struct socket_object *s) // expect: hollow-close
{
    if (s->delegate == &closed_socket)
        return;
    s->delegate = &closed_socket;
    real_socket_unref(s->sock);
    s->sock = NULL;
}
