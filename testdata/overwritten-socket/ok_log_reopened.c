/* What is in the global when a line is written depends on how often the one before failed: it is closed before it
 * gets another value, each time. */
// expect: nothing
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int log_fd = -1;
static int kind = SOCK_DGRAM;
static const char *queue;

static int log_reopen(void)
{
    if (log_fd != -1)
        close(log_fd);
    log_fd = socket(AF_UNIX, kind, 0);
    return log_fd != -1;
}

static void log_write(void)
{
    while (queue) {
        if (write(log_fd, queue, 1) != -1) {
            queue = NULL;
            continue;
        }
        if (errno == EPIPE && log_reopen())
            continue;
        if (log_fd != -1)
            close(log_fd);
        log_fd = -1;
        return;
    }
}

void say(const char *text)
{
    if (log_fd == -1)
        return;
    log_write();
    queue = text;
    log_write();
}

void say_all(void)
{
    say("one");
    say("two");
    say("three");
}

/* The collector reads, then it hangs up: the log is reopened, and given up because nobody is at the other end. */
int main(void)
{
    signal(SIGPIPE, SIG_IGN);

    int before = open_descriptors();
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return 1;
    log_fd = ends[0];
    say_all();
    close(ends[1]);
    say_all();
    return expect_no_leak(before);
}
