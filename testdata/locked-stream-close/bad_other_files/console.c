#include "console.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static struct text_stream *accept_text(int listener)
{
    int fd = accept(listener, NULL, NULL);
    if (fd < 0)
        return NULL;
    struct text_stream *text = text_stream_new(fd);
    if (text == NULL)
        close(fd);
    return text;
}

struct console *console_open(int listener)
{
    struct console *console = malloc(sizeof *console);
    if (console == NULL)
        return NULL;
    console->text = accept_text(listener);
    if (console->text == NULL) {
        free(console);
        return NULL;
    }
    if (pthread_create(&console->thread, NULL, console_commands, console) != 0) {
        text_stream_free(console->text);
        free(console);
        return NULL;
    }
    return console;
}

void console_destroy(struct console *console)
{
    text_stream_free(console->text); // expect: locked-stream-close
    pthread_join(console->thread, NULL);
    free(console);
}
