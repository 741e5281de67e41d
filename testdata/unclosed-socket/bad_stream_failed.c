/* fdopen() does not take the socket when it fails. */
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../truth.h"

static int greeting(int listener, const char *mode, char *line, int size)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    FILE *stream = fdopen(fd, mode);
    if (stream == NULL)
        return -1; // expect: unclosed-socket
    int failed = fgets(line, size, stream) == NULL;
    fclose(stream);
    return failed ? -1 : 0;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    char line[80];
    greeting(listener, "no mode", line, sizeof line);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
