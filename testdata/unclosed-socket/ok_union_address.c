/* The address's family is written by one member of the union and read by another: no socket is
 * opened for a family that none of the members has. */
// expect: nothing
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

union address {
    struct sockaddr any;
    struct sockaddr_in four;
};

struct listener {
    union address at;
    int fd;
};

static void parse_address(struct listener *l, unsigned short port)
{
    memset(l, 0, sizeof *l);
    l->fd = -1;
    l->at.four.sin_family = AF_INET;
    l->at.four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    l->at.four.sin_port = htons(port);
}

static int try_address(void)
{
    struct listener l;
    int ok = 0;
    parse_address(&l, 0);
    l.fd = socket(l.at.any.sa_family, SOCK_STREAM, 0);
    if (l.fd < 0)
        return -1;
    if (l.at.any.sa_family == AF_INET) {
        ok = bind(l.fd, &l.at.any, sizeof l.at.four) == 0 && listen(l.fd, 8) == 0;
        close(l.fd);
    }
    return ok ? 0 : -1;
}

int main(void)
{
    int before = open_descriptors();
    if (try_address() < 0)
        return 1;
    return expect_no_leak(before);
}
