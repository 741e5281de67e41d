/* The close is guarded by the mode of the scan, and one mode has the socket but not the close. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

/* Asks one host, or everybody when ip is NULL. Returns the number of requests sent. */
static int scan(const char *ip)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
    int on = 1;
    int sent = 0;

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd == -1)
        return -1;

    if (ip == NULL) {
        to.sin_addr.s_addr = htonl(INADDR_BROADCAST);
        setsockopt(fd, SOL_SOCKET, SO_BROADCAST, &on, sizeof on);
    } else {
        inet_pton(AF_INET, ip, &to.sin_addr);
    }
    if (sendto(fd, "scan", 4, MSG_DONTWAIT, (struct sockaddr *)&to, sizeof to) == 4)
        sent++;

    if (ip != NULL)
        close(fd);
    return sent; // expect: unclosed-socket
}

int main(void)
{
    int before = open_descriptors();
    scan("127.0.0.1");
    scan(NULL);
    return expect_leak(before);
}
