#include "chat.h"

#include <stdlib.h>
#include <unistd.h>

#include "../../truth.h"

struct chat *chat_open(int listener)
{
    struct chat *chat = malloc(sizeof *chat);
    if (chat == NULL)
        return NULL;
    chat->fd = connect_to_loopback(listener);
    if (chat->fd < 0)
        goto fail;
    chat->out = fdopen(chat->fd, "w");
    if (chat->out == NULL) {
        close(chat->fd);
        goto fail;
    }
    return chat;

fail:
    free(chat);
    return NULL;
}

void chat_close(struct chat *chat)
{
    fclose(chat->out);
    free(chat);
}
