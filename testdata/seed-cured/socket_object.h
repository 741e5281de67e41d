/*
 * The socket that the program sees. It forwards its methods to a delegate, which is the real
 * socket until the object is closed, and a dummy that answers EBADF afterwards.
 */
#ifndef SOCKET_OBJECT_H
#define SOCKET_OBJECT_H

#include <sys/types.h>

struct file_object;
struct real_socket;

struct delegate {
    ssize_t (*send)(struct real_socket *sock, const void *buf, size_t size);
    int (*shutdown)(struct real_socket *sock, int how);
};

struct socket_object {
    const struct delegate *delegate;
    struct real_socket *sock;
};

/* Takes over fd. Returns -1 when it could not: fd is still the caller's. */
int socket_init(struct socket_object *s, int fd);
ssize_t socket_send(struct socket_object *s, const void *buf, size_t size);
int socket_shutdown(struct socket_object *s, int how);

/* A buffered file over the same real socket. With close_flag, closing it closes the socket too. */
void socket_makefile(struct socket_object *s, struct file_object *file, int close_flag);
void socket_close(struct socket_object *s);

#endif
