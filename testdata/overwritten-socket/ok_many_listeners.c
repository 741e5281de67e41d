/* The listeners are numbers in a set, and what is the highest of them changes when others come: the set still has it. */
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
        return 0;
    FD_SET(fd, &listeners);
    if (fd > highest)
        highest = fd;
    return 1;
}

static int add_all(int count)
{
    int made = 0;
    FD_ZERO(&listeners);
    for (int i = 0; i < count; i++)
        made += add_listener();
    return made;
}

static void close_all(void)
{
    for (int i = 0; i <= highest; i++)
        if (FD_ISSET(i, &listeners))
            close(i);
}

static void ask(void)
{
    int end[2];
    if (pipe(end) < 0)
        return;
    if (end[1] > highest)
        highest = end[1];
    close(end[0]);
    close(end[1]);
}

static int serve(int count)
{
    if (add_all(count) < count)
        return -1;
    ask();
    close_all();
    highest = 0;
    return 0;
}

// expect: nothing
int main(void)
{
    int before = open_descriptors();
    int failed = serve(3);
    return failed ? 1 : expect_no_leak(before);
}
