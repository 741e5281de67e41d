/* A child that could not do its work ends, and with it the socket; a child may start others. */
// expect: nothing
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int run(int steps);

static int work(int steps)
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0)
        return -1;
    if (listen(fd, 1) < 0)
        return -1;
    if (steps > 0)
        run(steps - 1);
    close(fd);
    return 0;
}

static int run(int steps)
{
    pid_t pid = fork();
    if (pid < 0)
        return -1;
    if (pid == 0) {
        int failed = work(steps);
        if (failed < 0)
            perror("work");
        _exit(failed < 0);
    }
    return waitpid(pid, NULL, 0) < 0 ? -1 : 0;
}

int main(void)
{
    return run(2) < 0;
}
