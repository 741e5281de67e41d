/* The BIO starts as a borrower and is made the owner after the first words went through. */
// expect: nothing
#include <openssl/bio.h>
#include <unistd.h>

#include "../truth.h"

static int report(int listener, const char *text)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;

    BIO *bio = BIO_new_socket(fd, BIO_NOCLOSE);
    if (bio == NULL || BIO_puts(bio, "hello\n") <= 0) {
        BIO_free(bio);
        close(fd);
        return -1;
    }
    BIO_set_close(bio, BIO_CLOSE);
    int n = BIO_puts(bio, text);
    BIO_free(bio);
    return n > 0 ? 0 : -1;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener, "all is well\n");
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
