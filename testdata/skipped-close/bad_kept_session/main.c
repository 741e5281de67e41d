/* A client whose session outlives the connection keeps the session, and by mistake the socket. */
#include "broker.h"

#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static void serve(int listener, unsigned session_expiry)
{
    struct context ctx = {.id = "sensor", .session_expiry = session_expiry};
    if (net_accept(&ctx, listener) < 0)
        return;
    send(ctx.sock, "ack\n", 4, MSG_NOSIGNAL);
    context_disconnect(&ctx);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int first = connect_to_loopback(listener);
    int second = connect_to_loopback(listener);

    int before = open_descriptors();
    serve(listener, 0);
    serve(listener, 60);
    int failed = expect_leak(before);

    close(first);
    close(second);
    close(listener);
    return failed;
}
