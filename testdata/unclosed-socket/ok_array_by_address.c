/* Both ends are closed by a function that takes the array by its address: by a call, and as its cleanup. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static void close_both(int (*ends)[2])
{
    if ((*ends)[0] >= 0)
        close((*ends)[0]);
    if ((*ends)[1] >= 0)
        close((*ends)[1]);
}

static int talk_by_call(int question)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    if (write(ends[0], &question, sizeof question) < 0) {
        close_both(&ends);
        return -1;
    }
    close_both(&ends);
    return 0;
}

static int talk_by_cleanup(int question)
{
    __attribute__((cleanup(close_both))) int ends[2] = {-1, -1};
    if (question < 0)
        return -1;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    return write(ends[0], &question, sizeof question) < 0 ? -1 : 0;
}

int main(void)
{
    int before = open_descriptors();
    talk_by_call(1);
    talk_by_cleanup(2);
    talk_by_cleanup(-1);
    return expect_no_leak(before);
}
