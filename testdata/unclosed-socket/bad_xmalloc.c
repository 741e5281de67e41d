/* Memory comes from wrappers that never fail, and from hooks that an embedder may replace; the socket goes with it. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct feed {
    int sock;
    char *name;
};

static void *(*feed_alloc)(size_t size) = malloc;
static void (*feed_release)(void *p) = free;

void feed_use_memory(void *(*alloc)(size_t size), void (*release)(void *p))
{
    feed_alloc = alloc;
    feed_release = release;
}

static void *xcalloc(size_t size)
{
    void *p = calloc(1, size);
    if (p == NULL)
        abort();
    return p;
}

static char *xstrdup(const char *s)
{
    char *copy = xcalloc(strlen(s) + 1);
    strcpy(copy, s);
    return copy;
}

static void xfree(void *p)
{
    if (p != NULL)
        free(p);
}

static int feed_by_wrapper(int listener)
{
    struct feed *f = xcalloc(sizeof *f);
    f->sock = connect_to_loopback(listener);
    f->name = xstrdup("feed");
    if (f->sock < 0 || send(f->sock, "x", 1, MSG_NOSIGNAL) != 1) {
        if (f->sock >= 0)
            close(f->sock);
        xfree(f->name);
        xfree(f);
        return -1;
    }
    xfree(f->name);
    xfree(f); // expect: unclosed-socket
    return 0;
}

static int feed_by_hook(int listener)
{
    struct feed *f = feed_alloc(sizeof *f);
    if (f == NULL)
        return -1;
    f->sock = connect_to_loopback(listener);
    if (f->sock >= 0)
        send(f->sock, "x", 1, MSG_NOSIGNAL);
    feed_release(f); // expect: unclosed-socket
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    feed_by_wrapper(listener);
    feed_by_hook(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
