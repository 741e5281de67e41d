/* Two commands of many keep the connection for their answer; what sends another has nothing to close. */
// expect: nothing
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

enum command { CMD_CONSOLE, CMD_STOP, CMD_STATE, CMD_NAME, CMD_WATCH };

struct exchange {
    enum command cmd;
    int fd;
};

/* Returns how much was sent, or -1. With CONSOLE and WATCH the connection stays open in e->fd. */
static int send_command(struct exchange *e, int listener)
{
    int stays = 0;
    if (e->cmd == CMD_CONSOLE || e->cmd == CMD_WATCH)
        stays = 1;
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    int sent = (int)send(fd, &e->cmd, sizeof e->cmd, 0);
    if (stays && sent > 0) {
        e->fd = fd;
        return sent;
    }
    close(fd);
    return sent;
}

static int stop(int listener)
{
    struct exchange e = {.cmd = CMD_STOP, .fd = -1};
    return send_command(&e, listener) > 0;
}

static int watch(int listener)
{
    struct exchange e = {.cmd = CMD_WATCH, .fd = -1};
    if (send_command(&e, listener) <= 0)
        return 0;
    close(e.fd);
    return 1;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    if (!stop(listener) || !watch(listener))
        return 1;
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
