/* Listeners are opened one after the other into an array. When one fails, those before it stay open. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { FAMILIES = 2 };

static int open_listener(int family)
{
    int fd = socket(family, SOCK_STREAM | SOCK_NONBLOCK, 0);

    if (fd >= 0 && listen(fd, 16) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

int serve(const int *families)
{
    int fds[FAMILIES], i, accepted;

    for (i = 0; i < FAMILIES; i++) {
        fds[i] = open_listener(families[i]);
        if (fds[i] < 0)
            return -1; // expect: unclosed-socket
    }
    accepted = accept(fds[0], NULL, NULL);
    if (accepted >= 0)
        close(accepted);
    for (i = 0; i < FAMILIES; i++)
        close(fds[i]);
    return 0;
}

/* A socket of AF_UNIX has no address to listen at until it is given one, and there is no family -1. */
int main(void)
{
    static const int both[FAMILIES] = {AF_INET, AF_INET};
    static const int mute[FAMILIES] = {AF_INET, AF_UNIX};
    static const int none[FAMILIES] = {AF_INET, -1};

    int before = open_descriptors();
    serve(both);
    serve(mute);
    serve(none);
    return expect_leak(before);
}
