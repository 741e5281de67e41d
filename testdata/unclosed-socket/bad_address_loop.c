/* Each address that refuses the connection costs one socket. */
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int connect_to_first(const struct addrinfo *list)
{
    for (const struct addrinfo *ai = list; ai != NULL; ai = ai->ai_next) {
        int fd = socket(ai->ai_family, ai->ai_socktype, ai->ai_protocol);
        if (fd < 0)
            continue;
        if (connect(fd, ai->ai_addr, ai->ai_addrlen) < 0)
            continue; // expect: unclosed-socket
        return fd;
    }
    return -1;
}

static int dial(const char *host, const char *service)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICHOST};
    struct addrinfo *list;
    if (getaddrinfo(host, service, &hints, &list) != 0)
        return -1;

    int fd = connect_to_first(list);
    freeaddrinfo(list);
    return fd;
}

int main(void)
{
    int before = open_descriptors();
    int fd = dial("127.0.0.1", "1");
    if (fd >= 0)
        close(fd);
    return expect_leak(before);
}
