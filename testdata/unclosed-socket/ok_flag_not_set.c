/* Whether the job has a pair of its own is asked in two ways: `flags & TERMINAL` and `~flags & TERMINAL`. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { QUIET = 1, TERMINAL = 4 };

struct job {
    int fd;
    int flags;
};

static struct job *job_run(int flags, int terminal)
{
    int pair[2];
    if (flags & TERMINAL) {
        if (write(terminal, "\n", 1) < 0)
            return NULL;
    } else if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) {
        return NULL;
    }

    struct job *job = calloc(1, sizeof *job);
    if (job == NULL)
        abort();
    job->flags = flags;
    if (~flags & TERMINAL) {
        close(pair[1]);
        job->fd = pair[0];
    } else {
        job->fd = terminal;
    }
    return job;
}

static void job_free(struct job *job)
{
    if (job == NULL)
        return;
    if (~job->flags & TERMINAL)
        close(job->fd);
    free(job);
}

int main(void)
{
    int before = open_descriptors();
    job_free(job_run(QUIET, STDERR_FILENO));
    job_free(job_run(TERMINAL, STDERR_FILENO));
    return expect_no_leak(before);
}
