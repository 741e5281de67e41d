/* Filters on a chain: behind `context` lies another record for each kind, and only the kind's own functions touch it. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct filter;

struct kind {
    int (*connect)(struct filter *f);
    void (*destroy)(struct filter *f);
};

struct filter {
    const struct kind *kind;
    struct filter *next;
    void *context;
};

struct line {
    int peer, fd;
};

struct session {
    size_t n, max;
};

static void session_clear(struct session *s)
{
    memset(s, 0, sizeof *s);
}

static int session_connect(struct filter *f)
{
    return f->next->kind->connect(f->next);
}

static void session_destroy(struct filter *f)
{
    if (f->context) {
        session_clear(f->context);
        free(f->context);
    }
}

static int line_connect(struct filter *f)
{
    struct line *l = f->context;
    l->fd = socket(AF_INET, SOCK_STREAM, 0);
    return l->fd < 0 ? -1 : 0;
}

static void line_destroy(struct filter *f)
{
    struct line *l = f->context;
    if (l && l->fd >= 0)
        close(l->fd);
    free(l);
}

static const struct kind session_kind = {session_connect, session_destroy};
static const struct kind line_kind = {line_connect, line_destroy};

static struct filter *filter_new(const struct kind *kind, void *context, struct filter *next)
{
    struct filter *f = calloc(1, sizeof *f);
    if (!f || !context)
        abort();
    f->kind = kind;
    f->context = context;
    f->next = next;
    return f;
}

static void discard(struct filter **chain)
{
    struct filter *next;

    for (struct filter *f = *chain; f; f = next) {
        next = f->next;
        f->kind->destroy(f);
        free(f);
    }
    *chain = NULL;
}

static int filter_try(struct filter *f)
{
    if (f->kind->connect(f) < 0)
        return -1;
    if (getenv("REFUSE")) {
        f->kind->destroy(f);
        f->context = NULL;
        return -1;
    }
    return 0;
}

static struct filter *open_chain(void)
{
    struct line *l = calloc(1, sizeof *l);
    if (!l)
        abort();
    l->fd = -1;
    struct filter *chain = filter_new(&line_kind, l, NULL);
    chain = filter_new(&session_kind, calloc(1, sizeof(struct session)), chain);
    if (filter_try(chain) < 0) {
        discard(&chain);
        return NULL;
    }
    return chain;
}

int main(void)
{
    int before = open_descriptors();
    struct filter *chain = open_chain();
    if (!chain)
        return 1;
    discard(&chain);
    return expect_no_leak(before);
}
