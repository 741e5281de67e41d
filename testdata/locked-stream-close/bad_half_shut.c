/* SHUT_WR leaves the reader in getdelim with the lock; fclose waits for it. */
#include <pthread.h>
#include <sys/socket.h>

#include "../hang.h"

struct bus {
    FILE *stream;
    int other_end;
    pthread_t thread;
};

static void *bus_read(void *arg)
{
    struct bus *bus = arg;
    char *word = NULL;
    size_t size = 0;
    while (getdelim(&word, &size, '\0', bus->stream) > 0)
        continue;
    free(word);
    return NULL;
}

static int bus_start(struct bus *bus)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
        return -1;
    bus->other_end = ends[1];
    bus->stream = fdopen(ends[0], "r+");
    if (bus->stream == NULL) {
        close(ends[0]);
        close(ends[1]);
        return -1;
    }
    if (pthread_create(&bus->thread, NULL, bus_read, bus) != 0) {
        fclose(bus->stream);
        close(ends[1]);
        return -1;
    }
    return 0;
}

static void bus_stop(struct bus *bus)
{
    shutdown(fileno(bus->stream), SHUT_WR);
    fclose(bus->stream); // expect: locked-stream-close
    pthread_join(bus->thread, NULL);
    close(bus->other_end);
}

int main(void)
{
    struct bus bus;
    if (bus_start(&bus) < 0)
        return 1;

    wait_until_blocked();
    expect_hang();
    bus_stop(&bus);
    return teardown_ended();
}
