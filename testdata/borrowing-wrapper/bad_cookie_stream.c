/* A cookie stream without a close function leaves the socket open: fclose only flushes. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct counted {
    int fd;
    size_t bytes;
};

static ssize_t counted_write(void *cookie, const char *buf, size_t size)
{
    struct counted *c = cookie;
    ssize_t n = send(c->fd, buf, size, MSG_NOSIGNAL);
    if (n > 0)
        c->bytes += (size_t)n;
    return n > 0 ? n : 0;
}

static size_t report(int listener)
{
    struct counted c = {.bytes = 0};
    c.fd = connect_to_loopback(listener);
    if (c.fd < 0)
        return 0;

    FILE *out = fopencookie(&c, "w", (cookie_io_functions_t){.write = counted_write});
    if (out == NULL) {
        close(c.fd);
        return 0;
    }
    fputs("all is well\n", out);
    fclose(out); // expect-missed: borrowing-wrapper
    return c.bytes;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
