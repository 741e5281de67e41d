/* A socket for each address is handed to each worker; that there are none is no way to lose it, but this is one. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../truth.h"

struct address {
    int family, port;
    struct address *next;
};

static int workers = 2;
static int handed[8], handed_count;

static void hand_to_worker(int fd)
{
    handed[handed_count++] = fd;
}

int serve(const struct address *first)
{
    int served = 0, on = 1, fd;

    for (const struct address *a = first; a; a = a->next) {
        fd = socket(a->family, SOCK_DGRAM, 0); // expect: overwritten-socket
        if (fd < 0)
            continue;
        if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0) {
            perror("setsockopt");
            continue;
        }
        struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((in_port_t)a->port)};
        if (bind(fd, (struct sockaddr *)&here, a->port < 0 ? 0 : sizeof here) < 0) {
            perror("bind");
            continue;
        }
        for (int i = 0; i < workers; i++) {
            int own = i == 0 ? fd : dup(fd);
            if (own < 0)
                exit(1);
            hand_to_worker(own);
        }
        served++;
    }
    return served; // expect: unclosed-socket
}

int main(void)
{
    struct address second = {AF_INET, 0, NULL}, first = {AF_INET, -1, &second};

    int before = open_descriptors();
    if (serve(&first) != 1)
        return 1;
    for (int i = 0; i < handed_count; i++)
        close(handed[i]);
    return expect_leak(before);
}
