/* The helper closes the socket where sending fails; who calls it never closes it at all. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct packet {
    unsigned length;
    unsigned kind;
};

static int send_packet(int fd, unsigned kind)
{
    struct packet p = {sizeof p, kind};
    ssize_t sent = send(fd, &p, sizeof p, MSG_NOSIGNAL);
    if (sent < 0) {
        close(fd);
        return -1;
    }
    if (sent < (ssize_t)sizeof p)
        return -1;
    return (int)sent;
}

int ask_version(int listener)
{
    int version = 0;
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    if (send_packet(fd, 1) > 0)
        recv(fd, &version, sizeof version, MSG_DONTWAIT);
    return version; // expect: unclosed-socket
}

int ask_name(int listener, char *name, size_t n)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    if (send_packet(fd, 2) < 0)
        return -1; // expect: unclosed-socket
    return (int)recv(fd, name, n, MSG_DONTWAIT); // expect: unclosed-socket
}

int main(void)
{
    char name[16];
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    ask_version(listener);
    ask_name(listener, name, sizeof name);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
