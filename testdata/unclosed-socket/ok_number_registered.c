/* A loop keeps what is to be watched, by its number; a number that is there already is refused: a new one never is. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { BUCKETS = 64, READS = 1 };

struct watch {
    int fd;
    int flags;
    void (*ready)(int fd);
    struct watch *next;
};

static struct watch *buckets[BUCKETS];

static struct watch *bucket_find(struct watch *w, const void *key,
                                 int (*compare)(const void *key, const struct watch *w))
{
    while (w && compare(key, w) != 0)
        w = w->next;
    return w;
}

static int by_number(const void *key, const struct watch *w)
{
    return *(const int *)key - w->fd;
}

static struct watch *watch_find(int fd)
{
    return bucket_find(buckets[fd % BUCKETS], &fd, by_number);
}

static struct watch *watch_new(int fd)
{
    struct watch *w = calloc(1, sizeof *w);
    if (!w)
        abort();
    w->fd = fd;
    w->next = buckets[fd % BUCKETS];
    buckets[fd % BUCKETS] = w;
    return w;
}

static struct watch *watch_reads(int fd, void (*ready)(int fd))
{
    struct watch *w = watch_find(fd);
    if (!w)
        w = watch_new(fd);
    else if (w->flags & READS)
        return NULL;
    w->flags |= READS;
    w->ready = ready;
    return w;
}

static void answer(int fd)
{
    send(fd, "hello\n", 6, MSG_NOSIGNAL);
}

static void start(void)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd >= 0)
        watch_reads(fd, answer);
}

static void end_all(void)
{
    for (int i = 0; i < BUCKETS; i++)
        while (buckets[i]) {
            struct watch *w = buckets[i];
            buckets[i] = w->next;
            close(w->fd);
            free(w);
        }
}

int main(void)
{
    int before = open_descriptors();
    start();
    start();
    end_all();
    return expect_no_leak(before);
}
