/* A test for what the kernel supports opens a socket that nobody ever stores. */
#include <stdio.h>
#include <sys/socket.h>

#include "../truth.h"

static int have_seqpacket(void)
{
    return socket(AF_UNIX, SOCK_SEQPACKET, 0) >= 0; // expect: unclosed-socket
}

int main(void)
{
    int before = open_descriptors();
    printf("seqpacket: %s\n", have_seqpacket() ? "yes" : "no");
    return expect_leak(before);
}
