/* A server that keeps its clients in a set and nowhere else: it finds them again by going through the numbers. */
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int serve(int listener, int clients)
{
    fd_set all, readable;
    int highest = listener;

    FD_ZERO(&all);
    FD_SET(listener, &all);
    while (clients > 0) {
        readable = all;
        if (select(highest + 1, &readable, NULL, NULL, NULL) < 0)
            break;
        for (int i = 0; i <= highest; i++) {
            if (!FD_ISSET(i, &readable))
                continue;
            if (i == listener) {
                int fd = accept(listener, NULL, NULL);
                if (fd < 0)
                    continue;
                FD_SET(fd, &all);
                if (fd > highest)
                    highest = fd;
            } else {
                char byte;
                if (recv(i, &byte, 1, 0) <= 0) {
                    close(i);
                    FD_CLR(i, &all);
                    clients--;
                }
            }
        }
    }
    for (int i = 0; i <= highest; i++)
        if (i != listener && FD_ISSET(i, &all))
            close(i);
    return clients;
}

// expect: nothing
int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    for (int i = 0; i < 2; i++)
        close(connect_to_loopback(listener));
    int failed = serve(listener, 2);
    int wrong = expect_no_leak(before);
    close(listener);
    return failed ? 1 : wrong;
}
