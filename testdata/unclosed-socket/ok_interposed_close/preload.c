/* Stands before close() in other programs, for a device that is none. */
#include <dlfcn.h>
#include <stddef.h>
#include <unistd.h>

static char is_emulated[64];

int close(int fd)
{
    static int (*real)(int);
    if (!real)
        real = (int (*)(int))dlsym(RTLD_NEXT, "close");
    if (fd >= 0 && fd < (int)sizeof is_emulated && is_emulated[fd]) {
        is_emulated[fd] = 0;
        return 0;
    }
    return real(fd);
}
