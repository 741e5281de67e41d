/* net_try returns -1 for a connection that is still being made: the caller closes only what was made at once, and
 * has the next one put over the other. */
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

/* 0: *sock is connected. -1: it will be. 1: there is none. */
static int net_try(int listener, int *sock)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;

    *sock = -1;
    if (getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return 1;
    *sock = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (*sock < 0)
        return 1;
    if (connect(*sock, (struct sockaddr *)&addr, len) == 0)
        return 0;
    if (errno == EINPROGRESS)
        return -1;
    close(*sock);
    *sock = -1;
    return 1;
}

static int count_reachable(const int *listeners, int count)
{
    int sock, reachable = 0;
    for (int i = 0; i < count; i++) {
        if (net_try(listeners[i], &sock) == 0) { // expect: overwritten-socket
            close(sock);
            reachable++;
        }
    }
    return reachable; // expect: unclosed-socket
}

int main(void)
{
    int listeners[2] = {listen_on_loopback(), listen_on_loopback()};
    if (listeners[0] < 0 || listeners[1] < 0)
        return 1;

    int before = open_descriptors();
    count_reachable(listeners, 2);
    int failed = expect_leak(before);
    close(listeners[0]);
    close(listeners[1]);
    return failed;
}
