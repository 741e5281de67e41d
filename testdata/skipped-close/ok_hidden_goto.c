/* The hidden goto lands before the close, so both paths pass it. */
// expect: nothing
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum rc { RC_OK, RC_NO_MEMORY, RC_SYSTEM };

#define CHECK(call)                  \
    do {                             \
        if ((iRet = (call)) != RC_OK) \
            goto finalize_it;        \
    } while (0)

struct session {
    int epfd;
    int sock;
};

static enum rc poll_add(int epfd, int sock)
{
    struct epoll_event ev = {.events = EPOLLIN, .data.fd = sock};
    return epoll_ctl(epfd, EPOLL_CTL_ADD, sock, &ev) < 0 ? RC_SYSTEM : RC_OK;
}

static enum rc poll_remove(int epfd, int sock)
{
    return epoll_ctl(epfd, EPOLL_CTL_DEL, sock, NULL) < 0 ? RC_SYSTEM : RC_OK;
}

/* Takes over sock unless it fails. A session that is not watched yet may be added later. */
static enum rc session_new(struct session **out, int epfd, int sock, int watch)
{
    enum rc iRet = RC_OK;
    struct session *s = malloc(sizeof *s);
    if (s == NULL)
        return RC_NO_MEMORY;

    s->epfd = epfd;
    s->sock = sock;
    if (watch)
        CHECK(poll_add(epfd, sock));
    *out = s;

finalize_it:
    if (iRet != RC_OK)
        free(s);
    return iRet;
}

static enum rc session_close(struct session *s)
{
    enum rc iRet = RC_OK;

    CHECK(poll_remove(s->epfd, s->sock));

finalize_it:
    close(s->sock);
    free(s);
    return iRet;
}

static void visit(int epfd, int listener, int watch)
{
    struct session *s;
    int sock = accept(listener, NULL, NULL);
    if (sock < 0)
        return;
    if (session_new(&s, epfd, sock, watch) != RC_OK) {
        close(sock);
        return;
    }
    session_close(s);
}

int main(void)
{
    int listener = listen_on_loopback();
    int epfd = epoll_create1(0);
    if (listener < 0 || epfd < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    visit(epfd, listener, 1);
    visit(epfd, listener, 0);
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(epfd);
    close(listener);
    return failed;
}
