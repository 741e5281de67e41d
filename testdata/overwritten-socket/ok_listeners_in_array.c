/* Listeners stand in an array, and one variable holds one after the other: it is the array that keeps them. */
// expect: nothing
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { LISTENERS = 10 };

static void close_all(const int *fds, int n)
{
    for (int i = 0; i < n; i++)
        close(fds[i]);
}

static int listen_on_all(struct addrinfo *addresses, int *out)
{
    int fds[LISTENERS], fd, n = 0, i;
    for (struct addrinfo *a = addresses; a; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd == -1) {
            close_all(fds, n);
            return -1;
        }
        if (bind(fd, a->ai_addr, a->ai_addrlen) == -1) {
            close(fd);
            continue;
        }
        fds[n++] = fd;
        if (n == LISTENERS)
            break;
    }
    for (i = 0; i < n; i++) {
        fd = fds[i];
        if (listen(fd, 5) == -1) {
            close_all(fds, n);
            return -1;
        }
    }
    for (i = 0; i < n; i++) {
        fd = fds[i];
        out[i] = fd;
    }
    return n;
}

int main(void)
{
    struct addrinfo hints = {.ai_flags = AI_PASSIVE, .ai_socktype = SOCK_STREAM}, *addresses;
    int before = open_descriptors(), fds[LISTENERS];
    if (getaddrinfo("127.0.0.1", "0", &hints, &addresses) != 0)
        return 1;
    int n = listen_on_all(addresses, fds);
    freeaddrinfo(addresses);
    if (n < 0)
        return 1;
    close_all(fds, n);
    return expect_no_leak(before);
}
