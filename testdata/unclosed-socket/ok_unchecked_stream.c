/* Nobody looks whether fdopen() worked. Had it not, fgets() would have ended the process: there is no way on from there that
 * loses the socket. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int greeting(int listener, char *line, int size)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    FILE *stream = fdopen(fd, "r");
    int failed = fgets(line, size, stream) == NULL;
    fclose(stream);
    return failed ? -1 : 0;
}

// expect: nothing
int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    int waiting = connect_to_loopback(listener);
    int served = accept(listener, NULL, NULL);
    char line[80];
    close(served);
    close(waiting);
    shutdown(listener, SHUT_RDWR);
    greeting(listener, line, sizeof line);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
