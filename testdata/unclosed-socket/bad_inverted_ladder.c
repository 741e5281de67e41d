/* The label that closes comes after the return: the only path that leaks is success. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int send_command(int listener, const char *command)
{
    int ret = -1;
    size_t len = strlen(command);

    int sock = connect_to_loopback(listener);
    if (sock < 0)
        goto out;
    if (len == 0)
        goto out_close;
    if (send(sock, command, len, MSG_NOSIGNAL) != (ssize_t)len)
        goto out_close;
    ret = 0;
out:
    return ret; // expect: unclosed-socket

out_close:
    close(sock);
    goto out;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    send_command(listener, "");
    send_command(listener, "status\n");
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
