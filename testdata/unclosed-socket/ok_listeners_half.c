/* Listeners are opened one after the other into an array. When one fails, those before it are closed. */
// expect: nothing
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FAMILIES = 2 };

int serve(const int *families);

static int open_listener(int family)
{
    int fd = socket(family, SOCK_STREAM, 0);

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
            goto failed;
    }
    accepted = accept(fds[0], NULL, NULL);
    if (accepted >= 0)
        close(accepted);
    for (i = 0; i < FAMILIES; i++)
        close(fds[i]);
    return 0;
failed:
    while (--i >= 0)
        close(fds[i]);
    return -1;
}
