/* Each side of the pair is closed by the one who uses it: the owner's clean-up closes the writing end alone. */
// expect: nothing
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct job {
    int pair[2];
    char *host;
};

struct lookup {
    struct job job;
    int done;
};

static int job_init(struct job *j, const char *host)
{
    memset(j, 0, sizeof *j);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, &j->pair[0]) < 0) {
        j->pair[0] = j->pair[1] = -1;
        return -1;
    }
    j->host = strdup(host);
    return 0;
}

static void job_destroy(struct job *j)
{
    free(j->host);
    if (j->pair[1] != -1)
        close(j->pair[1]);
    memset(j, 0, sizeof *j);
}

static void lookup_free(struct lookup *l)
{
    int reader = l->job.pair[0];
    job_destroy(&l->job);
    free(l);
    if (reader != -1)
        close(reader);
}

int main(void)
{
    int before = open_descriptors();
    struct lookup *l = calloc(1, sizeof *l);
    if (l == NULL)
        return 1;
    job_init(&l->job, "localhost");
    lookup_free(l);
    return expect_no_leak(before);
}
