/* The listeners are the numbers in a set; beside it stands the highest of them, for select(), which is no reference. */
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static fd_set listeners;
static int highest;

static int add_listener(void)
{
    int fd = listen_on_loopback();
    if (fd < 0)
        return -1;
    FD_SET(fd, &listeners);
    if (fd > highest)
        highest = fd;
    return 0;
}

static int add_all(int count)
{
    FD_ZERO(&listeners);
    highest = 0;
    for (int i = 0; i < count; i++)
        if (add_listener() < 0)
            return -1;
    return 0;
}

static void close_all(void)
{
    for (int i = 0; i <= highest; i++)
        if (FD_ISSET(i, &listeners))
            close(i);
}

// expect: nothing
int main(void)
{
    int before = open_descriptors();
    int failed = add_all(2);
    close_all();
    return failed ? 1 : expect_no_leak(before);
}
