#ifndef FILE_H
#define FILE_H

#include <stddef.h>
#include <sys/types.h>

struct file;

struct file_ops {
    ssize_t (*write)(struct file *f, const void *buf, size_t size);
    void (*close)(struct file *f);
};

struct file {
    const struct file_ops *ops;
    int fd;
    int close_fd;
};

struct sock {
    int fd;
};

int sock_dial(struct sock *s, int listener);

/* A file over the socket, which the file takes over. NULL without memory. */
struct file *sock_makefile(struct sock *s);

void file_init(struct file *f, int fd, int close_fd);

#endif
