/* The session says QUIT and frees itself; that the server hangs up closes nothing here. */
#include "session.h"

#include <unistd.h>

#include "../../truth.h"

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct session *s = session_login(listener, "guest");
    if (s != NULL)
        session_close(s);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
