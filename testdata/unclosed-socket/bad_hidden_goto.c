/* CHECK hides a goto over the line that would have handed the socket to the caller. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum rc { RC_OK, RC_SYSTEM, RC_BAD_PORT };

#define CHECK(call)                \
    do {                           \
        if ((rc = (call)) != RC_OK) \
            goto finalize_it;      \
    } while (0)

static enum rc bind_port(int fd, int port)
{
    struct sockaddr_in addr = {.sin_family = AF_INET};

    if (port < 0 || port > 65535)
        return RC_BAD_PORT;
    addr.sin_port = htons((unsigned short)port);
    addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return bind(fd, (struct sockaddr *)&addr, sizeof addr) < 0 ? RC_SYSTEM : RC_OK;
}

static enum rc start_listening(int fd)
{
    return listen(fd, 16) < 0 ? RC_SYSTEM : RC_OK;
}

static enum rc create_listener(int port, int *listener)
{
    enum rc rc = RC_OK;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd == -1)
        return RC_SYSTEM;

    CHECK(bind_port(fd, port));
    CHECK(start_listening(fd));
    *listener = fd;

finalize_it:
    return rc; // expect: unclosed-socket
}

int main(void)
{
    int before = open_descriptors();
    int listener;
    if (create_listener(70000, &listener) == RC_OK)
        close(listener);
    return expect_leak(before);
}
