/* The child reads to the end of the line, which the parent makes when the child has ended. */
#include <sys/socket.h>
#include <sys/wait.h>

#include "../hang.h"

struct helper {
    pid_t pid;
    int fd;
};

static void helper_main(int fd)
{
    char request[128];
    while (recv(fd, request, sizeof request, 0) > 0)
        send(fd, "done\n", 5, MSG_NOSIGNAL);
}

static int helper_start(struct helper *h)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    h->pid = fork();
    if (h->pid < 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    if (h->pid == 0) {
        close(ends[0]);
        helper_main(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    h->fd = ends[0];
    return 0;
}

static void helper_stop(struct helper *h)
{
    waitpid(h->pid, NULL, 0); // expect-missed: join-before-wake
    close(h->fd);
}

int main(void)
{
    struct helper h;
    if (helper_start(&h) < 0)
        return 1;

    wait_until_process_blocked(h.pid);
    expect_hang();
    helper_stop(&h);
    return teardown_ended();
}
