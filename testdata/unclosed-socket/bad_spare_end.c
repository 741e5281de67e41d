/* A pair is opened for a helper process; when there is no helper, one end of it is forgotten. */
#include <stddef.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../truth.h"

struct helper {
    pid_t pid;
    int fd;
};

static int helper_start(struct helper *h, const char *path)
{
    int sv[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return -1;
    if (access(path, X_OK) < 0) {
        close(sv[0]);
        return -1; // expect: unclosed-socket
    }

    h->pid = fork();
    if (h->pid < 0) {
        close(sv[0]);
        close(sv[1]);
        return -1;
    }
    if (h->pid == 0) {
        close(sv[0]);
        dup2(sv[1], STDIN_FILENO);
        close(sv[1]);
        execl(path, path, (char *)NULL);
        _exit(127);
    }
    close(sv[1]);
    h->fd = sv[0];
    return 0;
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
    if (helper_start(&h, "/nonexistent/helper") == 0)
        helper_stop(&h);
    return expect_leak(before);
}
