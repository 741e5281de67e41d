/* Clients live in the slots of arrays, by number, by pointer and in pairs; each way out closes what is there. */
// expect: nothing
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 16 };

struct client {
    int fd, used;
};

int is_running(void);
int is_idle(int fd);

/* The last one moves to the slot of one that goes. */
void by_number(int listener)
{
    int fds[MOST], n = 0;

    while (is_running()) {
        struct pollfd p[MOST + 1];

        p[0].fd = listener;
        for (int i = 0; i < n; i++)
            p[i + 1].fd = fds[i];
        if (poll(p, n + 1, -1) < 0)
            break;
        if (p[0].revents && n < MOST) {
            int fd = accept(listener, NULL, NULL);

            if (fd >= 0)
                fds[n++] = fd;
        }
        for (int i = 0; i < n; i++)
            if (p[i + 1].revents) {
                close(fds[i]);
                fds[i] = fds[--n];
            }
    }
    for (int i = 0; i < n; i++)
        close(fds[i]);
}

void by_pointer(int listener)
{
    struct client all[MOST], *c;

    memset(all, 0, sizeof all);
    while (is_running()) {
        for (c = all; c < all + MOST && c->used; c++) {}
        if (c == all + MOST)
            break;
        c->fd = accept(listener, NULL, NULL);
        if (c->fd < 0)
            continue;
        c->used = 1;
        for (int i = 0; i < MOST; i++)
            if (all[i].used && is_running()) {
                close(all[i].fd);
                all[i].used = 0;
            }
    }
    for (int i = 0; i < MOST; i++)
        if (all[i].used)
            close(all[i].fd);
}

int in_pairs(int n)
{
    int all[MOST][2], i, status = -1;

    for (i = 0; i < n; i++)
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, all[i]) != 0)
            goto done;
    status = 0;
done:
    while (--i >= 0) {
        close(all[i][0]);
        close(all[i][1]);
    }
    return status;
}
