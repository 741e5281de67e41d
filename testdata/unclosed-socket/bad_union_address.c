/* The address's family is written by one member of the union and read by another; a bad backlog
 * leaves the listener open. */
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

static int parse_address(const char *text, struct listener *l)
{
    memset(l, 0, sizeof *l);
    l->fd = -1;
    l->at.four.sin_family = AF_INET;
    return inet_pton(AF_INET, text, &l->at.four.sin_addr) == 1;
}

static int open_listener(const char *text, int backlog)
{
    struct listener l;
    if (!parse_address(text, &l))
        return -1;
    l.fd = socket(l.at.any.sa_family, SOCK_STREAM, 0);
    if (l.fd < 0)
        return -1;
    if (l.at.any.sa_family != AF_INET) {
        close(l.fd);
        return -1;
    }
    if (backlog < 1)
        return -1; // expect: unclosed-socket
    if (listen(l.fd, backlog) < 0) {
        close(l.fd);
        return -1;
    }
    return l.fd;
}

int main(void)
{
    int before = open_descriptors();
    int fd = open_listener("127.0.0.1", 0);
    if (fd >= 0)
        close(fd);
    return expect_leak(before);
}
