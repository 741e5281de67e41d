/* session_add does not keep the socket when it fails: its caller closes it then. */
// expect: nothing
#include "session.h"

#include <unistd.h>

#include "../../truth.h"

static enum rc listener_readable(struct server *srv)
{
    int sock;
    enum rc rc = net_accept(srv, &sock);
    if (rc != RC_OK)
        return rc;

    rc = session_add(srv, sock);
    if (rc != RC_OK)
        close(sock);
    return rc;
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
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(srv.listener);
    return failed;
}
