/* The listener and the connection of main live as long as the process, and exit closes them. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static void answer(int fd)
{
    if (send(fd, "ok\n", 3, MSG_NOSIGNAL) < 0)
        exit(EXIT_FAILURE);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return EXIT_FAILURE;
    int client = connect_to_loopback(listener);
    if (client < 0)
        return EXIT_FAILURE;
    int conn = accept(listener, NULL, NULL);
    if (conn < 0)
        return EXIT_FAILURE;

    int before = open_descriptors();
    answer(conn);
    return expect_no_leak(before);
}
