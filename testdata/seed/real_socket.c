#include "real_socket.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { SOCKETS_MAX = 64 };

static struct real_socket *sockets;
static int socket_count;

struct real_socket *real_socket_new(int fd)
{
    if (socket_count == SOCKETS_MAX && real_socket_collect() == 0)
        return NULL;

    struct real_socket *sock = malloc(sizeof *sock);
    if (sock == NULL)
        return NULL;
    sock->fd = fd;
    sock->refs = 1;
    sock->next = sockets;
    sockets = sock;
    socket_count++;
    return sock;
}

void real_socket_ref(struct real_socket *sock)
{
    sock->refs++;
}

void real_socket_unref(struct real_socket *sock)
{
    sock->refs--;
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

int real_socket_collect(void)
{
    int collected = 0;
    struct real_socket **link = &sockets;
    while (*link != NULL) {
        struct real_socket *sock = *link;
        if (sock->refs > 0) {
            link = &sock->next;
            continue;
        }
        *link = sock->next;
        real_socket_close(sock);
        free(sock);
        socket_count--;
        collected++;
    }
    return collected;
}
