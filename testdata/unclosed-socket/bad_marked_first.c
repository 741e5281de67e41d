/* Marking the socket may fail, too, but nobody asks; it is lost behind that. */
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

int is_there(const struct sockaddr *to, socklen_t n)
{
    int on = 1;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return 0;
    fcntl(fd, F_SETFD, FD_CLOEXEC);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (connect(fd, to, n) < 0)
        return 0; // expect: unclosed-socket
    close(fd);
    return 1;
}

int main(void)
{
    struct sockaddr_in nobody = {.sin_family = AF_INET};
    int listener = listen_on_loopback();
    socklen_t n = sizeof nobody;
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&nobody, &n) < 0)
        return 1;
    close(listener);

    int before = open_descriptors();
    is_there((struct sockaddr *)&nobody, n);
    return expect_leak(before);
}
