/* A descriptor that is in use is closed by the one who uses it last, which the table says. */
// expect: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum { IN_USE = 1, MUST_CLOSE = 2, MOST = 64 };

struct entry {
    unsigned state;
    unsigned users;
};

static struct entry *table;

static void entry_delete(int fd)
{
    unsigned state = table[fd].state;
    table[fd].state = 0;
    if (!(state & MUST_CLOSE))
        return;
    close(fd);
}

static void fd_delete(int fd)
{
    table[fd].users |= (unsigned)rand();
    table[fd].state |= MUST_CLOSE;
    if (table[fd].users & IN_USE)
        return;
    entry_delete(fd);
}

static int greet(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;
    if (fd >= MOST || send(fd, "hello\n", 6, 0) != 6) {
        fd_delete(fd);
        return -1;
    }
    fd_delete(fd);
    return 0;
}

/* The users are done. */
static void sweep(void)
{
    for (int fd = 0; fd < MOST; fd++) {
        table[fd].users = 0;
        entry_delete(fd);
    }
}

int main(void)
{
    int listener = listen_on_loopback();
    table = calloc(MOST, sizeof *table);
    if (listener < 0 || table == NULL)
        return 1;

    int before = open_descriptors();
    int client = connect_to_loopback(listener);
    greet(listener);
    sweep();
    close(client);
    int failed = expect_no_leak(before);
    close(listener);
    free(table);
    return failed;
}
