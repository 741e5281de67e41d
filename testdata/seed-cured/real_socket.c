#include "real_socket.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct real_socket *real_socket_new(int fd)
{
    struct real_socket *sock = malloc(sizeof *sock);
    if (sock == NULL)
        return NULL;
    sock->fd = fd;
    sock->refs = 1;
    return sock;
}

void real_socket_ref(struct real_socket *sock)
{
    sock->refs++;
}

void real_socket_unref(struct real_socket *sock)
{
    if (--sock->refs > 0)
        return;
    real_socket_close(sock);
    free(sock);
}

ssize_t real_socket_recv(struct real_socket *sock, void *buf, size_t size)
{
    return recv(sock->fd, buf, size, 0);
}

ssize_t real_socket_send(struct real_socket *sock, const void *buf, size_t size)
{
    return send(sock->fd, buf, size, MSG_NOSIGNAL);
}

int real_socket_shutdown(struct real_socket *sock, int how)
{
    return shutdown(sock->fd, how);
}

int real_socket_close(struct real_socket *sock)
{
    if (sock->fd < 0)
        return 0;

    int fd = sock->fd;
    sock->fd = -1;
    return close(fd);
}
