/* The logger is a global; the old socket is closed once the new one is there. */
// expect: nothing
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int log_fd = -1;

static int log_open(int collector)
{
    log_fd = connect_to_loopback(collector);
    return log_fd < 0 ? -1 : 0;
}

static void log_line(const char *text)
{
    if (log_fd >= 0)
        send(log_fd, text, strlen(text), MSG_NOSIGNAL);
}

/* Moves on to another collector; the old one stays in use when there is none. */
static int log_reopen(int collector)
{
    int fd = connect_to_loopback(collector);
    if (fd < 0)
        return -1;
    send(log_fd, "moved\n", 6, MSG_NOSIGNAL);
    close(log_fd);
    log_fd = fd;
    return 0;
}

static void log_close(void)
{
    if (log_fd >= 0)
        close(log_fd);
    log_fd = -1;
}

int main(void)
{
    int collector = listen_on_loopback();
    if (collector < 0)
        return 1;

    int before = open_descriptors();
    if (log_open(collector) < 0)
        return 1;
    log_line("started\n");
    log_reopen(collector);
    log_line("still here\n");
    log_close();
    int failed = expect_no_leak(before);
    close(collector);
    return failed;
}
