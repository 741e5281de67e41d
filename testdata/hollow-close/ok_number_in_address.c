/* A logger whose target is an open socket keeps its number where others have an address. Whoever frees an address of that
 * type closes nothing. */
// expect: nothing
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int log_fd = -1;

struct target {
    int is_descriptor;
    struct sockaddr_in addr;
};

struct network {
    struct in_addr base, mask;
    char *name;
};

static int target_log(struct target *t, const char *line, size_t size)
{
    int *fd = t->is_descriptor ? (int *)&t->addr.sin_addr.s_addr : &log_fd;
    if (*fd < 0)
        *fd = socket(AF_INET, SOCK_DGRAM, 0);
    return *fd < 0 ? -1 : (int)send(*fd, line, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static struct network *network_new(void)
{
    struct network *n = calloc(1, sizeof *n);
    if (n != NULL)
        n->base.s_addr = htonl(INADDR_LOOPBACK);
    return n;
}

static void network_free(struct network *n)
{
    if (n == NULL)
        return;
    free(n->name);
    free(n);
}

int main(void)
{
    struct target t = {.is_descriptor = 0};
    target_log(&t, "started\n", 8);

    int before = open_descriptors();
    network_free(network_new());
    return expect_no_leak(before);
}
