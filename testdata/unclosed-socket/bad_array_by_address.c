/* The cleanup takes the array by its address, and closes one end only. */
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static void close_first(int (*ends)[2])
{
    if ((*ends)[0] >= 0)
        close((*ends)[0]);
}

static int talk(int question)
{
    __attribute__((cleanup(close_first))) int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    return write(ends[0], &question, sizeof question) < 0 ? -1 : 0; // expect: unclosed-socket
}

int main(void)
{
    int before = open_descriptors();
    talk(1);
    return expect_leak(before);
}
