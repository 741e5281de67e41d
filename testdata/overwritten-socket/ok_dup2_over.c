/* dup2 closes what it lands on: the number of the old connection names the new one afterwards. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct client {
    int fd;
};

/* Keeps the number, which others have stored. */
static int client_renew(struct client *c, int listener)
{
    int fresh = connect_to_loopback(listener);
    if (fresh < 0)
        return -1;
    int rc = dup2(fresh, c->fd);
    close(fresh);
    return rc < 0 ? -1 : 0;
}

static void visit(int listener)
{
    struct client c = {.fd = connect_to_loopback(listener)};
    if (c.fd < 0)
        return;
    if (client_renew(&c, listener) == 0)
        send(c.fd, "hello again\n", 12, MSG_NOSIGNAL);
    close(c.fd);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
