/* With 'keep' the BIO is told not to close after all, for a reuse that never comes. */
#include <openssl/bio.h>
#include <unistd.h>

#include "../truth.h"

static int report(int listener, const char *text, int keep)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;

    BIO *bio = BIO_new_socket(fd, BIO_CLOSE);
    if (bio == NULL) {
        close(fd);
        return -1;
    }
    int n = BIO_puts(bio, text);
    if (keep)
        BIO_set_close(bio, BIO_NOCLOSE);
    BIO_free(bio); // expect: borrowing-wrapper
    return n > 0 ? 0 : -1;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener, "once\n", 0);
    report(listener, "and again\n", 1);
    int failed = expect_leak(before);
    close(listener);
    return failed;
}
