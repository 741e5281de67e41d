/* session_add does not keep the socket when it fails, and neither does its caller. */
#include "session.h"

#include <unistd.h>

#include "../../truth.h"

#define CHECK(call)                 \
    do {                            \
        if ((rc = (call)) != RC_OK) \
            goto done;              \
    } while (0)

static enum rc listener_readable(struct server *srv)
{
    enum rc rc = RC_OK;
    int sock;

    CHECK(net_accept(srv, &sock));
    CHECK(session_add(srv, sock));
done:
    return rc; // expect: unclosed-socket
}

int main(void)
{
    struct server srv = {.listener = listen_on_loopback(), .max_sessions = 1};
    if (srv.listener < 0)
        return 1;
    int first = connect_to_loopback(srv.listener);
    int second = connect_to_loopback(srv.listener);

    int before = open_descriptors();
    listener_readable(&srv);
    listener_readable(&srv);
    session_close_all(&srv);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(srv.listener);
    return failed;
}
