/* Both branches shut down; a session that logged in says goodbye besides. */
// expect: nothing
#include <pthread.h>

#include "../hang.h"

enum state { FRESH, LOGGED_IN };

struct session {
    enum state state;
    int fd;
    pthread_t reader;
};

static void *session_main(void *arg)
{
    struct session *s = arg;
    char line[128];
    ssize_t n;
    while ((n = read(s->fd, line, sizeof line)) > 0) {
        if (n >= 5 && memcmp(line, "LOGIN", 5) == 0)
            s->state = LOGGED_IN;
    }
    return NULL;
}

static int session_start(struct session *s, int listener)
{
    s->state = FRESH;
    s->fd = accept(listener, NULL, NULL);
    if (s->fd < 0)
        return -1;
    if (pthread_create(&s->reader, NULL, session_main, s) != 0) {
        close(s->fd);
        return -1;
    }
    return 0;
}

static void session_end(struct session *s)
{
    if (s->state == LOGGED_IN)
        send(s->fd, "BYE\n", 4, MSG_NOSIGNAL);
    shutdown(s->fd, SHUT_RDWR);
    close(s->fd);
    pthread_join(s->reader, NULL);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    struct session s;
    if (session_start(&s, listener) < 0)
        return 1;

    wait_until_blocked();
    expect_end();
    session_end(&s);
    close(peer);
    close(listener);
    return teardown_ended();
}
