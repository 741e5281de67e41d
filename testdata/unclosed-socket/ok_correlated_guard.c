/* Opening and closing are guarded by the same question: there is no socket in a dry run. */
// expect: nothing
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int scan(const char *ip)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(9)};
    int fd = -1;
    int sent = 0;

    if (ip != NULL) {
        fd = socket(AF_INET, SOCK_DGRAM, 0);
        if (fd == -1)
            return -1;
        inet_pton(AF_INET, ip, &to.sin_addr);
        if (sendto(fd, "scan", 4, MSG_DONTWAIT, (struct sockaddr *)&to, sizeof to) == 4)
            sent++;
    }

    if (ip != NULL)
        close(fd);
    return sent;
}

int main(void)
{
    int before = open_descriptors();
    scan("127.0.0.1");
    scan(NULL);
    return expect_no_leak(before);
}
