#ifndef SESSION_H
#define SESSION_H

#include <sys/types.h>

struct wire {
    int fd;
};

struct session {
    struct wire wire;
    char *user;
};

int wire_connect(struct wire *w, int listener);
ssize_t wire_send_line(struct wire *w, const char *line);

struct session *session_login(int listener, const char *user);
void session_close(struct session *s);

#endif
