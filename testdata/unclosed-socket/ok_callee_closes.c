/* The bare 'continue' is right: set_nonblock closes the socket when it fails. */
// expect: nothing
#include <fcntl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

/* On failure the socket is closed and *sock is -1. */
static int set_nonblock(int *sock)
{
    int flags = fcntl(*sock, F_GETFL);
    if (flags == -1 || fcntl(*sock, F_SETFL, flags | O_NONBLOCK) == -1) {
        close(*sock);
        *sock = -1;
        return -1;
    }
    return 0;
}

static int open_any(const int *families, size_t count)
{
    int sock = -1;
    for (size_t i = 0; i < count; i++) {
        sock = socket(families[i], SOCK_STREAM, 0);
        if (sock == -1)
            continue;
        if (set_nonblock(&sock) < 0)
            continue;
        break;
    }
    return sock;
}

int main(void)
{
    static const int families[] = {AF_INET6, AF_INET, AF_UNIX};
    int before = open_descriptors();
    int sock = open_any(families, sizeof families / sizeof *families);
    if (sock != -1)
        close(sock);
    return expect_no_leak(before);
}
