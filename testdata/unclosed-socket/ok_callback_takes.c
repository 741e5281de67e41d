/* The accepted socket belongs to the callback, whatever it does with it. */
// expect: nothing
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

struct listener {
    int fd;
    void (*on_accept)(int fd, void *arg);
    void *arg;
};

struct waiting_room {
    int guests[4];
    int count;
};

static void listener_ready(struct listener *l)
{
    int fd = accept(l->fd, NULL, NULL);
    if (fd < 0)
        return;
    if (l->on_accept == NULL) {
        close(fd);
        return;
    }
    l->on_accept(fd, l->arg);
}

static void seat(int fd, void *arg)
{
    struct waiting_room *room = arg;
    if (room->count == 4) {
        close(fd);
        return;
    }
    room->guests[room->count++] = fd;
}

static void dismiss(struct waiting_room *room)
{
    while (room->count > 0)
        close(room->guests[--room->count]);
}

int main(void)
{
    struct waiting_room room = {.count = 0};
    struct listener l = {.fd = listen_on_loopback(), .on_accept = seat, .arg = &room};
    if (l.fd < 0)
        return 1;
    int first = connect_to_loopback(l.fd);
    int second = connect_to_loopback(l.fd);

    int before = open_descriptors();
    listener_ready(&l);
    l.on_accept = NULL;
    listener_ready(&l);
    dismiss(&room);
    int failed = expect_no_leak(before);

    close(first);
    close(second);
    close(l.fd);
    return failed;
}
