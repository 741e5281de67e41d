/* Who could not do its work is asked again by the one who called it, in the same process. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static void run(int steps);

static int work(int steps)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (send(fd, "x", 1, MSG_NOSIGNAL) < 0)
        return -1; // expect: unclosed-socket
    if (steps > 0)
        run(steps - 1);
    close(fd);
    return 0;
}

static void run(int steps)
{
    int failed = work(steps);
    if (failed < 0)
        perror("work");
}

int main(void)
{
    int before = open_descriptors();
    run(2);
    return expect_leak(before);
}
