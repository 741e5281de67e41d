/* The classic loop over addresses: what did not connect is closed before the next one is tried. */
// expect: nothing
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int dial(const char *host, const char *service)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST};
    struct addrinfo *list, *ai;
    int fd = -1;

    if (getaddrinfo(host, service, &hints, &list) != 0)
        return -1;

    for (ai = list; ai != NULL; ai = ai->ai_next) {
        fd = socket(ai->ai_family, ai->ai_socktype, ai->ai_protocol);
        if (fd < 0)
            continue;
        if (connect(fd, ai->ai_addr, ai->ai_addrlen) == 0)
            break;
        close(fd);
        fd = -1;
    }
    freeaddrinfo(list);
    return fd;
}

int main(void)
{
    int before = open_descriptors();
    int fd = dial("127.0.0.1", "1");
    if (fd >= 0)
        close(fd);
    return expect_no_leak(before);
}
