/* When none of the local addresses can be bound, the next remote address is tried with another socket. That the loop over
 * the local addresses goes round has nothing to do with what was closed for the address before. */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

/* Closes the socket where it cannot be. */
static int set_nonblocking(int *sock)
{
    int flags = fcntl(*sock, F_GETFL);
    if (flags >= 0 && fcntl(*sock, F_SETFL, flags | O_NONBLOCK) == 0)
        return 0;
    close(*sock);
    *sock = -1;
    return -1;
}

static int try_connect(const char *host, const char *bind_to, int *sock, int is_blocking)
{
    struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
    struct addrinfo *all, *a, *local = NULL, *b;
    int status = 0;
    *sock = -1;
    if (getaddrinfo(host, "1", &hints, &all) != 0)
        return -1;
    if (bind_to != NULL && getaddrinfo(bind_to, NULL, &hints, &local) != 0) {
        freeaddrinfo(all);
        return -1;
    }
    for (a = all; a != NULL; a = a->ai_next) {
        *sock = socket(a->ai_family, SOCK_STREAM, 0);
        if (*sock < 0)
            continue;
        if (bind_to != NULL) {
            for (b = local; b != NULL; b = b->ai_next)
                if (bind(*sock, b->ai_addr, b->ai_addrlen) == 0)
                    break;
            if (b == NULL) {
                *sock = -1; // expect: overwritten-socket
                continue;
            }
        }
        status = connect(*sock, a->ai_addr, a->ai_addrlen);
        if (status == 0 || errno == EINPROGRESS || errno == EAGAIN) {
            if (!is_blocking && set_nonblocking(sock) < 0)
                continue;
            break;
        }
        close(*sock);
        *sock = -1;
    }
    freeaddrinfo(all);
    if (local != NULL)
        freeaddrinfo(local);
    return a == NULL ? -1 : status;
}

static int greet(const char *host, const char *bind_to)
{
    int sock;
    if (try_connect(host, bind_to, &sock, 1) != 0) {
        if (sock >= 0)
            close(sock);
        return -1;
    }
    send(sock, "hello\n", 6, MSG_NOSIGNAL);
    close(sock);
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    /* No machine has this address. */
    greet("127.0.0.1", "192.0.2.1");
    return expect_leak(before);
}
