/* The stream is on one end of a pair; its fclose waits for the reader, that for the other end. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct logger {
    FILE *in;
    int out;
    pthread_t thread;
    int count;
};

static void *logger_main(void *arg)
{
    struct logger *log = arg;
    char entry[512];
    while (fgets(entry, sizeof entry, log->in) != NULL)
        log->count++;
    return NULL;
}

static int logger_start(struct logger *log)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    log->count = 0;
    log->out = ends[1];
    log->in = fdopen(ends[0], "r");
    if (log->in == NULL) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    if (pthread_create(&log->thread, NULL, logger_main, log) != 0) {
        fclose(log->in);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void logger_stop(struct logger *log)
{
    fclose(log->in); // expect: locked-stream-close
    close(log->out);
    pthread_join(log->thread, NULL);
}

int main(void)
{
    struct logger log;
    if (logger_start(&log) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    logger_stop(&log);
    return teardown_ended();
}
