/*
 * The real socket: the descriptor, and a count of the objects that refer to it. An object that is
 * done drops its reference; the collector closes what nobody refers to any more.
 */
#ifndef REAL_SOCKET_H
#define REAL_SOCKET_H

#include <sys/types.h>

struct real_socket {
    int fd;
    int refs;
    struct real_socket *next;
};

/* Takes over fd and returns with one reference. NULL when there is no room: fd is the caller's. */
struct real_socket *real_socket_new(int fd);
void real_socket_ref(struct real_socket *sock);
void real_socket_unref(struct real_socket *sock);

ssize_t real_socket_recv(struct real_socket *sock, void *buf, size_t size);
ssize_t real_socket_send(struct real_socket *sock, const void *buf, size_t size);
int real_socket_shutdown(struct real_socket *sock, int how);
int real_socket_close(struct real_socket *sock);

/* Closes the sockets without references and returns how many there were. */
int real_socket_collect(void);

#endif
