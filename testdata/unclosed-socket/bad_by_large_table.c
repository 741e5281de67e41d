/* One of many handlers loses its socket where it fails, and the loop that calls them by a table goes on. */
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int answer(int n)
{
    return n;
}

static int probe(int n)
{
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (send(fd, &n, sizeof n, MSG_NOSIGNAL) < 0)
        return -1; // expect: unclosed-socket
    close(fd);
    return 0;
}

static int on_probe(int n)
{
    return probe(n) < 0 ? 0 : n;
}

static int on_0(int n)
{
    return answer(n + 0);
}

static int on_1(int n)
{
    return answer(n + 1);
}

static int on_2(int n)
{
    return answer(n + 2);
}

static int on_3(int n)
{
    return answer(n + 3);
}

static int on_4(int n)
{
    return answer(n + 4);
}

static int on_5(int n)
{
    return answer(n + 5);
}

static int on_6(int n)
{
    return answer(n + 6);
}

static int on_7(int n)
{
    return answer(n + 7);
}

static int on_8(int n)
{
    return answer(n + 8);
}

static int on_9(int n)
{
    return answer(n + 9);
}

static int on_10(int n)
{
    return answer(n + 10);
}

static int on_11(int n)
{
    return answer(n + 11);
}

static int on_12(int n)
{
    return answer(n + 12);
}

static int (*handlers[])(int) = {
    on_probe, on_0, on_1, on_2, on_3, on_4, on_5, on_6, on_7, on_8, on_9, on_10, on_11, on_12,
};

static int run(const int *events, size_t n)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += handlers[events[i]](sum);
    return sum;
}

int main(void)
{
    static const int events[] = {3, 0, 5, 0};
    int before = open_descriptors();
    run(events, sizeof events / sizeof *events);
    return expect_leak(before);
}
