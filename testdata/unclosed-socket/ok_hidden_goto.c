/* The label that CHECK jumps to closes what was not handed over: 'rc' tells which. */
// expect: nothing
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

static enum rc open_socket(int *fd)
{
    *fd = socket(AF_INET, SOCK_STREAM, 0);
    return *fd == -1 ? RC_SYSTEM : RC_OK;
}

static enum rc create_listener(int port, int *listener)
{
    enum rc rc = RC_OK;
    int fd = -1;

    CHECK(open_socket(&fd));
    CHECK(bind_port(fd, port));
    CHECK(listen(fd, 16) < 0 ? RC_SYSTEM : RC_OK);
    *listener = fd;

finalize_it:
    if (rc != RC_OK && fd != -1)
        close(fd);
    return rc;
}

int main(void)
{
    int before = open_descriptors();
    int listener;
    if (create_listener(70000, &listener) == RC_OK)
        close(listener);
    if (create_listener(0, &listener) == RC_OK)
        close(listener);
    return expect_no_leak(before);
}
