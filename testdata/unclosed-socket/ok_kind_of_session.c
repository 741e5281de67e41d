/* The reset of a session ends its query when it is the session of a client and has one: both are true of this one, and the
 * paths on which one of them is not have met. */
// expect: nothing
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { SERVER = 2, SERVER_CONN = 4, CLIENT = 8 };

struct query {
    FILE *stream;
    char *url;
};

struct session {
    unsigned flags;
    struct query *query;
    char *name;
};

static void client_free(struct session *s)
{
    struct query *q = s->query;
    if (q != NULL) {
        if (q->stream != NULL)
            fclose(q->stream);
        free(q->url);
        free(q);
        s->query = NULL;
    }
}

static void session_reset(struct session *s)
{
    free(s->name);
    s->name = NULL;
    if (s->flags & CLIENT)
        client_free(s);
}

static void session_free(struct session *s)
{
    if (s == NULL)
        return;
    session_reset(s);
    free(s);
}

static struct session *session_new(void)
{
    struct session *s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    session_reset(s);
    return s;
}

struct session *server_conn(const char *name);

struct session *server_conn(const char *name)
{
    struct session *s = session_new();
    if (s == NULL)
        return NULL;
    s->flags |= SERVER_CONN;
    if (asprintf(&s->name, "%s", name) < 0)
        s->name = NULL;
    return s;
}

static struct session *client_new(void)
{
    struct session *s = session_new();
    if (s == NULL)
        return NULL;
    s->flags = CLIENT;
    s->query = calloc(1, sizeof *s->query);
    if (s->query == NULL) {
        session_free(s);
        return NULL;
    }
    return s;
}

static int connect_query(struct session *s, int listener)
{
    struct query *q = s->query;
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    q->stream = fdopen(fd, "r+");
    if (q->stream == NULL) {
        close(fd);
        return -1;
    }
    q->url = malloc(16);
    return q->url == NULL || fputs("query\n", q->stream) < 0 || fflush(q->stream) == 0 ? -1 : 0;
}

static int ask(struct session **kept, int listener)
{
    struct session *s = client_new();
    if (s == NULL)
        return -1;
    if (connect_query(s, listener) != 0) {
        session_free(s);
        return -1;
    }
    *kept = s;
    return 0;
}

int main(void)
{
    struct session *kept = NULL;
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    if (ask(&kept, listener) == 0)
        session_free(kept);
    session_free(server_conn("a"));
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
