/* The reader is in fgets on one end of a pair; SHUT_WR ends only what this end sends. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct shell {
    FILE *in;
    int feeder;
    pthread_t thread;
    int commands;
};

static void *shell_main(void *arg)
{
    struct shell *sh = arg;
    char command[128];
    while (fgets(command, sizeof command, sh->in) != NULL)
        sh->commands++;
    return NULL;
}

static int shell_start(struct shell *sh)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    sh->commands = 0;
    sh->feeder = ends[1];
    sh->in = fdopen(ends[0], "r");
    if (sh->in == NULL) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    if (pthread_create(&sh->thread, NULL, shell_main, sh) != 0) {
        fclose(sh->in);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void shell_stop(struct shell *sh)
{
    shutdown(fileno(sh->in), SHUT_WR); // expect: wrong-way-shutdown
    pthread_join(sh->thread, NULL);
    fclose(sh->in);
    close(sh->feeder);
}

int main(void)
{
    struct shell sh;
    if (shell_start(&sh) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    shell_stop(&sh);
    return teardown_ended();
}
