/* The constructor's error path closes the nested socket, the destructor only frees its buffer. */
#include "conn.h"

#include <unistd.h>

#include "../../truth.h"

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int peer = connect_to_loopback(listener);

    int before = open_descriptors();
    struct conn *c = conn_new(listener, 3);
    if (c != NULL)
        conn_destroy(c);
    int failed = expect_leak(before);
    close(peer);
    close(listener);
    return failed;
}
