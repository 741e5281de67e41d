/* An else-if chain with the opening inside a condition; the arm for the full table forgets it. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct port {
    int fd;
    int number;
};

struct server {
    struct port *ports;
    size_t count;
    size_t limit;
};

static struct port *grow(struct server *srv)
{
    if (srv->count == srv->limit)
        return NULL;
    return realloc(srv->ports, (srv->count + 1) * sizeof *srv->ports);
}

static int add_port(struct server *srv, int number)
{
    struct sockaddr_in addr = {.sin_family = AF_INET, .sin_port = htons((unsigned short)number)};
    struct port port = {.number = number};
    struct port *grown;

    if ((port.fd = socket(AF_INET, SOCK_STREAM, 0)) < 0) {
        return -1;
    } else if (bind(port.fd, (struct sockaddr *)&addr, sizeof addr) < 0 || listen(port.fd, 4) < 0) {
        close(port.fd);
        return -1;
    } else if ((grown = grow(srv)) == NULL) {
        return -1; // expect: unclosed-socket
    }
    grown[srv->count++] = port;
    srv->ports = grown;
    return 0;
}

static void close_ports(struct server *srv)
{
    for (size_t i = 0; i < srv->count; i++)
        close(srv->ports[i].fd);
    free(srv->ports);
}

int main(void)
{
    int before = open_descriptors();
    struct server srv = {.limit = 1};
    add_port(&srv, 0);
    add_port(&srv, 0);
    close_ports(&srv);
    return expect_leak(before);
}
