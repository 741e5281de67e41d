/* A flag that is made of a condition says later whether the socket is kept; what else happens in between does not
 * matter. */
// expect: nothing
#include <pthread.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { ASK_STATE = 1, ASK_LINE };

struct request {
    int what;
    int answer;
};

static int where(char *to, size_t n, const char *base, const char *name)
{
    if (name)
        return n < 9 ? -1 : 0;
    if (!base)
        return -1;
    to[0] = base[0];
    return 0;
}

static int ask(struct request *r, const char *base, const char *name, struct sockaddr *to, socklen_t n)
{
    int keep = r->what == ASK_LINE, got = -1;
    char path[100];
    if (where(path, sizeof path, base, name))
        return -1;
    int fd = socket(to->sa_family, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, to, n) == 0)
        got = (int)recv(fd, path, sizeof path, 0);
    if (!keep || got <= 0)
        close(fd);
    if (keep && got > 0)
        r->answer = fd;
    return got;
}

int ask_state(const char *base, struct sockaddr *to, socklen_t n)
{
    struct request r = {.what = ASK_STATE};
    return ask(&r, base, NULL, to, n);
}

int ask_line(const char *name, struct sockaddr *to, socklen_t n)
{
    struct request r = {.what = ASK_LINE};
    return ask(&r, NULL, name, to, n) > 0 ? r.answer : -1;
}

/* Answers twice, then hangs up on who asks, twice. */
static void *answer_some(void *arg)
{
    int listener = *(int *)arg;
    for (int i = 0; i < 4; i++) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            continue;
        if (i < 2)
            send(fd, "ready\n", 6, MSG_NOSIGNAL);
        close(fd);
    }
    return NULL;
}

static void ask_both(struct sockaddr *to, socklen_t n)
{
    ask_state("/run", to, n);
    int line = ask_line("one", to, n);
    if (line >= 0)
        close(line);
}

int main(void)
{
    struct sockaddr_in addr;
    socklen_t len = sizeof addr;
    pthread_t thread;

    int before = open_descriptors();
    int listener = listen_on_loopback();
    if (listener < 0 || getsockname(listener, (struct sockaddr *)&addr, &len) < 0)
        return 1;
    if (pthread_create(&thread, NULL, answer_some, &listener) != 0)
        return 1;
    ask_both((struct sockaddr *)&addr, len);
    ask_both((struct sockaddr *)&addr, len);
    pthread_join(thread, NULL);
    close(listener);
    ask_both((struct sockaddr *)&addr, len);
    ask_state(NULL, (struct sockaddr *)&addr, len);
    return expect_no_leak(before);
}
