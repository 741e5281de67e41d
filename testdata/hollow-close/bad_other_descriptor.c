/* A recorder has a log file and a socket; closing it closes the log file only. */
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct recorder {
    int log;
    int sock;
};

static int recorder_open(struct recorder *r, const char *path)
{
    r->log = open(path, O_WRONLY | O_CLOEXEC);
    if (r->log < 0)
        return -1;
    r->sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (r->sock < 0) {
        close(r->log);
        return -1;
    }
    return 0;
}

static void recorder_note(struct recorder *r, const void *data, size_t size)
{
    if (write(r->log, data, size) < 0)
        return;
    send(r->sock, data, size, MSG_NOSIGNAL);
}

static void recorder_close(struct recorder *r) // expect-missed: hollow-close
{
    if (r->log >= 0)
        close(r->log);
    r->log = -1;
}

int main(void)
{
    int before = open_descriptors();
    struct recorder r;
    if (recorder_open(&r, "/dev/null") < 0)
        return 1;
    recorder_note(&r, "start", 5);
    recorder_close(&r);
    return expect_leak(before);
}
