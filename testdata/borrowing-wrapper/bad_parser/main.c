/* The server closes what it lent to its parser; the client believes that the parser does. */
#include "parser.h"

#include <unistd.h>

#include "../../truth.h"

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    client_query(listener);
    server_answer(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
