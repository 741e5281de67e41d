/* There is no close of the descriptor here, and none is missing: the stream owns it. */
// expect: nothing
#include "chat.h"

#include <stdio.h>
#include <unistd.h>

#include "../../truth.h"

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    struct chat *chat = chat_open(listener);
    if (chat != NULL) {
        fprintf(chat->out, "hello from %d\n", chat->fd);
        chat_close(chat);
    }
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
