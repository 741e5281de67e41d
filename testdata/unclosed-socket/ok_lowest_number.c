/* The lowest free number is the one that dup() gives: the service talks to its peer by standard output. */
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int answer_by_stdout(int peer)
{
    close(STDOUT_FILENO);
    if (dup(peer) < 0)
        return -1;
    int written = write(STDOUT_FILENO, "hello\n", 6) == 6;
    close(STDOUT_FILENO);
    return written ? 0 : -1;
}

// expect: nothing
int main(void)
{
    int out = fcntl(STDOUT_FILENO, F_DUPFD, 10);
    int sv[2];
    if (out < 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, sv) < 0)
        return 1;
    int before = open_descriptors();
    int failed = answer_by_stdout(sv[0]);
    dup2(out, STDOUT_FILENO);
    int wrong = expect_no_leak(before);
    close(out);
    close(sv[0]);
    close(sv[1]);
    return failed ? 1 : wrong;
}
