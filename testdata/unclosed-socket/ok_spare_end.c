/* Parent and child each close the end that is the other's; the error paths close both. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../truth.h"

struct helper {
    pid_t pid;
    int fd;
};

static void helper_main(int fd)
{
    char byte;
    while (read(fd, &byte, 1) == 1)
        ;
    _exit(0);
}

static int helper_start(struct helper *h)
{
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return -1;

    h->pid = fork();
    switch (h->pid) {
    case -1:
        close(sv[0]);
        close(sv[1]);
        return -1;
    case 0:
        close(sv[0]);
        helper_main(sv[1]);
        _exit(1);
    default:
        close(sv[1]);
        h->fd = sv[0];
        return 0;
    }
}

static void helper_stop(struct helper *h)
{
    close(h->fd);
    waitpid(h->pid, NULL, 0);
}

int main(void)
{
    int before = open_descriptors();
    struct helper h;
    if (helper_start(&h) == 0)
        helper_stop(&h);
    return expect_no_leak(before);
}
