/* The owner of the socket is at the far end of the chain, and BIO_free_all gets there. */
// expect: nothing
#include <openssl/bio.h>
#include <unistd.h>

#include "../truth.h"

static int report(int listener, const char *first, const char *second)
{
    int fd = connect_to_loopback(listener);
    if (fd < 0)
        return -1;

    BIO *sock = BIO_new_socket(fd, BIO_CLOSE);
    if (sock == NULL) {
        close(fd);
        return -1;
    }
    BIO *buffer = BIO_new(BIO_f_buffer());
    if (buffer == NULL) {
        BIO_free(sock);
        return -1;
    }
    BIO *chain = BIO_push(buffer, sock);
    BIO_puts(chain, first);
    BIO_puts(chain, second);
    int rc = BIO_flush(chain) == 1 ? 0 : -1;
    BIO_free_all(chain);
    return rc;
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    report(listener, "all is", " well\n");
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
