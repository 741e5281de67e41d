/* All descriptors go at once before the end of the work: closefrom() closes the sockets too. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int ask_both(int first, int second)
{
    int a = connect_to_loopback(first);
    if (a < 0)
        return -1;
    int b = connect_to_loopback(second);
    if (b < 0) {
        close(a);
        return -1;
    }
    int sent = send(a, "x", 1, MSG_NOSIGNAL) == 1 && send(b, "x", 1, MSG_NOSIGNAL) == 1;
    closefrom(STDERR_FILENO + 1);
    return sent;
}

int main(void)
{
    int before = open_descriptors();
    int first = listen_on_loopback();
    if (first < 0)
        return 1;
    int second = listen_on_loopback();
    if (second < 0)
        return 1;
    ask_both(first, second);
    return open_descriptors() > before;
}
