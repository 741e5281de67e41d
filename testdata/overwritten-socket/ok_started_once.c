/* The helper is started when there is none, and its end is kept beside its number. Who tries again meets one that runs. */
// expect: nothing
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../truth.h"

static struct {
    pid_t child;
    int ack;
} helper;

static int helper_ask(int fd)
{
    if (helper.child == 0) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
            return 0;
        switch (helper.child = fork()) {
        case -1:
            close(pair[0]);
            close(pair[1]);
            return 0;
        case 0:
            pause();
            _exit(0);
        default:
            helper.ack = pair[0];
            close(pair[1]);
        }
    }
    return listen(fd, 1);
}

static int ask_again(int fd)
{
    int result = helper_ask(fd);
    if (result != 0) {
        if (listen(fd, 2) == -1)
            return -1;
        return ask_again(fd);
    }
    return 0;
}

static void helper_stop(void)
{
    if (helper.child <= 0)
        return;
    close(helper.ack);
    kill(helper.child, SIGKILL);
    waitpid(helper.child, NULL, 0);
    helper.child = 0;
}

int main(void)
{
    int before = open_descriptors();
    int fd = listen_on_loopback();
    ask_again(fd);
    helper_stop();
    close(fd);
    return expect_no_leak(before);
}
