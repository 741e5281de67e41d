/* Each assignment finds no open socket in its place: none yet, none any more, or a failed one. */
// expect: nothing
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
    char name[12];
};

static void client_init(struct client *c, const char *name)
{
    memset(c, 0, sizeof *c);
    strncpy(c->name, name, sizeof c->name - 1);
    c->fd = -1;
}

/* Tries the families in turn. */
static int client_open(struct client *c, const int *families, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        c->fd = socket(families[i], SOCK_STREAM, 0);
        if (c->fd != -1)
            return 0;
    }
    return -1;
}

static void client_close(struct client *c)
{
    if (c->fd != -1)
        close(c->fd);
    c->fd = -1;
}

static void visit(void)
{
    static const int families[] = {-7, AF_UNIX, AF_INET};
    struct client c;
    client_init(&c, "visitor");
    if (client_open(&c, families, 3) == 0)
        client_close(&c);
    if (client_open(&c, families + 1, 2) < 0)
        c.fd = -1;
    client_close(&c);
    client_init(&c, "nobody");
}

int main(void)
{
    int before = open_descriptors();
    visit();
    return expect_no_leak(before);
}
