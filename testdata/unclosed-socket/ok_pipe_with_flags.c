/* Both ends are made with the flags that they share, or by the old call where the kernel has no other; marking a
 * descriptor that is open does not fail. */
// expect: nothing
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "../truth.h"

static int make_pipe(int ends[2], int reading, int writing)
{
    int shared = O_CLOEXEC | (reading & writing);
    if (pipe2(ends, shared) < 0) {
        if (errno != ENOSYS)
            return -1;
        shared = 0;
    } else if (reading == writing) {
        return 0;
    }
    if (shared == 0 && pipe(ends) < 0)
        return -1;
    if (fcntl(ends[0], F_SETFL, reading) < 0 || fcntl(ends[1], F_SETFL, writing) < 0) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static int make_marked_pipe(int *ends)
{
    if (pipe(ends) < 0 || fcntl(ends[0], F_SETFD, FD_CLOEXEC) != 0 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) != 0)
        return -1;
    return 0;
}

static int use_both(void)
{
    int first[2], second[2];
    if (make_pipe(first, O_NONBLOCK, 0) < 0)
        return -1;
    if (make_marked_pipe(second) < 0) {
        close(first[0]);
        close(first[1]);
        return -1;
    }
    close(first[0]);
    close(first[1]);
    close(second[0]);
    close(second[1]);
    return 0;
}

int main(void)
{
    int before = open_descriptors();
    use_both();
    return expect_no_leak(before);
}
