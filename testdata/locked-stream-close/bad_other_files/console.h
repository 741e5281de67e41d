#ifndef CONSOLE_H
#define CONSOLE_H

#include <pthread.h>

#include "text_stream.h"

struct console {
    struct text_stream *text;
    pthread_t thread;
};

struct console *console_open(int listener);
void console_destroy(struct console *console);

/* Executes what comes in until the line ends. */
void *console_commands(void *console);

#endif
