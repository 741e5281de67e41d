/* To wait for a socket is not to keep it: the set that select() is given goes with the function. */
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int ask(int listener)
{
    struct timeval patience = {.tv_usec = 10000};
    fd_set readable, broken;

    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    FD_ZERO(&readable);
    FD_ZERO(&broken);
    FD_SET(fd, &readable);
    FD_SET(fd, &broken);
    if (select(fd + 1, &readable, NULL, &broken, &patience) <= 0)
        return -1; // expect: unclosed-socket
    FD_CLR(fd, &broken);
    if (!FD_ISSET(fd, &readable))
        return -1; // expect: unclosed-socket
    close(fd);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    ask(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
