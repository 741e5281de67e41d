/* close_on_free is off in the defaults and switched on in the copy that the client gets. */
// expect: nothing
#include "client.h"

#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static void visit(int listener, unsigned timeout)
{
    struct client_options opt;
    client_options_init(&opt);
    opt.timeout = timeout;
    opt.close_on_free = true;

    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct client *c = client_new(fd, &opt);
    if (c == NULL) {
        close(fd);
        return;
    }
    send(c->fd, "hello\n", 6, MSG_NOSIGNAL);
    client_free(c);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener, 1);
    visit(listener, 5);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
