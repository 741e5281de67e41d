/* A port that does not answer has its socket closed before the next one is tried. */
// expect: nothing
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int connect_port(int fd, unsigned short port)
{
    struct sockaddr_in addr = {.sin_family = AF_INET, .sin_port = htons(port)};
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return connect(fd, (struct sockaddr *)&addr, sizeof addr);
}

/* Connects to the first of the ports that answers; port 0 ends the list. */
static int dial_any(const unsigned short *ports)
{
    int fd = -1;
    for (; *ports != 0; ports++) {
        if (fd >= 0)
            close(fd);
        fd = socket(AF_INET, SOCK_STREAM, 0);
        if (fd < 0)
            return -1;
        if (connect_port(fd, *ports) == 0)
            return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

int main(void)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;
    int listener = listen_on_loopback();
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return 1;

    int before = open_descriptors();
    const unsigned short ports[] = {1, 2, ntohs(addr.sin_port), 0};
    int fd = dial_any(ports);
    if (fd >= 0)
        close(fd);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
