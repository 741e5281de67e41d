/* The first number of the socket is closed once there is a second one. */
// expect: nothing
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { FIRST_PRIVATE_FD = 20 };

/* Opens the control socket, out of the way of the low numbers that scripts may redirect. */
static int open_control(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    int high = fcntl(fd, F_DUPFD_CLOEXEC, FIRST_PRIVATE_FD);
    close(fd);
    return high;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    int control = open_control(listener);
    if (control >= 0)
        close(control);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
