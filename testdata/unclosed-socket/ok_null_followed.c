/* Had there been no memory for the wrapper, the process would have ended where its number is read. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct conn {
    int fd;
    int number;
};

static int next_number;

static struct conn *conn_new(int fd)
{
    struct conn *c = calloc(1, sizeof *c);
    if (c != NULL) {
        c->fd = fd;
        c->number = next_number++;
    }
    return c;
}

static void conn_close(struct conn *c)
{
    close(c->fd);
    free(c);
}

static int fetch(int listener, int tries)
{
    struct conn *c = NULL;
    char answer[16];
    int result = -1;

    while (tries-- > 0) {
        int fd = connect_to_loopback(listener);
        if (fd == -1)
            break;
        c = conn_new(fd);
        if (recv(c->fd, answer, sizeof answer, MSG_DONTWAIT) == 0)
            break;
        if (answer[0] == 'r') {
            conn_close(c);
            c = NULL;
            continue;
        }
        result = 0;
        break;
    }
    if (c != NULL)
        conn_close(c);
    return result;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    fetch(listener, 3);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
