/* The sockets leave the program's sight as keys of a library's tree, and come back to be closed. */
// expect: nothing
#include <search.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static void *open_sockets;

static int compare(const void *a, const void *b)
{
    intptr_t x = (intptr_t)a, y = (intptr_t)b;
    return (x > y) - (x < y);
}

static void close_key(void *key)
{
    close((int)(intptr_t)key);
}

static int add_socket(void)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0)
        return -1;
    if (tsearch((void *)(intptr_t)fd, &open_sockets, compare) == NULL) {
        close(fd);
        return -1;
    }
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    for (int i = 0; i < 3; i++)
        add_socket();
    tdestroy(open_sockets, close_key);
    return expect_no_leak(before);
}
