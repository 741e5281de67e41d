/* The project has a library to preload into others, and its own programs call close() as everybody does. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static int ask(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    int sent = send(fd, "x", 1, MSG_NOSIGNAL) == 1;
    if (close(fd) != 0)
        return -1;
    fd = -1;
    return sent;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    ask(listener);
    return expect_no_leak(before);
}
