/* Layers with methods over one another: what each keeps behind its void pointer is known to its own methods only. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct layer;

struct methods {
    int (*connect)(struct layer *l, int listener);
    void (*close)(struct layer *l);
};

struct layer {
    const struct methods *methods;
    struct layer *next;
    void *state;
};

struct wire {
    int fd;
    int connected;
};

struct frames {
    char *buffer;
    int window;
};

static int wire_connect(struct layer *l, int listener)
{
    struct wire *w = l->state;
    w->fd = connect_to_loopback(listener);
    w->connected = w->fd >= 0;
    return w->connected ? 0 : -1;
}

static void wire_close(struct layer *l)
{
    struct wire *w = l->state;
    if (w->fd >= 0) {
        close(w->fd);
        w->fd = -1;
    }
}

static int frames_connect(struct layer *l, int listener)
{
    struct frames *f = l->state;
    if (l->next->methods->connect(l->next, listener) < 0)
        return -1;
    f->window = 1;
    return 0;
}

static void frames_close(struct layer *l)
{
    struct frames *f = l->state;
    if (f->buffer != NULL)
        free(f->buffer);
    memset(f, 0, sizeof *f);
    if (l->next != NULL)
        l->next->methods->close(l->next);
}

static const struct methods wire_methods = {wire_connect, wire_close};
static const struct methods frames_methods = {frames_connect, frames_close};

static int try_connect(struct layer *top, int listener)
{
    if (top->methods->connect(top, listener) < 0)
        return -1;
    top->methods->close(top);
    return 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct wire w = {-1, 0};
    struct frames f = {NULL, 0};
    struct layer bottom = {&wire_methods, NULL, &w};
    struct layer top = {&frames_methods, &bottom, &f};
    try_connect(&top, listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
