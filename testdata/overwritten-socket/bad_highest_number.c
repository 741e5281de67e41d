/* The highest number is all that is kept of the listeners: select() gets it, and nobody finds the others again. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int highest;

static int add_listener(void)
{
    int fd = listen_on_loopback();
    if (fd < 0)
        return -1;
    highest = fd; // expect: overwritten-socket
    return 0;
}

static int add_all(int count)
{
    highest = -1;
    for (int i = 0; i < count; i++)
        if (add_listener() < 0)
            return -1;
    return 0;
}

static void close_all(void)
{
    if (highest >= 0)
        close(highest);
    highest = -1;
}

int main(void)
{
    int before = open_descriptors();
    int failed = add_all(2);
    close_all();
    return failed ? 1 : expect_leak(before);
}
