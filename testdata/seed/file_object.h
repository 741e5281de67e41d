/* A file over a real socket: reads lines. Closing it closes the socket too if it was told to. */
#ifndef FILE_OBJECT_H
#define FILE_OBJECT_H

#include <stddef.h>

struct real_socket;

struct file_object {
    struct real_socket *sock;
    int close_flag;
    size_t used;
    char buf[256];
};

typedef void line_handler(const char *line, void *arg);

void file_init(struct file_object *f, struct real_socket *sock, int close_flag);

/* Calls handler for every line up to the end of the stream. Returns -1 on a read error. */
int file_read_lines(struct file_object *f, line_handler *handler, void *arg);
void file_close(struct file_object *f);

#endif
