/* What was found by the socket's number only says how to speak over it: it keeps nothing, and nobody closes. */
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct transport {
    int fd;
    int (*say)(int fd, const char *text, int length);
    struct transport *next;
};

static struct transport *transports;

static struct transport *list_find(struct transport *t, int key,
                                   int (*compare)(int key, const struct transport *t))
{
    while (t && compare(key, t) != 0)
        t = t->next;
    return t;
}

static int by_number(int key, const struct transport *t)
{
    return key - t->fd;
}

static struct transport *transport_find(int fd)
{
    return list_find(transports, fd, by_number);
}

static int say_twice(int fd, const char *text, int length)
{
    send(fd, text, (size_t)length, MSG_NOSIGNAL);
    return (int)send(fd, text, (size_t)length, MSG_NOSIGNAL);
}

static int say(int fd, const char *text, int length)
{
    struct transport *t = transport_find(fd);
    if (t)
        return t->say(fd, text, length);
    return (int)send(fd, text, (size_t)length, MSG_NOSIGNAL);
}

static int greet(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (say(fd, "hello\n", 6) < 0)
        return -1; // expect: unclosed-socket fd
    return fd;
}

int main(void)
{
    static struct transport standard = {.fd = STDOUT_FILENO, .say = say_twice};
    int before = open_descriptors();
    transports = &standard;
    int fd = greet();
    if (fd >= 0)
        close(fd);
    return expect_leak(before);
}
