#include "parser.h"

#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../truth.h"

int client_query(int listener)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    struct parser *p = parser_attach(fd);
    if (p == NULL) {
        close(fd);
        return -1;
    }
    send(fd, "(query)", 7, MSG_NOSIGNAL);
    int rc = parser_message(p);
    parser_destroy(p); // expect: borrowing-wrapper
    return rc;
}
