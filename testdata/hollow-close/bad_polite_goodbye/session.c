#include "session.h"

#include <stdlib.h>
#include <string.h>

struct session *session_login(int listener, const char *user)
{
    struct session *s = malloc(sizeof *s);
    if (s == NULL)
        return NULL;
    if (wire_connect(&s->wire, listener) < 0) {
        free(s);
        return NULL;
    }
    s->user = strdup(user);
    wire_send_line(&s->wire, "LOGIN\r\n");
    return s;
}

void session_close(struct session *s) // expect: hollow-close
{
    wire_send_line(&s->wire, "QUIT\r\n");
    free(s->user);
    free(s);
}
