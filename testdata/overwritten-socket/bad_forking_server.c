/* Each child serves a connection; the parent, which does nothing with it, keeps its copy for ever. */
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../truth.h"

static void greet(int fd)
{
    send(fd, "hello\n", 6, MSG_NOSIGNAL);
    close(fd);
}

static int serve(int listener, int turns)
{
    int served = 0, on = 1, fd;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);

    while (served < turns) {
        fd = accept(listener, NULL, NULL); // expect: overwritten-socket
        if (fd < 0)
            continue;
        if (fork() == 0) {
            greet(fd);
            _exit(0);
        }
        served++;
    }
    close(fd);
    return served;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    serve(listener, 2);
    while (wait(NULL) > 0)
        continue;
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
