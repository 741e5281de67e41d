/* The setter of the flag is there, and this program never calls it. */
#include "channel.h"

#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

static void visit(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return;
    struct channel *ch = channel_new(fd);
    if (ch == NULL) {
        close(fd);
        return;
    }
    struct channel *writer = channel_ref(ch);
    send(writer->fd, "hello\n", 6, MSG_NOSIGNAL);
    channel_unref(writer);
    channel_unref(ch);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
