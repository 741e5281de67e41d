/* The answer comes in two parts into a buffer that was cleared: what stands in it is known to recvmsg() and readv() alone. */
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "../truth.h"

struct head {
    int length;
};

static int ask(int listener)
{
    struct head head;
    char body[16];
    struct iovec parts[] = {{.iov_base = &head, .iov_len = sizeof head},
                            {.iov_base = body, .iov_len = sizeof body}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};

    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    memset(&head, 0, sizeof head);
    memset(body, 0, sizeof body);
    int peer = accept(listener, NULL, NULL);
    if (peer >= 0) {
        (void)!write(peer, "abcdefgh", 8);
        close(peer);
    }
    if (recvmsg(fd, &message, 0) <= 0 || head.length == 0 || body[0] == '\0') {
        close(fd);
        return -1;
    }
    return head.length; // expect: unclosed-socket
}

static int ask_again(int listener)
{
    struct head head = {0};
    struct iovec part = {.iov_base = &head, .iov_len = sizeof head};

    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;
    int peer = accept(listener, NULL, NULL);
    if (peer >= 0) {
        (void)!write(peer, "abcdefgh", 8);
        close(peer);
    }
    if (readv(fd, &part, 1) <= 0 || head.length == 0) {
        close(fd);
        return -1;
    }
    return head.length; // expect: unclosed-socket
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;
    int before = open_descriptors();
    ask(listener);
    ask_again(listener);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
