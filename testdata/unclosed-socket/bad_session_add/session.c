#include "session.h"

#include <stdlib.h>
#include <unistd.h>

enum rc session_add(struct server *srv, int sock)
{
    struct session *s = malloc(sizeof *s);
    if (s == NULL)
        return RC_ERROR;

    s->sock = sock;
    if (srv->count == srv->max_sessions) {
        free(s);
        return RC_ERROR;
    }
    s->next = srv->sessions;
    srv->sessions = s;
    srv->count++;
    return RC_OK;
}

void session_close_all(struct server *srv)
{
    struct session *s = srv->sessions;
    while (s != NULL) {
        struct session *next = s->next;
        close(s->sock);
        free(s);
        s = next;
    }
    srv->sessions = NULL;
}
