#include "file_object.h"

#include "real_socket.h"

#include <string.h>

void file_init(struct file_object *f, struct real_socket *sock, int close_flag)
{
    real_socket_ref(sock);
    f->sock = sock;
    f->close_flag = close_flag;
    f->used = 0;
}

/* Hands the complete lines in the buffer to handler and keeps the rest. */
static void deliver_lines(struct file_object *f, line_handler *handler, void *arg)
{
    char *start = f->buf;
    char *end = f->buf + f->used;
    char *newline;
    while ((newline = memchr(start, '\n', (size_t)(end - start))) != NULL) {
        *newline = '\0';
        handler(start, arg);
        start = newline + 1;
    }
    f->used = (size_t)(end - start);
    memmove(f->buf, start, f->used);
}

int file_read_lines(struct file_object *f, line_handler *handler, void *arg)
{
    struct real_socket *sock = f->sock;
    while (f->used < sizeof f->buf) {
        ssize_t n = real_socket_recv(sock, f->buf + f->used, sizeof f->buf - f->used);
        if (n <= 0)
            return (int)n;
        f->used += (size_t)n;
        deliver_lines(f, handler, arg);
    }
    return -1;
}

void file_close(struct file_object *f)
{
    if (f->sock == NULL)
        return;
    if (f->close_flag)
        real_socket_close(f->sock);
    real_socket_unref(f->sock);
    f->sock = NULL;
}
