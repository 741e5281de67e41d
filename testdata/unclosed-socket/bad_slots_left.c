/* One end of each pair stays open; so do all clients, when they have been greeted. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { MOST = 16 };

int half_of_pairs(int n)
{
    int all[MOST][2], i;

    for (i = 0; i < n; i++)
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, all[i]) != 0)
            break;
    while (--i >= 0)
        close(all[i][0]);
    return 0; // expect: unclosed-socket
}

int greet_all(int listener, int n)
{
    int fds[MOST], i;

    for (i = 0; i < n && i < MOST; i++)
        fds[i] = accept(listener, NULL, NULL);
    while (--i >= 0)
        send(fds[i], "hello\n", 6, MSG_NOSIGNAL);
    return 0; // expect: unclosed-socket
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    half_of_pairs(3);
    int failed = expect_leak(before);

    before = open_descriptors();
    greet_all(listener, 2);
    failed |= expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
