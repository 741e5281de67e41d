/* A request only points to the connection that it goes over; closing it must leave that open. */
// expect: nothing
#include "http.h"

#include <unistd.h>

#include "../../truth.h"

static void fetch(struct conn *c, const char *path)
{
    struct request *req = request_start(c, path);
    if (req != NULL)
        request_close(req);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct conn *c = conn_open(listener);
    if (c != NULL) {
        fetch(c, "/first");
        fetch(c, "/second");
        conn_close(c);
    }
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
