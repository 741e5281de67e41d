/* A log keeps what it is given, or standard error where that is nothing; it lies in a pool and is returned. */
// expect: nothing
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../truth.h"

struct log {
    int fd, mode;
    const char *name;
};

struct log_pipe {
    struct log *log;
    pid_t pid;
    int fd;
};

static struct {
    struct log_pipe *at;
    unsigned used;
} pipes;

static void grow(void **list, size_t n)
{
    void *more = realloc(*list, n);
    if (!more)
        abort();
    *list = more;
}

static struct log *log_init(const char *name, int fd, int mode)
{
    struct log *log = calloc(1, sizeof *log);
    if (!log)
        abort();
    log->name = name;
    log->fd = fd >= 0 ? fd : STDERR_FILENO;
    log->mode = mode;
    return log;
}

static struct log *pipe_init(const char *name, const int fds[2], pid_t pid)
{
    if (!(pipes.used & 3))
        grow((void **)&pipes.at, (pipes.used + 4) * sizeof *pipes.at);
    struct log_pipe *p = pipes.at + pipes.used++;
    p->fd = fds[0];
    p->pid = pid;
    return (p->log = log_init(name, fds[1], 1));
}

struct log *pipe_open(const char *name)
{
    for (unsigned i = 0; i < pipes.used; i++)
        if (strcmp(pipes.at[i].log->name, name) == 0)
            return pipes.at[i].log;

    int fds[2];
    if (pipe(fds))
        return NULL;
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    if (pid > 0)
        return pipe_init(name, fds, pid);
    close(fds[0]);
    close(fds[1]);
    return NULL;
}

void pipes_close(void)
{
    for (unsigned i = 0; i < pipes.used; i++) {
        struct log_pipe *p = pipes.at + i;
        close(p->fd);
        if (p->log->fd > STDERR_FILENO)
            close(p->log->fd);
        free(p->log);
        waitpid(p->pid, NULL, 0);
    }
    free(pipes.at);
    pipes.at = NULL;
    pipes.used = 0;
}

int main(void)
{
    int before = open_descriptors();
    if (!pipe_open("access") || !pipe_open("error") || pipe_open("access") != pipes.at[0].log)
        return 1;
    pipes_close();
    return expect_no_leak(before);
}
