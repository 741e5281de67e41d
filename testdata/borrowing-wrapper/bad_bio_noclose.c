/* A socket BIO that was made with BIO_NOCLOSE leaves the socket open when it is freed. */
#include <openssl/bio.h>
#include <unistd.h>

#include "../truth.h"

static int report(int listener, const char *text)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;

    BIO *bio = BIO_new_socket(fd, BIO_NOCLOSE);
    if (bio == NULL) {
        close(fd);
        return -1;
    }
    int n = BIO_puts(bio, text);
    BIO_free(bio); // expect: borrowing-wrapper
    return n > 0 ? 0 : -1;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener, "all is well\n");
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
