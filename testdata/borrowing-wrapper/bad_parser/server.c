#include "parser.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int server_answer(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return -1;

    int rc = -1;
    struct parser *p = parser_attach(fd);
    if (p != NULL) {
        rc = parser_message(p);
        send(fd, "(answer)", 8, MSG_NOSIGNAL);
        parser_destroy(p);
    }
    close(fd);
    return rc;
}
