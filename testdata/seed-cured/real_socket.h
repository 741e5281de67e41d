/*
 * The real socket: the descriptor, and a count of the objects that refer to it. Whoever drops the
 * last reference closes it.
 */
#ifndef REAL_SOCKET_H
#define REAL_SOCKET_H

#include <sys/types.h>

struct real_socket {
    int fd;
    int refs;
};

/* Takes over fd and returns with one reference. NULL without memory: fd is still the caller's. */
struct real_socket *real_socket_new(int fd);
void real_socket_ref(struct real_socket *sock);
void real_socket_unref(struct real_socket *sock);

ssize_t real_socket_recv(struct real_socket *sock, void *buf, size_t size);
ssize_t real_socket_send(struct real_socket *sock, const void *buf, size_t size);
int real_socket_shutdown(struct real_socket *sock, int how);
int real_socket_close(struct real_socket *sock);

#endif
