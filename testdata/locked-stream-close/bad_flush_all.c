/* fflush(NULL) takes the lock of every stream, that of the reader among them. */
#include <pthread.h>

#include "../hang.h"

static FILE *control;
static FILE *journal;
static pthread_t control_thread;

static void *control_main(void *unused)
{
    char command[100];
    (void)unused;
    while (fgets(command, sizeof command, control) != NULL)
        fputs(command, journal);
    return NULL;
}

static int control_start(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    control = fdopen(fd, "r");
    if (control == NULL) {
        close(fd);
        return -1;
    }
    if (pthread_create(&control_thread, NULL, control_main, NULL) != 0) {
        fclose(control);
        return -1;
    }
    return 0;
}

static void control_stop(void)
{
    fputs("stopping\n", journal);
    fflush(NULL); // expect: locked-stream-close
    shutdown(fileno(control), SHUT_RD);
    pthread_join(control_thread, NULL);
    fclose(control);
}

int main(void)
{
    int listener = listen_on_loopback();
    int peer = connect_to_loopback(listener);
    journal = fopen("/dev/null", "w");
    if (journal == NULL || control_start(listener) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    control_stop();
    fclose(journal);
    close(peer);
    close(listener);
    return teardown_ended();
}
