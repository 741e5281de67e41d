/* The file's close is behind a table and behind a flag, and sock_makefile sets the flag. */
// expect: nothing
#include "file.h"

#include <unistd.h>

#include "../../truth.h"

static void visit(int listener)
{
    struct sock s;
    if (sock_dial(&s, listener) < 0)
        return;
    struct file *f = sock_makefile(&s);
    if (f == NULL) {
        close(s.fd);
        return;
    }
    f->ops->write(f, "hello\n", 6);
    f->ops->close(f);
}

int main(void)
{
    int listener = listen_on_loopback();
    if (listener < 0)
        return 1;

    int before = open_descriptors();
    visit(listener);
    int failed = expect_no_leak(before);
    close(listener);
    return failed;
}
