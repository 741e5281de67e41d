/* The list of clients is nobody's business but that of the file that has it: what its nodes hold is there. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"
#include "queue.h"

static void refuse(struct client *c)
{
    send(c->fd, "full\n", 5, MSG_NOSIGNAL);
    queue_add(c);
}

static void serve(int listener, int turns)
{
    while (turns-- > 0) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        struct client *c = calloc(1, sizeof *c);
        if (c == NULL) {
            close(fd);
            continue;
        }
        c->fd = fd;
        refuse(c);
    }
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);
    int before = open_descriptors();
    serve(listener, 2);
    queue_end();
    int failed = expect_no_leak(before);
    close(first);
    close(second);
    close(listener);
    return failed;
}
