/* A struct is copied by the address of its first member: the copy has the socket. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    int state;
    struct conn *next;
};

static struct conn *conn_copy(struct conn *from)
{
    struct conn *to = malloc(sizeof *to);
    if (to == NULL) {
        close(from->fd);
        return NULL;
    }
    memcpy(to, &from->fd, sizeof *to);
    return to;
}

static void conn_free(struct conn *c)
{
    close(c->fd);
    free(c);
}

int greet(void)
{
    struct conn first = {socket(AF_INET, SOCK_STREAM, 0), 0, NULL};
    if (first.fd < 0)
        return 1;
    struct conn *c = conn_copy(&first);
    if (c == NULL)
        return 1;
    conn_free(c);
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    greet();
    return expect_no_leak(before);
}
