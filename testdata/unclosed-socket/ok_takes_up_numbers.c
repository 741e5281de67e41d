/* Whoever starts without standard streams gets pipes in their place, so that no connection is taken for one. */
// expect: nothing
#include <fcntl.h>
#include <unistd.h>

static int fill_standard_streams(void)
{
    int unused[2];
    while (fcntl(STDIN_FILENO, F_GETFD) == -1 || fcntl(STDOUT_FILENO, F_GETFD) == -1 ||
           fcntl(STDERR_FILENO, F_GETFD) == -1)
        if (pipe(unused))
            return -1;
    return 0;
}

int main(void)
{
    close(STDIN_FILENO);
    if (fill_standard_streams() < 0)
        return 1;
    return fcntl(STDIN_FILENO, F_GETFD) == -1;
}
